import type { Level } from './report.ts';
import { encode, standsAt } from './text.ts';

/** Levels by their number, the gravest last; 0 is none. */
export const LEVELS: readonly (Level | null)[] = [
  null,
  'TRACE',
  'DEBUG',
  'INFO',
  'WARNING',
  'ERROR',
  'CRITICAL',
];

const WORDS = LEVELS.map((level) => encode(level ?? ''));
/** No two levels begin alike. */
const BY_FIRST_BYTE = new Uint8Array(256);
LEVELS.forEach((level, number) => level && (BY_FIRST_BYTE[level.charCodeAt(0)] = number));

/** The number of the level whose name stands at a place, or 0. */
export function levelOf(bytes: Uint8Array, at: number, to: number): number {
  const number = at < to ? (BY_FIRST_BYTE[bytes[at] as number] as number) : 0;
  return number > 0 &&
    at + levelLength(number) <= to &&
    standsAt(bytes, at, WORDS[number] as Uint8Array)
    ? number
    : 0;
}

/** Bytes of a level's name. */
export function levelLength(level: number): number {
  return (WORDS[level] as Uint8Array).length;
}
