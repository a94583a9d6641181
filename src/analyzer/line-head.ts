import { LEVELS } from './protocol.ts';

/** Bytes of a line in which its level and its time stand. */
const HEAD = 200;
/** Each level begins with a letter of its own. */
const BY_LETTER = LEVELS.reduce<(Uint8Array | undefined)[]>((names, level) => {
  names[level.charCodeAt(0)] = new TextEncoder().encode(level);
  return names;
}, Array<undefined>(128).fill(undefined));
const MS_PER_MINUTE = 60_000;

/** Reads minutes; of lines that follow each other, most are of the same day. */
export class MinuteReader {
  #day = 0;
  #minuteOfDay = 0;

  /** The minute since 1970 of the first `2026/11/24 22:41:04` of a line, as the log writes it; 0 where there is none. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const end = Math.min(to, from + HEAD) - 19;
    for (let at = from; at <= end; at++) {
      if (bytes[at + 13] !== 0x3a || bytes[at + 16] !== 0x3a) continue;
      const [date, between] = [bytes[at + 4], bytes[at + 10]];
      if ((date !== 0x2f && date !== 0x2d) || (between !== 0x20 && between !== 0x54)) continue;
      if (bytes[at + 7] !== 0x2f && bytes[at + 7] !== 0x2d) continue;
      if (at > from && isWord(bytes[at - 1])) continue;
      const day = number(bytes, at, 4) * 10_000 + number(bytes, at + 5, 2) * 100 + number(bytes, at + 8, 2);
      const time = number(bytes, at + 11, 2) * 60 + number(bytes, at + 14, 2);
      if (Number.isNaN(day + time + number(bytes, at + 17, 2))) continue;
      if (day !== this.#day) {
        this.#day = day;
        this.#minuteOfDay = Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) / MS_PER_MINUTE;
      }
      return this.#minuteOfDay + time;
    }
    return 0;
  }
}

/** Which level a line has: its place in LEVELS counted from 1, 0 for none. */
export function readLevel(bytes: Uint8Array, from: number, to: number): number {
  const end = Math.min(to, from + HEAD);
  for (let at = from; at < end; at++) {
    const name = BY_LETTER[bytes[at] ?? 0];
    if (!name || (at > from && isWord(bytes[at - 1]))) continue;
    let same = 1;
    while (same < name.length && bytes[at + same] === name[same]) same++;
    if (same === name.length && (at + same >= to || !isWord(bytes[at + same]))) return LEVELS.findIndex((level) => level.charCodeAt(0) === name[0]) + 1;
  }
  return 0;
}

/** The digits at a place as a number; NaN where one is no digit. */
function number(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index++) {
    const digit = (bytes[index] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** A letter, a digit or an underline. */
function isWord(byte = 0): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f;
}
