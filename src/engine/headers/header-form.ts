import type { Fit, Program } from '../templates/fit.ts';
import { packCalendar, packEpoch } from './calendar-time.ts';
import { decode } from '../lines/bytes.ts';
import { readTime } from './timestamps.ts';

/** A compiled header or envelope, with the numbers of its holes, -1 for none. */
export interface HeaderForm {
  program: Program;
  date: number;
  clock: number;
  stamp: number;
  epoch: number;
  year: number;
  month: number;
  day: number;
  level: number;
  tag: number;
  name: number;
  container: number;
  /** The host, the pod, the task or the container that wrote the line. */
  source: number;
  /**
   * Whether the header can be read in only one way: its tag is in angle brackets, or no header of
   * the product has such a tag.
   */
  isUnambiguous: boolean;
  csv: boolean;
}

const COLON = 58;

/** Compile a header or an envelope. */
export function compileForm(program: Program, csv = false): HeaderForm {
  const at = (name: string): number => program.holes.findIndex((hole) => hole.name === name);
  const last = program.parts.at(-1)?.literal;
  // In CSV, unrelated columns may have the other names.
  const sources = ['host', ...(csv ? [] : ['pod', 'task', 'container'])];
  return {
    program,
    date: at('date'),
    clock: at('clock'),
    stamp: at('stamp'),
    epoch: at('epoch'),
    year: at('year'),
    month: Math.max(at('month'), at('month-number')),
    day: at('day'),
    level: at('level'),
    tag: at('tag'),
    name: at('program'),
    container: at('container'),
    source: sources.map(at).find((hole) => hole >= 0) ?? -1,
    isUnambiguous: at('tag') >= 0 && last?.[last.length - 2] === 62,
    csv,
  };
}

/** Return the value of a hole that is a name, or null without the hole. */
export function nameAt(
  hole: number,
  { spans }: Pick<Fit, 'spans'>,
  bytes: Uint8Array,
): string | null {
  return hole < 0
    ? null
    : decode(bytes, spans[2 * hole] as number, spans[2 * hole + 1] as number).trimEnd();
}

/** Return the packed date and time of day that a form reads in a line; 0 for none. */
export function stampOf(
  { stamp, date, clock }: HeaderForm,
  { spans }: Pick<Fit, 'spans'>,
  bytes: Uint8Array,
): number {
  if (stamp >= 0)
    return readTime(bytes, spans[2 * stamp] as number, (spans[2 * stamp] as number) + 11);
  if (date < 0 || clock < 0) return 0;
  const at = spans[2 * clock] as number;
  if (bytes[at + 2] === COLON) return readTime(bytes, spans[2 * date] as number, at);
  const [year, month = '', day = ''] = (nameAt(date, { spans }, bytes) ?? '').split(/[-/]/);
  return packCalendar({ year, month, day, clock: nameAt(clock, { spans }, bytes) ?? '' }, 0);
}

/**
 * Return the packed time that a form reads in a line, 0 for none. The line may have seconds since
 * 1970 instead of a date, or a date without a year.
 */
export function timeOf(form: HeaderForm, fits: Fit, bytes: Uint8Array, latestDate: number): number {
  const stamp = stampOf(form, fits, bytes);
  if (stamp !== 0) return stamp;
  const { epoch, year, month, day, clock } = form;
  if (epoch >= 0) return packEpoch(Number(nameAt(epoch, fits, bytes)));
  return month < 0 || day < 0 || clock < 0
    ? 0
    : packCalendar(
        {
          year: nameAt(year, fits, bytes) ?? undefined,
          month: nameAt(month, fits, bytes) ?? '',
          day: nameAt(day, fits, bytes) ?? '',
          clock: nameAt(clock, fits, bytes) ?? '',
        },
        latestDate,
      );
}
