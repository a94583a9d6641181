import type {
  Reading,
  Answer,
  Finding,
  Report,
  Role,
  Status,
  UnknownLine,
} from '../model/report.ts';
import type { CatalogProduct } from '../model/catalog.ts';
import { dataState } from './answers/data-state.ts';
import { UNKNOWN_DATA } from '../model/report.ts';
import { hostsOf, lastRetirement } from './answers/hosts.ts';
import { followUpQuestions } from './answers/follow-up-questions.ts';
import { isOver, wasAskedToStop } from './answers/finding-state.ts';
import { wordingOf } from './answers/version.ts';
import { zoneOf } from './answers/time-zone.ts';
import { breaksOff } from './findings/breaks-off.ts';
import { Clusters } from './findings/unknown-clusters.ts';
import { chooseAnswers } from './answers/choose-answers.ts';
import type { TrackedFinding } from './findings/tracked-finding.ts';
import { hasWidenedGaps, makeGapCollapser } from './lines/collapse-whitespace.ts';
import { concatBytes } from './lines/line-reader.ts';
import { isIn, type ProductMatcher } from './templates/matcher.ts';
import type { CompiledProduct } from './headers/header.ts';
import { findSimilarMessage } from './findings/similar-message.ts';
import {
  FileStarts,
  findOtherWriters,
  orderByFile,
  mayBeSeveralFiles,
} from './normalize/file-order.ts';
import {
  HeldRecords,
  PROBE_BYTES,
  runsBackwards,
  type HeldRecord,
} from './normalize/reverse-order.ts';
import {
  isShortPaste,
  openReader,
  readForwards,
  readLines,
  type ReadLog,
} from './records/read-log.ts';
import type { ReaderOptions } from './records/record-reader.ts';
import { standingOf, type Standing } from './products/standing.ts';
import { Session } from './session.ts';
import type { SourceNames } from './sources/source-names.ts';
import { decode } from './lines/bytes.ts';
import { latestDateOf } from './headers/calendar-time.ts';
import { timeSpanOf } from './headers/timestamps.ts';

/** Reads one log. Push its bytes in chunks of any size, then close. */
export interface Diagnosis {
  push(bytes: Uint8Array): void;
  /** Skip lines that the log leaves out; they count in the numbers of later lines. */
  skip(lines: number): void;
  /** Return the number of lines read so far. */
  lines(): number;
  /**
   * Report on what was read so far, without line numbers and without affecting the final report.
   * Nothing is read until enough bytes have arrived to decide the order of the log.
   */
  peek(): Report;
  close(): Report;
  /** Return the hosts, pods and containers that wrote messages of the products. */
  sources(): string[];
  /** Return the products that wrote the log, the best one first. */
  products(): string[];
}

/** Reads one log as the log of one product. */
export interface ProductDiagnosis extends Omit<Diagnosis, 'products'> {
  readonly product: CatalogProduct;
  /** Return the sources that the log has named so far; null before it is read. */
  origin(): SourceNames | null;
  /** Return how much speaks so far for the product having written the log. */
  standing(): Standing;
}

/** The report on a log of no known product. */
export const EMPTY_REPORT: Report = {
  source: null,
  product: null,
  namedAt: null,
  sibling: null,
  others: [],
  version: null,
  wording: { since: null, until: null },
  zone: null,
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
  findings: [],
  unknown: [],
  missing: [],
  folded: { records: 0, unknown: 0 },
  lines: { total: 0, problem: 0, explained: 0 },
};

const NEWLINE = Uint8Array.of(10);
/**
 * The most unknown lines for which a similar known message is looked up. People read only the first
 * ones.
 */
const MAX_HINTS = 20;

/**
 * Begin to read a log as that of one product. The report does not depend on how its bytes are split
 * into chunks.
 *
 * @param isFast whether to use the caches (cache/), which do not change the report
 */
export function openProductDiagnosis(
  matcher: ProductMatcher,
  reading: Reading = {},
  isFast = true,
): ProductDiagnosis {
  const product = {
    ...matcher.product,
    latestDate: latestDateOf(reading.now),
    ...(reading.everyLevel && { problemLevel: 0 }),
  };
  const clusters = new Clusters();
  const session = new Session(matcher, product, reading.since ?? null, clusters);
  let first: (Uint8Array | number)[] | null = [];
  let size = 0;
  let log: ReadLog | null = null;
  const begin = (pieces: readonly (Uint8Array | number)[], isWhole: boolean): ReadLog => {
    first = null;
    const probe = concatBytes(
      pieces.map((piece) => (typeof piece === 'number' ? NEWLINE : piece)),
    ).subarray(0, PROBE_BYTES);
    // Without the NUL bytes of UTF-16, its times can be found too.
    const text = decode(probe, 0, probe.length).replaceAll('\0', '');
    const hasGaps = pieces.some((piece) => typeof piece === 'number');
    const isShort = isWhole && !hasGaps && isShortPaste(text);
    const writers = isWhole && !hasGaps ? findOtherWriters(text, product.latestDate) : [];
    if (isShort) session.expectShortPaste();
    if (runsBackwards(matcher, product, probe, text, isFast))
      log = readBackwards(matcher, product, session, isFast);
    else
      log =
        writers.length > 0 || mayBeSeveralFiles(text, hasGaps)
          ? readFiles(matcher, product, session, { isFast, isShort }, writers)
          : readForwards(matcher, product, session, { isFast, isShort });
    if (hasWidenedGaps(text)) {
      const { push, ...rest } = log;
      const narrow = makeGapCollapser();
      log = { ...rest, push: (bytes) => push(narrow(bytes)) };
    }
    for (const piece of pieces) {
      if (typeof piece === 'number') log.skip(piece);
      else log.push(piece);
    }
    return log;
  };
  const report = (lines: number, withLines: boolean): Report => {
    session.settle({ withLines });
    const others = [...(log?.sources.others ?? [])];
    return makeReport(matcher, session, { clusters, withLines, others }, product, lines, reading);
  };
  return {
    push: (given) => {
      const bytes = toUint8Array(given);
      if (first === null) return log?.push(bytes);
      first.push(bytes.slice());
      size += bytes.length;
      if (size >= PROBE_BYTES) begin(first, false);
    },
    skip: (lines) => (first === null ? log?.skip(lines) : void first.push(lines)),
    lines: () => log?.lines() ?? 0,
    peek: () => report(log?.lines() ?? 0, false),
    close: () => {
      const read = log ?? begin(first ?? [], true);
      read.close();
      return report(read.lines(), true);
    },
    product,
    sources: () => log?.sources.names ?? [],
    origin: () => log?.sources ?? null,
    standing: () => standingOf(session),
  };
}

/**
 * Wrap the bytes of a Node Buffer in a Uint8Array: `slice` of a Buffer does not copy, and a mix of
 * both classes is slower to read.
 */
function toUint8Array(bytes: Uint8Array): Uint8Array {
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readBackwards(
  matcher: ProductMatcher,
  product: CompiledProduct,
  session: Session,
  isFast: boolean,
): ReadLog {
  const held = new HeldRecords(session);
  const records = openReader(matcher, product, held, session.recognition, {
    stays: true,
    isForwards: false,
    isFast,
  });
  return readHeld(readLines(records), held, (list) => list.reverse());
}

function readFiles(
  matcher: ProductMatcher,
  product: CompiledProduct,
  session: Session,
  { isFast = true, isShort = false }: ReaderOptions,
  writers: readonly number[],
): ReadLog {
  const held = new HeldRecords(session);
  const records = openReader(matcher, product, held, session.recognition, {
    stays: true,
    isFast: isFast && !isShort,
    isShort,
  });
  const beginnings = new FileStarts(records, writers);
  return readHeld(readLines(records, beginnings), held, (list) =>
    orderByFile(list, beginnings.lines),
  );
}

/** Hold the records of a log, and pass them on in another order at its end. */
function readHeld(
  { push, close, ...log }: ReadLog,
  held: HeldRecords,
  inOrder: (records: HeldRecord[]) => HeldRecord[],
): ReadLog {
  return {
    ...log,
    push: (bytes) => push(bytes.slice()),
    close: () => {
      close();
      held.passOn(inOrder);
    },
  };
}

function makeReport(
  matcher: ProductMatcher,
  session: Session,
  { clusters, withLines, others }: { clusters: Clusters; withLines: boolean; others: string[] },
  product: CompiledProduct,
  total: number,
  reading: Reading,
): Report {
  const lines = {
    total,
    problem: session.problemLines.count,
    explained: session.explainedLines.count,
  };
  const unknown = unknownLines(matcher, clusters, withLines);
  const folded = { records: session.folded, unknown: clusters.folded };
  const findings = session.findings;
  if (!session.recognition.isProduct)
    return {
      ...EMPTY_REPORT,
      sibling: session.recognition.sibling,
      others,
      span: session.span,
      findings: findings.map((finding) => publicFinding(finding, finding.role, matcher)),
      unknown,
      folded,
      lines,
    };
  const answers = chooseAnswers(matcher, session);
  const consequences = new Set(answers.flatMap((answer) => answer.consequences));
  const roleOf = ({ index, role }: TrackedFinding): Role =>
    role === 'cause' && consequences.has(index) ? 'consequence' : role;
  const exit = exitOf(session);
  const restart = exit === null ? null : restartOf(session);
  const startup = startupOf(session, restart);
  const status = statusOf(session, answers, unknown.length > 0);
  const zone = zoneOf(findings, matcher);
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
    zone,
    status,
    span: session.span,
    exited: restart !== null,
    exitedBy: exit?.index ?? null,
    startup,
    restart,
    stopped: stoppedAt(session, product),
    hosts: hostsOf(findings, product),
    retired: lastRetirement(findings, product),
    data: withoutRefused(
      dataState(session, product, restart !== null && restart !== 'not-needed'),
      answers,
      matcher,
    ),
    answers,
    findings: findings.map((finding) =>
      publicFinding(withSharedLinks(finding, answers), roleOf(finding), matcher),
    ),
    unknown,
    missing: followUpQuestions(matcher, product, session, answers, status, zone, reading),
    folded,
    lines,
  };
}

/** Count values that wait as lost if the backend never accepts them. */
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
 * Return the finding because of which the program last exited, or null if it was only asked to stop
 * or started again. A failed one-shot command does not count.
 */
function exitOf(session: Session): TrackedFinding | null {
  const fatal = session.findings.filter(
    (finding) =>
      (finding.ends === 'program' &&
        !wasAskedToStop(finding) &&
        !isExitOfOther(finding, session)) ||
      hasEndedWith(finding, session),
  );
  const exitedAt = ({ ends, lastOrdinal, lastUnasked }: TrackedFinding): number =>
    ends === 'program' ? lastUnasked : lastOrdinal;
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
  if (lifetime.starting < 0 || lifetime.started > lifetime.starting || lifetime.isAsked)
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

/** Return when the program was last asked to stop, or null if it has started again since. */
function stoppedAt(
  { findings, lifetime, span }: Session,
  { milestones: { stopping } }: CompiledProduct,
): string | null {
  if (!lifetime.isAsked) return null;
  const { to } = timeSpanOf(
    findings.filter(({ entries }) => entries.some(({ id }) => stopping.includes(id))),
  );
  // The last words of a stop may have no time of their own.
  return to ?? span.to;
}

/** Starts that fail this often, in seconds, are not made by hand. */
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
  // It is not cut if an answer takes it as it is.
  if (isDecided && !isCut) return { ...finding, family: [] };
  if (isCut || isDecided || differs < 1) return finding;
  const own = [...chain.slice(differs).map(({ text }) => text), rest ?? ''].filter(Boolean);
  return { ...finding, chain: chain.slice(0, differs), rest: own.join(': ') || null };
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
