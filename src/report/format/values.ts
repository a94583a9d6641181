import type { Answer, Finding } from '../../model/report.ts';
import type { ConfigProblem, InspectedReport } from '../../model/inspection.ts';
import type { StepBlock } from '../../model/prose.ts';
import { findingsOf } from './findings-of.ts';
import { isShowable, type Captured } from './value-types.ts';
import type { ValueType } from '../../model/words.ts';

/** Values from the reader's own log or configuration for the holes that a guide names. */
export interface LogValues {
  /** Find a value for `holes` that `accepts` allows (by default, any showable one), or null. */
  find(holes: string, accepts?: (value: Captured) => boolean): string | null;
  /** Value types by the names used in `fits`. */
  types: Readonly<Record<string, ValueType>>;
  /** Return the same values, but first those of some findings. */
  preferring?(findings: readonly number[]): LogValues;
}

/** For commands shown without a reader's log. */
export const NO_LOG_VALUES: LogValues = { find: () => null, types: {} };

/**
 * Read values from an answer's evidence, or from the configuration that the answer is about. A
 * reopened report yields none, because redaction replaced its values.
 */
export function valuesForAnswer(
  answer: Pick<Answer, 'guide' | 'evidence' | 'consequences'>,
  report: InspectedReport,
  types: LogValues['types'],
): LogValues {
  const { guide, evidence, consequences } = answer;
  if (report.reopened !== null) return NO_LOG_VALUES;
  const written = report.inspections
    .flatMap((inspection) => (inspection.kind === 'config' ? inspection.problems : []))
    .find((problem) => problem.guide === guide);
  const values = valuesFromFindings(
    findingsOf(report, [...evidence, ...consequences]),
    types,
    report.findings,
    { ...report.flags, ...(written && valuesOfProblem(written)) },
  );
  return {
    ...values,
    preferring: (first) =>
      valuesForAnswer({ ...answer, evidence: [...first, ...evidence] }, report, types),
  };
}

/** Return the values for a step: first those of the findings that it is about. */
export function valuesForStep({ findings }: StepBlock, values: LogValues): LogValues {
  return (findings && values.preferring?.(findings)) ?? values;
}

/** Read values from all findings, for questions about a log as a whole. */
export function valuesForReport(report: InspectedReport, types: LogValues['types']): LogValues {
  return report.reopened !== null
    ? NO_LOG_VALUES
    : valuesFromFindings([], types, report.findings, report.flags);
}

/**
 * Name the place of a fault in a configuration: its line, its key and the name of its section, and
 * what was probably meant.
 */
function valuesOfProblem({ line, key, setting, expected }: ConfigProblem): Record<string, string> {
  if (key === null) return { line: String(line) };
  const path = key.split('.');
  const named = setting?.split('.').indexOf('*') ?? -1;
  const name = path.at(named < 0 ? -2 : named);
  return {
    line: String(line),
    key,
    ...(path.length > 1 && name !== undefined && { name }),
    ...(expected && { suggestion: expected }),
  };
}

/**
 * Return whether a message was cut off before the value of a hole. If several links have a hole of
 * that name, the last of them decides.
 */
export function isValueCutOff(chain: Finding['chain'], hole: string): boolean {
  return chain.findLast(({ captures }) => hole in captures)?.captures[hole]?.length === 0;
}

/** Return whether a name in `of` means an option, such as `-pod`. */
function isFlag(name: string): boolean {
  return name.startsWith('-');
}

/** The parts of a URL, or of a host and port. */
const ADDRESS = /^(?:\w+:\/\/)?(?<host>\[[^\]]*\]|[^/:]+)(?::(?<port>\d+))?(?:\/(?<path>.*))?$/;

/** What a regular expression may leave out: groups, classes, escapes and repeated characters. */
const VARIABLE = /\\.|\([^)]*\)|\[[^\]]*\]|[\w.][?*+{]/g;

/** Return a part of an address, or the first plain word of a regular expression, or nothing. */
function partOf(text: string, part: string): string {
  return part === 'word'
    ? (/[\w/][\w./-]*\w/.exec(text.replace(VARIABLE, ' '))?.[0] ?? '')
    : (ADDRESS.exec(text)?.groups?.[part] ?? '');
}

/**
 * Read values from findings. `hole` means the first showable value that the program itself wrote
 * in `findings`. `catalog/entry:hole` means the first one from that entry or an entry nested in it,
 * in any finding, even if another program wrote it. `.host`, `.port` and `.path` after a name mean
 * that part of an address, and `.word` the first plain word of a regular expression. `-option`
 * means the value of that option in a pasted command line. It counts as text of another program,
 * because anybody may have written it. Several names, separated by ` | `, are tried in turn. For
 * each name only one value is tried, because later ones may be about something else.
 */
export function valuesFromFindings(
  findings: readonly Finding[],
  types: LogValues['types'] = {},
  all: readonly Finding[] = findings,
  given: Record<string, string> = {},
): LogValues {
  const captured = (named: string): Captured | undefined => {
    const [name = '', part] = named.split('.');
    const [hole = '', entry] = name.split(':').reverse();
    const links = (entry === undefined ? findings : [...findings, ...all]).flatMap(({ chain }) => {
      const from = entry === undefined ? 0 : chain.findIndex((link) => link.entry === entry);
      return from < 0 || isValueCutOff(chain, hole) ? [] : chain.slice(from);
    });
    const written = links.flatMap(({ foreign = false, captures }) =>
      foreign && entry === undefined
        ? []
        : (captures[hole]?.slice(0, 1) ?? []).map((text) => ({ text, foreign })),
    );
    const known = given[hole];
    const candidates = [
      ...written,
      ...(known === undefined ? [] : [{ text: known, foreign: isFlag(hole) }]),
    ].flatMap((value) => {
      if (part === undefined) return value;
      const text = partOf(value.text, part);
      return text === '' ? [] : { ...value, text };
    });
    return candidates.find(({ text }) => isShowable(text)) ?? candidates[0];
  };
  return {
    types,
    find: (holes, accepts = ({ text }) => isShowable(text)) =>
      holes
        .split(' | ')
        .flatMap((name) => captured(name) ?? [])
        .find(accepts)?.text ?? null,
  };
}
