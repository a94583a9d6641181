import { findChain, linksOf, readChain, type ReadOptions } from './chain.ts';
import { dataState } from './data-state.ts';
import { explain } from './explain.ts';
import { LineReader } from './lines.ts';
import { ALL_CATALOGS, type CompiledProduct, type Matcher } from './matcher.ts';
import { missingOf } from './missing.ts';
import { RecordReader } from './records.ts';
import { nearest } from './nearest.ts';
import type { Answer, Finding, Link, Report, Status, UnknownLine } from './report.ts';
import { Session, type TrackedFinding } from './session.ts';
import { isOver, wasAskedToStop } from './state.ts';
import { NO_TAG } from './tags.ts';
import { encode } from './text.ts';
import { wordingOf } from './version.ts';
import { zoneOf } from './zone.ts';

/** When and where a log is read; the engine has no clock of its own. */
export interface Reading {
  /** Milliseconds since 1970. */
  now?: number;
  /** Minutes that the reader's clock is ahead of UTC. */
  offset?: number;
}

/** Reads one log. Push its bytes in chunks of any size, then close. */
export interface Diagnosis {
  push(bytes: Uint8Array): void;
  close(): Report;
}

const EMPTY: Report = {
  product: null, version: null, wording: { since: null, until: null }, zone: null, status: 'unrecognised', exited: false,
  data: { state: 'unknown', from: null, to: null, deadline: null, blindFrom: null, blindTo: null, outages: 0, thrown: null, before: null, checks: { state: 'unknown', from: null, to: null } },
  answers: [], findings: [], unknown: [], missing: [], folded: { records: 0, unknown: 0 }, lines: { total: 0, problem: 0, explained: 0 },
};

/** Unknown lines that are compared with what is known: the first ones are what a reader looks at. */
const MAX_HINTS = 20;

/** Begin to read a log; any chunking of its bytes gives the same report. */
export function open(matcher: Matcher, reading: Reading = {}): Diagnosis {
  const [product] = matcher.products;
  if (!product) return { push: () => undefined, close: () => EMPTY };
  const session = new Session(matcher, product);
  const records = new RecordReader(matcher, product, session);
  const lines = new LineReader(records);
  return {
    push: (bytes) => lines.push(bytes),
    close: () => {
      lines.close();
      records.close();
      session.finish();
      return makeReport(matcher, session, product, records.lines, reading);
    },
  };
}

/** What is known of a message: its links, and how many bytes of it are literals of their templates. */
export interface LookedUp {
  links: Link[];
  literal: number;
}

/** Look a message up that may stand anywhere in a text; null where no entry fits. */
export function lookUp(matcher: Matcher, text: string): LookedUp | null {
  const bytes = encode(text.trim());
  const options: ReadOptions = { level: 0, tag: NO_TAG, catalogs: ALL_CATALOGS };
  const chain = readChain(matcher, bytes, 0, bytes.length, options) ?? findChain(matcher, bytes, 0, bytes.length, { ...options, loose: true });
  return chain && { links: linksOf(chain), literal: chain.literal };
}

function makeReport(matcher: Matcher, session: Session, product: CompiledProduct, total: number, reading: Reading): Report {
  const lines = { total, problem: session.problemLines, explained: session.explainedLines };
  const unknown = unknownLines(matcher, session);
  const folded = { records: session.folded, unknown: session.clusters.folded };
  const findings = session.findings;
  if (!session.recognised) return { ...EMPTY, findings: findings.map(publicFinding), unknown, folded, lines };
  const answers = explain(matcher, session);
  const consequences = new Set(answers.flatMap((answer) => answer.consequences));
  for (const finding of findings) if (consequences.has(finding.index) && finding.role === 'cause') finding.role = 'consequence';
  const exited = hasExited(session);
  const zone = zoneOf(findings, matcher);
  return {
    product: product.id,
    version: session.version,
    wording: wordingOf(findings.flatMap(({ chain }) => chain), matcher.entries),
    zone,
    status: statusOf(session, answers, unknown.length > 0),
    exited,
    data: dataState(session, product, exited),
    answers,
    findings: findings.map(publicFinding),
    unknown,
    missing: missingOf(matcher, session, answers, zone, reading),
    folded,
    lines,
  };
}

function unknownLines(matcher: Matcher, { clusters }: Session): UnknownLine[] {
  return clusters.list().map((line, index) => {
    const near = index < MAX_HINTS ? nearest(matcher, line.template) : null;
    return near ? { ...line, nearest: near } : line;
  });
}

/** The agent ended because of a fault and was not seen to start again; a one-shot command that fails is not the agent. */
function hasExited(session: Session): boolean {
  const fatal = session.findings.filter((finding) => (finding.ends === 'agent' && !wasAskedToStop(finding, session)) || hasEndedWith(finding, session));
  return fatal.some(({ lastOrdinal }) => lastOrdinal > session.milestones.started);
}

/** The agent asked itself to stop because of what a finding says. */
function hasEndedWith({ entries, lastOrdinal }: TrackedFinding, { lastSeen }: Session): boolean {
  return entries.some(({ endsWith }) => endsWith !== undefined && (lastSeen.get(endsWith) ?? -1) > lastOrdinal);
}

function statusOf(session: Session, answers: Answer[], hasUnknown: boolean): Status {
  const problems = session.findings.filter(({ isProblem }) => isProblem);
  const isSomethingMissing = answers.some(({ evidence }) => evidence.some((index) => session.findings[index]?.role === 'info'));
  if (problems.length === 0 && !hasUnknown && !isSomethingMissing) return 'healthy';
  if (hasUnknown) return 'action-needed';
  const answered = new Set(answers.flatMap(({ evidence, consequences }) => [...evidence, ...consequences]));
  const isOpen = (finding: TrackedFinding): boolean => finding.role !== 'harmless' && finding.role !== 'info' && !isOver(finding, session);
  const ongoing = answers.some((answer) => answer.state !== 'recovered' && answer.evidence.some((index) => session.findings[index]?.role !== 'harmless'));
  const unanswered = problems.some((finding) => !answered.has(finding.index) && isOpen(finding));
  return ongoing || unanswered ? 'action-needed' : 'recovered';
}

function publicFinding({ chain, rest, role, level, count, lines, first, last }: TrackedFinding): Finding {
  return { chain, rest, role, level, count, lines, first, last };
}
