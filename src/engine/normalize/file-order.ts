/**
 * Pastes of several files or commands. `tail` and `head` print `==> name <==` before each file,
 * `grep` prefixes each line with the file's name, and `cat` adds nothing. The shell sorts
 * `agent.log` before `agent.log.1`, so the newest file comes first, and people paste lines of the
 * kernel above older lines of the program. The outcome of a fault depends on the order of
 * events, so such a paste is held until its end and its parts are passed on in order of time, with
 * the line numbers of the paste.
 *
 * The first bytes decide whether a paste consists of several files. Without names, a new file
 * begins where the time goes back by a day or more: no change of the time zone sets a clock back
 * that far. If the time goes back where the writer changes, and the lines of the writers are not
 * mixed, a new file begins at each change of the writer.
 */
import { packCalendar } from '../headers/calendar-time.ts';
import { TIMESTAMP, secondsBetweenPacked, packTime } from '../headers/timestamps.ts';
import type { LineSink } from '../lines/line-reader.ts';
import type { LogReader } from '../records/record-reader.ts';
import { decode } from '../lines/bytes.ts';
import type { HeldRecord } from './reverse-order.ts';

const DAY = 86_400;
/** Bytes at the start of a line that are searched for a file name. */
const MAX_NAME = 300;
/** Characters at the start of a line, prefix included, in which its own time is looked for. */
const MAX_HEAD = 80;
/** A time in any notation of `content/formats/`, or the seconds since the machine started. */
const WRITTEN_TIME =
  /(?<stamp>\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d)\S*|(?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<clock>\d\d:\d\d:\d\d)(?: (?<year>\d{4}))?|^\[ *\d+\.\d{6}\]/;
/** What follows the time in front of a line: a host and a program. */
const PROGRAM = /^\s+\S+\s+([^\s:[\]]+)(?:\[\d+\])?: /;
const HEADING = /^==> (.+) <==\s*$/;
const PREFIX = /^\S*\.log[^\s:]*:/;

/**
 * Return whether a log that begins with this text may consist of several files.
 *
 * @param isExcerpt whether lines were left out, so that a time that goes back proves nothing
 */
export function mayBeSeveralFiles(text: string, isExcerpt: boolean): boolean {
  if (
    nameOf(text.trimStart().slice(0, MAX_NAME).split('\n')[0] ?? '') !== null ||
    /^==> /m.test(text)
  )
    return true;
  if (isExcerpt) return false;
  // Further right, a line may hold the date of a certificate, or plugin output.
  const times = text
    .split('\n')
    .flatMap((line) => line.slice(0, MAX_HEAD).match(TIMESTAMP)?.at(-1) ?? [])
    .map(packTime);
  // If the time jumps ahead by a day or more and then goes back, no new file begins: the time ahead
  // is part of the output of a plugin.
  return times.some(
    (time, at) =>
      at > 0 &&
      isOlderFile(time, times[at - 1] ?? 0) &&
      (at === 1 || secondsBetweenPacked(times[at - 2] ?? 0, times[at - 1] ?? 0) < DAY),
  );
}

/** The start of a line: its packed time, and what identifies its writer. */
interface LineHead {
  line: number;
  time: number;
  writer: string;
}

/**
 * Return the numbers of the lines on which the output of another writer begins; none if the outputs
 * are in order of time, or mixed as in a file to which several programs write.
 *
 * @param latestDate decides the year of a date without one
 */
export function findOtherWriters(text: string, latestDate: number): number[] {
  const heads = text.split('\n').flatMap((line, at) => readHead(line, at + 1, latestDate) ?? []);
  const starts = heads.filter(({ writer }, at) => at > 0 && writer !== heads[at - 1]?.writer);
  const isMixed = new Set(heads.map(({ writer }) => writer)).size <= starts.length;
  const goBack = heads.some(({ time, writer }, at) => {
    const before = heads[at - 1];
    return before && writer !== before.writer && time > 0 && time < (before.time || Infinity);
  });
  return goBack && !isMixed ? starts.map(({ line }) => line) : [];
}

function readHead(text: string, line: number, latestDate: number): LineHead | null {
  const head = text.slice(0, MAX_HEAD);
  const found = WRITTEN_TIME.exec(head);
  if (!found) return null;
  const { stamp, month, day = '', clock = '', year } = found.groups ?? {};
  const [, program = ''] = PROGRAM.exec(head.slice(found.index + found[0].length)) ?? [];
  const notation = found[0].replace(/\d+/g, '0').replace(/[a-z]+/gi, 'a');
  return {
    line,
    time: stamp
      ? packTime(stamp)
      : month
        ? packCalendar({ year, month, day, clock }, latestDate)
        : 0,
    writer: `${notation} ${program}`,
  };
}

function isOlderFile(time: number, before: number): boolean {
  return time < before && secondsBetweenPacked(time, before) >= DAY;
}

function nameOf(line: string): string | null {
  return HEADING.exec(line)?.[1] ?? PREFIX.exec(line)?.[0] ?? null;
}

/** Return whether a line starts with `=`, or has `.l` in its first word. */
function mayHaveName(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] === 61) return true;
  const limit = Math.min(to, from + MAX_NAME);
  for (let at = from; at < limit && (bytes[at] as number) > 32; at++)
    if (bytes[at] === 46 && bytes[at + 1] === 108) return true;
  return false;
}

/** Records the lines on which a new file begins, and ends the open record there. */
export class FileStarts implements LineSink {
  readonly lines: number[] = [];
  #name: string | null = null;
  readonly #records: LogReader;
  readonly #known: readonly number[];

  /** @param known lines on which another writer begins */
  constructor(records: LogReader, known: readonly number[]) {
    this.#records = records;
    this.#known = known;
  }

  pushLine(bytes: Uint8Array, from: number, to: number): void {
    const name = mayHaveName(bytes, from, to)
      ? nameOf(decode(bytes, from, Math.min(to, from + MAX_NAME)))
      : null;
    const line = this.#records.lines + 1;
    const isNamed = name !== null && name !== this.#name;
    if (isNamed || this.#known.includes(line)) {
      this.#name = name;
      this.#records.closeRecord();
      this.lines.push(line);
    }
    this.#records.pushLine(bytes, from, to);
  }

  release(): void {
    this.#records.release();
  }
}

/**
 * Order the records by file, the oldest file first. A file without times stays after the one before
 * it. If the first file has no times, it comes last, so that lines with times cannot make its
 * faults look resolved.
 *
 * @param beginnings line numbers on which a file is known to begin
 */
export function orderByFile(
  records: readonly HeldRecord[],
  beginnings: readonly number[],
): HeldRecord[] {
  const files: { from: number; records: HeldRecord[] }[] = [];
  let [next, last] = [0, 0];
  for (const record of records) {
    const { time } = record.header;
    const isNamed = record.line >= (beginnings[next] ?? Infinity);
    while (record.line >= (beginnings[next] ?? Infinity)) next++;
    if (files.length === 0 || isNamed || (time !== 0 && isOlderFile(time, last))) {
      files.push({ from: 0, records: [] });
      last = 0;
    }
    const file = files.at(-1);
    file?.records.push(record);
    if (file) file.from ||= time;
    last = time || last;
  }
  files.forEach((file, index) => void (file.from ||= files[index - 1]?.from ?? Infinity));
  return files.sort((a, b) => a.from - b.from).flatMap((file) => file.records);
}
