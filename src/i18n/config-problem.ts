import type { ConfigProblem, Unchecked } from '../intake/index.ts';
import type { ProblemCode, PatternFault, SyntaxCode } from '../model/inspection.ts';
import type { SentencePiece } from './sentence-piece.ts';
import { sentencePieces } from './sentence-pieces.ts';

/** The values that a sentence about a problem may mention. */
export type ProblemValues = Pick<ConfigProblem, 'found' | 'expected' | 'key'>;

/** Describe a problem in a configuration with a language's sentences. */
export function describeProblem(
  problem: ConfigProblem,
  problems: Record<ProblemCode, (values: ProblemValues) => SentencePiece[]>,
  syntax: Record<SyntaxCode, SentencePiece[]>,
  patterns: Record<PatternFault, string>,
  unchecked: Record<Unchecked, (limit: number, key: string | null) => SentencePiece[]>,
): SentencePiece[] {
  if (problem.code === 'unchecked')
    return unchecked[problem.detail as Unchecked](Number(problem.expected), problem.key);
  if (problem.code === 'syntax') return syntax[problem.detail as SyntaxCode] ?? syntax.other;
  if (problem.code === 'pattern')
    return sentencePieces`${problem.key}: ${[patterns[problem.detail as PatternFault]]}`;
  return problems[problem.code](problem);
}

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
