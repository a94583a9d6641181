import {
  groupNames,
  joinRestarts,
  MAX_SOURCES,
  openDiagnosis,
  openSplitDiagnosis,
  sourcesOf,
  type Diagnosis,
  type LineRun,
  type Matcher,
  type Reading,
  type Report,
  type SourceGroups,
  type SplitOptions,
} from '../engine/index.ts';
import type { InspectedReport } from '../model/inspection.ts';
import { Intake, type IntakeOptions } from './intake.ts';
import { WORST_FIRST } from './join.ts';

/** A log of one source. */
const NO_SOURCES: SourceGroups = new Map();

/** How to read a log: once, and again for each of its sources or products if it has several. */
export interface LogInput {
  matcher: Matcher;
  /** Return the options for reading the log of a source; null means the whole log. */
  readingOf: (source: string | null) => Reading;
  options: Omit<IntakeOptions, 'diagnosis' | 'onLog' | 'onSkip'>;
  /**
   * Pass the whole input on, from its beginning.
   *
   * @param diagnosis the diagnosis behind the intake on the first pass; null on the next ones
   * @returns whether it is complete and can be read again
   */
  feed: (intake: Intake, diagnosis: Diagnosis | null) => Promise<boolean>;
  /** Receive the log as it is shown, and how many lines are left out. */
  onLog?: (bytes: Uint8Array) => void;
  onSkip?: (lines: number) => void;
  /** Receive the lines of one source, in chunks that are reused. */
  onLines?: (source: string, bytes: Uint8Array, runs: LineRun[]) => void;
  /** Forget the lines received so far: the sources are read again. */
  onRestart?: () => void;
}

/** The reports on a log. */
export interface InspectedLog {
  /** One for each source and product that the log names: the worst first. */
  reports: [InspectedReport, ...InspectedReport[]];
  /** The number of sources that were not read because there are too many. */
  omitted: number;
  /** Whether there are more sources or products, but the input cannot be read again. */
  isMixed: boolean;
}

/**
 * Read a log and, if several hosts, pods, containers or products wrote it, read it again for each.
 */
export async function inspectLog(input: LogInput): Promise<InspectedLog> {
  const { matcher, readingOf, options, onLog, onSkip } = input;
  const diagnosis = openDiagnosis(matcher, readingOf(null));
  const intake = new Intake({
    ...options,
    diagnosis,
    ...(onLog && { onLog }),
    ...(onSkip && { onSkip }),
  });
  const isComplete = await input.feed(intake, diagnosis);
  const whole = await intake.finishReport();
  const groups = groupNames(diagnosis.sources());
  const sources = sourcesOf(groups).length;
  const products = diagnosis.products();
  const isMixed = sources > 1 || products.length > 1;
  if (!isMixed || !isComplete) return { reports: [whole], omitted: 0, isMixed };
  const [first, ...others] = await inspectSources(input, { groups, products }, whole);
  return first
    ? {
        reports: [first, ...others],
        omitted: Math.max(0, sources - MAX_SOURCES),
        isMixed: false,
      }
    : { reports: [whole], omitted: 0, isMixed: false };
}

/** The sources and the products of a log. */
type Writers = Pick<SplitOptions, 'groups' | 'products'>;

/**
 * Return the reports on the sources and products, the worst first; of equally bad ones, those whose
 * program stopped come first. Return none if there turns out to be only one of each.
 */
async function inspectSources(
  input: LogInput,
  { groups, products }: Writers,
  whole: Report,
): Promise<InspectedReport[]> {
  const read = (names: SourceGroups): Promise<InspectedReport[]> => {
    const isOne = sourcesOf(names).length < 2;
    if (isOne && products.length < 2) return Promise.resolve([]);
    return readSources(input, { groups: isOne ? NO_SOURCES : names, products }, whole);
  };
  let reports = await read(groups);
  const joined = joinRestarts(groups, reports);
  if (joined) {
    input.onRestart?.();
    reports = await read(joined);
  }
  return reports
    .filter(({ product }) => product !== null)
    .sort(
      (a, b) =>
        WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) ||
        Number(b.exited) - Number(a.exited),
    );
}

async function readSources(
  { matcher, readingOf, options, feed, onLines }: LogInput,
  writers: Writers,
  whole: Report,
): Promise<InspectedReport[]> {
  const split = openSplitDiagnosis(matcher, { ...writers, readingOf, ...(onLines && { onLines }) });
  let reports: Report[] = [];
  const intake = new Intake({
    ...options,
    diagnosis: {
      ...split,
      peek: () => whole,
      close: () => {
        reports = split.close();
        return reports[0] ?? whole;
      },
    },
  });
  if (!(await feed(intake, null))) return [];
  const first = await intake.finishReport();
  return [first, ...reports.slice(1).map((report) => intake.joinReport(report))];
}
