import type { ConfigProblem } from '../intake/index.ts';
import type { SentencePiece } from './sentence-piece.ts';

/** The values that a sentence about a problem may mention. */
export type ProblemValues = Pick<ConfigProblem, 'found' | 'expected' | 'key'>;

/** How a sentence names the program and the service that it talks to. */
export interface ProblemNames {
  nameInText: string;
  backend: string;
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

/**
 * Write the name of a table as its file does: with a colon in YAML, where the name ends with one,
 * and else in brackets. `below` is the name of a table in it.
 */
export function tableHeading(name: string | null, below = ''): string {
  return name?.endsWith(':') ? `${name.slice(0, -1)}${below}:` : `[${name}${below}]`;
}

/** List the tables that may hold a key; `top` names the top of a file by its format. */
export function tablesOf(
  paths: string | null,
  top: Record<'toml' | 'yaml', string>,
): SentencePiece[] {
  return (paths ?? '')
    .split(', ')
    .flatMap((path, at) => [
      ...(at > 0 ? [', '] : []),
      path.includes('.')
        ? { code: tableHeading(tableOf(path)) }
        : top[path.endsWith(':') ? 'yaml' : 'toml'],
    ]);
}

/** Return the table of a setting, with the colon of YAML if the setting has it. */
function tableOf(path: string): string {
  const table = path.split('.').slice(0, -1).join('.').replace('*', 'NAME');
  return path.endsWith(':') ? `${table}:` : table;
}
