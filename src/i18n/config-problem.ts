import type { ConfigProblem } from '../intake/index.ts';
import type { SentencePiece } from './sentence-piece.ts';

/** The values that a sentence about a problem may mention. */
export type ProblemValues = Pick<ConfigProblem, 'found' | 'expected' | 'key'>;

/** Name a character: by its code point if it is whitespace. */
export function nameCharacter(character: string | null): string {
  if (character === null || character === '') return '?';
  return character.trim() === ''
    ? `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
    : character;
}

/** Return the last part of a dotted key. */
export function lastKeyPart(key: string | null): string {
  return key?.split('.').at(-1) ?? '';
}

/** List the tables that may hold a key, or `top` for the top of the file. */
export function tablesOf(paths: string | null, top: string): SentencePiece[] {
  return (paths ?? '')
    .split(', ')
    .flatMap((path, at) => [
      ...(at > 0 ? [', '] : []),
      path.includes('.')
        ? { code: `[${path.split('.').slice(0, -1).join('.').replace('*', 'NAME')}]` }
        : top,
    ]);
}
