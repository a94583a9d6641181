/**
 * Pastes of several files. `tail` and `head` write `==> name <==` before each, `grep` its name before each line, `cat` nothing; and the shell
 * names `mackerel-agent.log` before `mackerel-agent.log.1`, so the newest file comes first. What a fault came to is told by the order
 * of things: such a paste is held until it is over, and its files are handed on in the order of their times, with the line numbers of the paste.
 *
 * Its first bytes tell. A file that nothing names begins where the times fall by a day or more: no clock is set back so far by a time zone.
 */
import type { LineSink } from '../lines.ts';
import type { RecordReader } from '../records.ts';
import { decode } from '../text.ts';
import { elapsed, packTime } from '../times.ts';
import type { Held } from './newest-first.ts';

const DAY = 86_400;
/** Bytes of a line in which a name is looked for. */
const MAX_NAME = 300;
/** Characters of a line in which its own time stands, behind what others put before it. */
const MAX_HEAD = 80;
const HEADING = /^==> (.+) <==\s*$/;
const PREFIX = /^\S*\.log[^\s:]*:/;
/** A time as a record may have it. */
export const TIME = /\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d/g;

/**
 * Whether a log that begins with a text may be several files.
 *
 * @param isExcerpt lines are left out: the times of those that are there fall where those of the whole may not have been looked at
 */
export function mayBeFiles(text: string, isExcerpt: boolean): boolean {
  if (
    nameOf(text.trimStart().slice(0, MAX_NAME).split('\n')[0] ?? '') !== null ||
    /^==> /m.test(text)
  )
    return true;
  if (isExcerpt) return false;
  // Further in a line there are times of a certificate, or of what a plugin printed.
  const times = text
    .split('\n')
    .flatMap((line) => line.slice(0, MAX_HEAD).match(TIME)?.at(-1) ?? [])
    .map(packTime);
  // A time that a plugin printed falls too, but it had risen as much just before.
  return times.some(
    (time, at) =>
      at > 0 &&
      isOlderFile(time, times[at - 1] ?? 0) &&
      (at === 1 || elapsed(times[at - 2] ?? 0, times[at - 1] ?? 0) < DAY),
  );
}

function isOlderFile(time: number, before: number): boolean {
  return time < before && elapsed(time, before) >= DAY;
}

function nameOf(line: string): string | null {
  return HEADING.exec(line)?.[1] ?? PREFIX.exec(line)?.[0] ?? null;
}

/** Whether a line begins with `=`, or its first word holds `.l`. */
function mayHaveName(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] === 61) return true;
  const limit = Math.min(to, from + MAX_NAME);
  for (let at = from; at < limit && (bytes[at] as number) > 32; at++)
    if (bytes[at] === 46 && bytes[at + 1] === 108) return true;
  return false;
}

/** Notes on which lines another file begins, and lets no record go on over its beginning. */
export class FileBeginnings implements LineSink {
  readonly lines: number[] = [];
  #name: string | null = null;
  readonly #records: RecordReader<unknown>;

  constructor(records: RecordReader<unknown>) {
    this.#records = records;
  }

  push(bytes: Uint8Array, from: number, to: number): void {
    const name = mayHaveName(bytes, from, to)
      ? nameOf(decode(bytes, from, Math.min(to, from + MAX_NAME)))
      : null;
    if (name !== null && name !== this.#name) {
      this.#name = name;
      this.#records.close();
      this.lines.push(this.#records.lines + 1);
    }
    this.#records.push(bytes, from, to);
  }

  release(): void {
    this.#records.release();
  }
}

/** The records of files that begin on these lines, the oldest file first; one without times stays behind the file before it. */
export function inOrderOfFiles(records: readonly Held[], beginnings: readonly number[]): Held[] {
  const files: { from: number; records: Held[] }[] = [];
  let [next, last] = [0, 0];
  for (const record of records) {
    const isNamed = record.line >= (beginnings[next] ?? Infinity);
    while (record.line >= (beginnings[next] ?? Infinity)) next++;
    if (files.length === 0 || isNamed || (record.time !== 0 && isOlderFile(record.time, last))) {
      files.push({ from: 0, records: [] });
      last = 0;
    }
    const file = files.at(-1);
    file?.records.push(record);
    if (file) file.from ||= record.time;
    last = record.time || last;
  }
  files.forEach((file, index) => void (file.from ||= files[index - 1]?.from ?? 0));
  return files.sort((a, b) => a.from - b.from).flatMap((file) => file.records);
}
