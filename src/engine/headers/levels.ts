import { LEVELS, type Level } from '../../model/levels.ts';
import { encode, matchesAt } from '../lines/bytes.ts';

/** The levels by number, the most severe last; 0 is none. */
export const LEVEL_OF_NUMBER: readonly (Level | null)[] = [null, ...LEVELS];

/** Pattern of a level's name as other programs write it; match it case-insensitively. */
export const LEVEL_PATTERN = 'trace|debug|info|warn(?:ing)?|error|critical';

/** Return the product's name of a level that matches the pattern. */
export function standardLevel(written: string): string {
  const upper = written.toUpperCase();
  return upper === 'WARN' ? 'WARNING' : upper;
}

const WORDS = LEVEL_OF_NUMBER.map((level) => encode(level ?? ''));
/** All levels differ in their first letter. */
const BY_FIRST_BYTE = new Uint8Array(256);
LEVEL_OF_NUMBER.forEach((level, number) => level && (BY_FIRST_BYTE[level.charCodeAt(0)] = number));

/** Return the number of the level whose name is at a position, or 0. */
export function readLevel(bytes: Uint8Array, at: number, to: number): number {
  const number = at < to ? (BY_FIRST_BYTE[bytes[at] as number] as number) : 0;
  return number > 0 &&
    at + levelLength(number) <= to &&
    matchesAt(bytes, at, WORDS[number] as Uint8Array)
    ? number
    : 0;
}

/** Return the length of a level's name in bytes. */
export function levelLength(level: number): number {
  return (WORDS[level] as Uint8Array).length;
}
