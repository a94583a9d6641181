import {
  UNKNOWN_DATA,
  type Answer,
  type Finding,
  type Reading,
  type Report,
  type Role,
  type SimilarMessage,
  type Status,
  type UnknownLine,
} from '../model/report.ts';
import { dataState } from './answers/data-state.ts';
import { hostsOf, lastRetirement } from './answers/hosts.ts';
import { followUpQuestions } from './answers/follow-up-questions.ts';
import { isOver, wasAskedToStop } from './answers/finding-state.ts';
import { wordingOf } from './answers/version.ts';
import { breaksOff } from './findings/breaks-off.ts';
import { Clusters } from './findings/unknown-clusters.ts';
import { chooseAnswers } from './answers/choose-answers.ts';
import type { TrackedFinding } from './findings/tracked-finding.ts';
import { catalogOf, isIn, type ProductMatcher } from './templates/matcher.ts';
import type { CompiledProduct } from './headers/compiled-product.ts';
import { findSimilarMessage } from './findings/similar-message.ts';
import { Session } from './session.ts';
import { timeSpanOf } from './headers/timestamps.ts';

/** The report on a log of no known product. */
export const EMPTY_REPORT: Report = {
  source: null,
  product: null,
  namedAt: null,
  sibling: null,
  others: [],
  version: null,
  wording: { since: null, until: null },
  span: { from: null, to: null },
  status: 'unrecognised',
  exited: false,
  exitedBy: null,
  startup: null,
  restart: null,
  stopped: null,
  hosts: [],
  retired: null,
  data: UNKNOWN_DATA,
  answers: [],
  ifOwn: null,
  findings: [],
  unknown: [],
  missing: [],
  folded: { records: 0, unknown: 0 },
  lines: { total: 0, problem: 0, explained: 0 },
};

/**
 * The most unknown lines for which a similar known message is looked up. People read only the first
 * ones.
 */
const MAX_HINTS = 20;

/** What a report needs besides the session. */
interface ReadParts {
  clusters: Clusters;
  withLines: boolean;
  /** Other programs that wrote to the log. */
  others: string[];
  /** The text of a short paste; null for a longer log. */
  paste: string | null;
}

/** Report on what a session has read. */
export function makeReport(
  matcher: ProductMatcher,
  session: Session,
  { clusters, withLines, others, paste }: ReadParts,
  total: number,
  reading: Reading,
): Report {
  const { product } = matcher;
  const lines = {
    total,
    problem: session.problemLines.count,
    explained: session.explainedLines.count,
  };
  const unknown = unknownLines(matcher, clusters, withLines);
  const folded = { records: session.folded, unknown: clusters.folded };
  const findings = session.findings;
  if (!session.recognition.isProduct) {
    const { sibling } = session.recognition;
    // Nothing in the paste shows which program wrote it.
    const isOfUnknownProgram =
      paste !== null && unknown.length === 0 && others.length === 0 && sibling === null;
    return {
      ...EMPTY_REPORT,
      sibling,
      others,
      span: session.span,
      // The guide that would be the first answer if the product had written the paste.
      ifOwn: isOfUnknownProgram ? (chooseAnswers(matcher, session)[0]?.guide ?? null) : null,
      findings: findings.map((finding) => publicFinding(finding, finding.role, matcher)),
      unknown: isOfUnknownProgram && findings.length === 0 ? similarLines(matcher, paste) : unknown,
      folded,
      lines,
    };
  }
  const answers = chooseAnswers(matcher, session);
  const consequences = new Set(answers.flatMap((answer) => answer.consequences));
  const roleOf = ({ index, role }: TrackedFinding): Role =>
    role === 'cause' && consequences.has(index) ? 'consequence' : role;
  const exit = exitOf(session);
  const restart = exit === null ? null : restartOf(session);
  const startup = startupOf(session, restart);
  const status = statusOf(session, answers, unknown.length > 0);
  return {
    source: null,
    product: product.id,
    namedAt: withLines ? session.recognition.namedAt : null,
    sibling: null,
    others: [],
    version: session.version,
    wording: wordingOf(
      findings.flatMap(({ chain }) => chain),
      matcher.entries,
    ),
    status,
    span: session.span,
    exited: restart !== null,
    exitedBy: exit?.index ?? null,
    startup,
    restart,
    stopped: stopOf(session, product),
    hosts: hostsOf(findings, product),
    retired: lastRetirement(findings, product),
    data: withoutRefused(
      dataState(session, product, restart !== null && restart !== 'not-needed'),
      answers,
      matcher,
    ),
    answers,
    ifOwn: null,
    findings: findings.map((finding) =>
      publicFinding(withSharedLinks(finding, answers), roleOf(finding), matcher),
    ),
    unknown,
    missing: followUpQuestions(matcher, session, answers, status, reading),
    folded,
    lines,
  };
}

/**
 * Return the lines of a short paste that are nearly a message which only the product prints, as
 * when somebody typed it from a screen.
 */
function similarLines(matcher: ProductMatcher, paste: string): UnknownLine[] {
  return paste.split('\n').flatMap((text, index): UnknownLine[] => {
    const nearest = findSimilarMessage(matcher, text, true);
    return nearest && isOwnMessage(matcher, nearest)
      ? [{ template: text.trim(), count: 1, line: index + 1, lines: [index + 1], nearest }]
      : [];
  });
}

/** Return whether only the product prints a message, and the words that name it do not differ. */
function isOwnMessage(
  { entries, product }: ProductMatcher,
  { entry, differs }: SimilarMessage,
): boolean {
  return (
    !product.common.includes(catalogOf(entry)) &&
    entries.get(entry)?.common !== true &&
    !differs.some(({ known }) => product.names.some((name) => known.includes(name)))
  );
}

/** Count waiting values as lost if the backend never accepts them. */
function withoutRefused(
  data: Report['data'],
  answers: readonly Answer[],
  { catalog }: ProductMatcher,
): Report['data'] {
  const isRefused = answers.some(
    ({ guide, state, confidence }) =>
      state === 'ongoing' &&
      confidence !== 'possible' &&
      catalog.guides.find(({ id }) => id === guide)?.['refuses-values'],
  );
  return isRefused && data.state === 'late' && data.to === null
    ? { ...data, state: 'lost', deadline: null, blindFrom: null }
    : data;
}

function unknownLines(
  matcher: ProductMatcher,
  clusters: Clusters,
  withLines: boolean,
): UnknownLine[] {
  return clusters.listClusters({ withLines }).map((line, index) => {
    const near = index < MAX_HINTS ? findSimilarMessage(matcher, line.template) : null;
    return near ? { ...line, nearest: near } : line;
  });
}

/**
 * Return the finding that caused the program's last exit, or null if the program was only asked to
 * stop or has started again. A failed one-shot command does not count.
 */
function exitOf(session: Session): TrackedFinding | null {
  const fatal = session.findings.filter(
    (finding) =>
      (finding.ends === 'program' &&
        !wasAskedToStop(finding) &&
        !isExitOfOther(finding, session)) ||
      hasEndedWith(finding, session),
  );
  const exitedAt = ({ ends, lastOrdinal, lastUnrequested }: TrackedFinding): number =>
    ends === 'program' ? lastUnrequested : lastOrdinal;
  return (
    fatal
      .filter((finding) => exitedAt(finding) > session.lifetime.started)
      .sort((a, b) => exitedAt(b) - exitedAt(a))[0] ?? null
  );
}

/**
 * Return what became of the last start, unless it succeeded, the program was asked to stop, or the
 * log ends before anything went wrong.
 */
function startupOf({ lifetime, findings }: Session, restart: Report['restart']): Report['startup'] {
  if (lifetime.starting < 0 || lifetime.started > lifetime.starting || lifetime.isStopRequested)
    return null;
  if (restart === null)
    return lifetime.ended > lifetime.starting
      ? null
      : findings.every(
            ({ lastOrdinal, role }) =>
              role === 'info' || role === 'harmless' || lastOrdinal < lifetime.starting,
          )
        ? 'unconfirmed'
        : 'under-way';
  return restart === 'under-way' || restart === 'not-needed' ? null : 'failed';
}

/**
 * Return whether an exit message is another program's: any program may print it, and the program
 * continued to run.
 */
function isExitOfOther(finding: TrackedFinding, session: Session): boolean {
  const [first] = finding.entries;
  return first?.nested === true && first.common === true && isOver(finding, session);
}

/** Return when the program last stopped or was asked to, or null if it has started again since. */
function stopOf(
  { findings, lifetime }: Session,
  { milestones: { stopping } }: CompiledProduct,
): Report['stopped'] {
  if (!lifetime.isStopRequested) return null;
  const requests = findings.filter(
    ({ entries, lastOrdinal }) =>
      lastOrdinal > lifetime.starting && entries.some(({ id }) => stopping.includes(id)),
  );
  return { at: timeSpanOf(requests).to };
}

/** Starts that fail within this many seconds of each other are not made by hand. */
const LOOP_SECONDS = 90;

/** Return how the program restarts after its exit. */
function restartOf({ findings, lifetime }: Session): Report['restart'] {
  const last = findings
    .filter(({ ends }) => ends === 'program')
    .sort((a, b) => a.lastOrdinal - b.lastOrdinal)
    .at(-1);
  if (last?.entries.some(({ 'another-runs': anotherRuns }) => anotherRuns)) return 'not-needed';
  // It may have exited by asking itself to stop.
  const end = Math.max(lifetime.ended, lifetime.stopping);
  // One record may report both the exit and the restart.
  if (lifetime.restarting >= end || lifetime.failsEvery(LOOP_SECONDS)) return 'by-itself';
  if (lifetime.starting > end) return 'under-way';
  // Only a log that shows the start would show the supervisor's restart as well.
  return lifetime.starts === 0 && last !== undefined && isRetriedStart(last)
    ? 'unknown'
    : 'by-hand';
}

/** Return whether a supervisor starts the program again after it exited for this cause. */
function isRetriedStart({ entries }: TrackedFinding): boolean {
  const causes = entries.flatMap((entry) => entry['restarts-after'] ?? []);
  return entries.some(({ id }) => causes.some((cause) => isIn(id, cause)));
}

/** Return whether the program asked itself to stop because of a finding. */
function hasEndedWith({ entries, lastOrdinal }: TrackedFinding, { lastSeen }: Session): boolean {
  return entries.some(
    ({ 'ends-with': endsWith }) =>
      endsWith !== undefined && (lastSeen.get(endsWith) ?? -1) > lastOrdinal,
  );
}

function statusOf(session: Session, answers: Answer[], hasUnknown: boolean): Status {
  const problems = session.findings.filter(({ isProblem }) => isProblem);
  const hasInfoEvidence = answers.some(({ evidence }) =>
    evidence.some((index) => session.findings[index]?.role === 'info'),
  );
  if (problems.length === 0 && !hasUnknown && !hasInfoEvidence) return 'healthy';
  if (hasUnknown) return 'action-needed';
  const answered = new Set(
    answers.flatMap(({ evidence, consequences }) => [...evidence, ...consequences]),
  );
  const isOpen = (finding: TrackedFinding): boolean =>
    finding.role !== 'harmless' && finding.role !== 'info' && !isOver(finding, session);
  const ongoing = answers.some(
    (answer) =>
      answer.state !== 'recovered' &&
      answer.evidence.some((index) => session.findings[index]?.role !== 'harmless'),
  );
  const unanswered = problems.some((finding) => !answered.has(finding.index) && isOpen(finding));
  return ongoing || unanswered ? 'action-needed' : 'recovered';
}

/**
 * Reduce a finding that may be the beginning of longer messages to the links that all of them
 * share, unless an answer decides which one it is.
 */
function withSharedLinks(finding: TrackedFinding, answers: readonly Answer[]): TrackedFinding {
  const { chain, family, rest, index, isCut } = finding;
  const isDecided = answers.some(
    ({ evidence, confidence }) => confidence !== 'possible' && evidence.includes(index),
  );
  const differs = chain.findIndex(({ entry }, at) =>
    family.some((other) => other[at]?.entry !== entry),
  );
  // A text that is not cut is complete if a certain or likely answer explains it.
  if (isDecided && !isCut) return { ...finding, family: [] };
  if (isCut || isDecided || differs < 1) return finding;
  const unshared = [...chain.slice(differs).map(({ text }) => text), rest ?? ''].filter(Boolean);
  return { ...finding, chain: chain.slice(0, differs), rest: unshared.join(': ') || null };
}

function publicFinding(finding: TrackedFinding, role: Role, matcher: ProductMatcher): Finding {
  const { chain, text, rest, level, count, lines, first, last, newer } = finding;
  return {
    chain,
    text,
    rest,
    role,
    level,
    count,
    lines,
    first,
    last,
    ...(newer !== undefined && { newer }),
    ...(breaksOff(finding, matcher) && { breaksOff: true }),
  };
}
