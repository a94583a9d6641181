import { LEVELS, type Level } from '../../model/levels.ts';
import { encode, matchesAt } from '../lines/bytes.ts';

/** The levels by number, the most severe last; 0 is none. */
export const LEVEL_OF_NUMBER: readonly (Level | null)[] = [null, ...LEVELS];

/** Pattern of a level's name as other programs write it; match it case-insensitively. */
export const LEVEL_PATTERN = 'trace|debug|info|warn(?:ing)?|error|critical';

/** Return the level of a name that matches the pattern. */
export function standardLevel(written: string): Level {
  const upper = written.toUpperCase();
  return upper === 'WARN' ? 'WARNING' : (upper as Level);
}

/** Words for levels, the usual one first. Programs write them in any case. */
const COMMON_WORDS: Readonly<Record<Level, readonly string[]>> = {
  TRACE: ['trace', 'trc'],
  DEBUG: ['debug', 'dbg'],
  INFO: ['info', 'notice', 'information', 'inf'],
  WARNING: ['warning', 'warn', 'wrn'],
  ERROR: ['error', 'err', 'severe'],
  CRITICAL: ['critical', 'crit', 'fatal', 'panic', 'alert', 'emerg', 'ftl'],
};

/** The common words, for products that list none of their own. */
const COMMON_SPELLINGS: Spellings = Object.fromEntries(
  Object.entries(COMMON_WORDS).map(([level, words]) => [
    level,
    words.flatMap((word) => [
      word.toUpperCase(),
      word,
      (word[0] as string).toUpperCase() + word.slice(1),
    ]),
  ]),
);

/** The words that a product writes for each level. */
export type Spellings = Partial<Record<Level, readonly string[]>>;

interface Word {
  bytes: Uint8Array;
  level: number;
}

/** The words that a product writes for its levels. Their case matters. */
export class LevelWords {
  /** By first byte, the longest first. */
  readonly #words: (readonly Word[] | undefined)[] = [];
  readonly #spellings: Spellings;

  constructor(spellings: Spellings = COMMON_SPELLINGS) {
    this.#spellings = spellings;
    const words = LEVEL_OF_NUMBER.flatMap((level, number) =>
      level === null
        ? []
        : (spellings[level] ?? []).map((word) => ({ bytes: encode(word), level: number })),
    ).sort((a, b) => b.bytes.length - a.bytes.length);
    for (const word of words) {
      const first = word.bytes[0] as number;
      this.#words[first] = [...(this.#words[first] ?? []), word];
    }
  }

  /** Return the end of the longest word at a position, or -1 if there is none. */
  endOfWord(bytes: Uint8Array, from: number, to: number): number {
    const words = from < to ? this.#words[bytes[from] as number] : undefined;
    if (words)
      for (const { bytes: word } of words)
        if (from + word.length <= to && matchesAt(bytes, from, word)) return from + word.length;
    return -1;
  }

  /** Return the number of the level that is written in `[from, to)`, or 0. */
  levelAt(bytes: Uint8Array, from: number, to: number): number {
    const words = from < to ? this.#words[bytes[from] as number] : undefined;
    if (words)
      for (const { bytes: word, level } of words)
        if (from + word.length === to && matchesAt(bytes, from, word)) return level;
    return 0;
  }

  /** Return the number of a level as it is written, or 0. */
  levelOf(written: string): number {
    const bytes = encode(written);
    return this.levelAt(bytes, 0, bytes.length);
  }

  /** Return the product's first word for a level, or the level's name. */
  wordOf(level: Level): string {
    return this.#spellings[level]?.[0] ?? level;
  }

  /** Return the first bytes of the words. */
  firstBytes(): number[] {
    return this.#words.flatMap((words, byte) => (words ? [byte] : []));
  }
}

/** The uppercase names of the levels, which a hole of the type `level` accepts. */
export const LEVEL_NAMES = new LevelWords(
  Object.fromEntries(LEVELS.map((level) => [level, [level]])),
);
