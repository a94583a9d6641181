import type {
  ConfigProblem,
  PatternFault,
  ProblemCode,
  SyntaxCode,
  Unchecked,
} from '../inspect/index.ts';
import type { Piece } from './piece.ts';
import { say } from './say.ts';

/** What a sentence of a problem may name. */
export type Values = Pick<ConfigProblem, 'found' | 'expected' | 'key'>;

/** What is wrong at a place of a configuration, in the sentences of a language. */
export function sentence(
  problem: ConfigProblem,
  problems: Record<ProblemCode, (values: Values) => Piece[]>,
  syntax: Record<SyntaxCode, Piece[]>,
  patterns: Record<PatternFault, string>,
  unchecked: Record<Unchecked, (limit: number, key: string | null) => Piece[]>,
): Piece[] {
  if (problem.code === 'unchecked')
    return unchecked[problem.detail as Unchecked](Number(problem.expected), problem.key);
  if (problem.code === 'syntax') return syntax[problem.detail as SyntaxCode] ?? syntax.other;
  if (problem.code === 'pattern')
    return say`${problem.key}: ${[patterns[problem.detail as PatternFault]]}`;
  return problems[problem.code](problem);
}

/** A character that may not be seen is named by its number too. */
export function named(character: string | null): string {
  if (character === null || character === '') return '?';
  return character.trim() === ''
    ? `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
    : character;
}

/** The last part of a key. */
export function last(key: string | null): string {
  return key?.split('.').at(-1) ?? '';
}

/** The tables that hold a key, or its place at the top. */
export function place(paths: string | null, top: string): Piece[] {
  return (paths ?? '')
    .split(', ')
    .flatMap((path, at) => [
      ...(at > 0 ? [', '] : []),
      path.includes('.')
        ? { code: `[${path.split('.').slice(0, -1).join('.').replace('*', 'NAME')}]` }
        : top,
    ]);
}
