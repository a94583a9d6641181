/** Faults of YAML that a single line shows, and ways to rewrite a line. */
import type { ProblemCode, SyntaxCode } from '../model/inspection.ts';

/** A fault in a line, which is counted from 0; columns count from 1. */
export interface LineFault {
  line: number;
  column: number;
  code: Extract<ProblemCode, 'syntax' | 'characters' | 'backslash'>;
  detail?: SyntaxCode;
  found?: string;
  expected?: string;
  /** The corrected line; null if it is unclear what is meant. */
  write: string | null;
}

/** The end of a line that begins a block of literal text. */
const BLOCK_START = /(?:^|[:\-?] *)[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;
/** Indentation, `key`, and what separates it from its value. */
const KEY = /^(\s*)([\w-]+)(：\s*|:[\u3000\u00a0]\s*|[ \t]*=[ \t]*|:(?=[^\s:/]|\/[^/]))/;
const QUOTED_BY_LOOK_ALIKES = /^(\s*(?:- +)*(?:[\w-]+: +)?)(?:“([^”"]*)[”"]|‘([^’']*)[’'])\s*$/;
/** Indentation, dashes and key of a line, before its value. */
const BEFORE_VALUE = /^\s*(?:- +)*(?:[\w.-]+ *: +)?(?=\S)/;

/** Find the faults of lines, given the names of the settings and their tables. */
export function findLineFaults(lines: readonly string[], names: ReadonlySet<string>): LineFault[] {
  /** Indentation of the line that began the literal text, or null outside of it. */
  let block: number | null = null;
  return lines.flatMap((source, line) => {
    if (isBlank(source)) return [];
    const indent = indentOf(source);
    if (block !== null && indent > block) return [];
    block = BLOCK_START.test(source) ? indent : null;
    return faultOfLine(source, line, names) ?? [];
  });
}

function faultOfLine(source: string, line: number, names: ReadonlySet<string>): LineFault | null {
  const indentation = /^[ \t\u00a0\u3000]*/.exec(source)?.[0] ?? '';
  const plain = indentation.replace(/[\t\u3000]/g, '  ').replaceAll('\u00a0', ' ');
  const rest = source.slice(indentation.length);
  const key = faultAtKey(plain + rest, names);
  const fixed = key?.write ?? plain + rest;
  if (plain !== indentation) {
    const at = indentation.search(/[^ ]/);
    const found = indentation[at] ?? '';
    return {
      line,
      column: at + 1,
      ...(found === '\t'
        ? { code: 'syntax', detail: 'tab' }
        : { code: 'characters', found, expected: ' ' }),
      write: fixed,
    };
  }
  return key && { ...key, line };
}

/** Find a fault in what separates a key from its value, or in the quotes around the value. */
function faultAtKey(source: string, names: ReadonlySet<string>): Omit<LineFault, 'line'> | null {
  const [all = '', indentation = '', name = '', separator = ''] = KEY.exec(source) ?? [];
  if (names.has(name)) {
    const write = `${indentation}${name}: ${source.slice(all.length)}`.trimEnd();
    const column = indentation.length + name.length + 1;
    const wide = /[：\u3000\u00a0]/.exec(separator);
    if (wide)
      return {
        code: 'characters',
        column: column + wide.index,
        found: wide[0],
        expected: wide[0] === '：' ? ':' : ' ',
        write,
      };
    return { code: 'syntax', detail: separator === ':' ? 'blank' : 'colon', column, write };
  }
  const [, before, double, single] = QUOTED_BY_LOOK_ALIKES.exec(source) ?? [];
  if (before === undefined) return null;
  const found = source[before.length] ?? '';
  return {
    code: 'characters',
    column: before.length + 1,
    found,
    expected: double === undefined ? "'" : '"',
    write: double === undefined ? `${before}'${single}'` : `${before}"${double}"`,
  };
}

/** Put the value of a line in quotes that give no character a meaning; null if it has none. */
export function quoteValue(source: string): string | null {
  const [before] = BEFORE_VALUE.exec(source) ?? [];
  if (before === undefined) return null;
  const rest = source.slice(before.length);
  const comment = rest.search(/\s#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return value.startsWith('#')
    ? null
    : `${before}'${value.replaceAll("'", "''")}'${rest.slice(value.length)}`;
}

/** Write a line with another indentation, in blanks. */
export function reindent(source: string, indent: number): string {
  return ' '.repeat(Math.max(0, indent)) + source.trimStart();
}

/** Return the number of blanks before a line. */
export function indentOf(source: string): number {
  return /^ */.exec(source)?.[0].length ?? 0;
}

export function isBlank(source: string): boolean {
  return /^\s*(?:#|$)/.test(source);
}

/**
 * Return the levels of indentation that a line may have, judging by the lines above it, the nearest
 * to its own level first.
 */
export function levelsAbove(lines: readonly string[], line: number): number[] {
  const levels = new Set<number>();
  const own = indentOf(lines[line] ?? '');
  let least = Infinity;
  for (let at = line - 1; at >= 0 && least > 0; at--) {
    const source = lines[at] ?? '';
    if (isBlank(source)) continue;
    const indent = indentOf(source);
    if (indent >= least) continue;
    if (least === Infinity && /:\s*(?:#.*)?$/.test(source)) levels.add(indent + 2);
    least = indent;
    levels.add(indent);
  }
  return [...levels].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
}
