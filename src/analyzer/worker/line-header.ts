import { LEVELS } from '../../model/levels.ts';

/** Bytes of a line that are searched for its level and time. */
const HEADER_BYTES = 200;
/** Level names by their first letter, which is unique. */
const BY_LETTER = LEVELS.reduce<(Uint8Array | undefined)[]>((names, level) => {
  names[level.charCodeAt(0)] = new TextEncoder().encode(level);
  return names;
}, Array<undefined>(128).fill(undefined));
const MS_PER_MINUTE = 60_000;

/**
 * Return the minute since 1970 of the first `2026/11/24 22:41:04` in a line, in the log's own time;
 * 0 if there is none.
 */
export function readMinute(bytes: Uint8Array, from: number, to: number): number {
  const end = Math.min(to, from + HEADER_BYTES) - 19;
  for (let at = from; at <= end; at++) {
    if (bytes[at + 13] !== 0x3a || bytes[at + 16] !== 0x3a) continue;
    const minute = at > from && isWordByte(bytes[at - 1]) ? NaN : minuteAt(bytes, at);
    if (!Number.isNaN(minute)) return minute;
  }
  return 0;
}

/** Return the minute since 1970 of the time at an offset; NaN if there is none. */
function minuteAt(bytes: Uint8Array, at: number): number {
  const [dash, other, between] = [bytes[at + 4], bytes[at + 7], bytes[at + 10]];
  if (
    (dash !== 0x2f && dash !== 0x2d) ||
    (other !== 0x2f && other !== 0x2d) ||
    (between !== 0x20 && between !== 0x54) ||
    Number.isNaN(parseDigits(bytes, at + 17, 2))
  )
    return NaN;
  return (
    Date.UTC(
      parseDigits(bytes, at, 4),
      parseDigits(bytes, at + 5, 2) - 1,
      parseDigits(bytes, at + 8, 2),
      parseDigits(bytes, at + 11, 2),
      parseDigits(bytes, at + 14, 2),
    ) / MS_PER_MINUTE
  );
}

/** Return a line's level: 1 + its index in LEVELS, 0 for none. */
export function readLevel(bytes: Uint8Array, from: number, to: number): number {
  const end = Math.min(to, from + HEADER_BYTES);
  for (let at = from; at < end; at++) {
    const name = BY_LETTER[bytes[at] ?? 0];
    if (!name || (at > from && isWordByte(bytes[at - 1]))) continue;
    let same = 1;
    while (same < name.length && bytes[at + same] === name[same]) same++;
    if (same === name.length && (at + same >= to || !isWordByte(bytes[at + same])))
      return LEVELS.findIndex((level) => level.charCodeAt(0) === name[0]) + 1;
  }
  return 0;
}

/** Parse digits at an offset; NaN if any is not a digit. */
function parseDigits(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index++) {
    const digit = (bytes[index] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Return whether a byte is an ASCII letter, digit or underscore. */
function isWordByte(byte = 0): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x5f
  );
}
