/** Faults of YAML that a single line shows, and ways to rewrite a line. */
import type { TableFault } from './check-tables.ts';

/** A fault and the corrected line. */
type LineFault = TableFault & { write: string };

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
    return faultOfLine(source, line + 1, names) ?? [];
  });
}

function faultOfLine(source: string, line: number, names: ReadonlySet<string>): LineFault | null {
  const indentation = /^[ \t\u00a0\u3000]*/.exec(source)?.[0] ?? '';
  // Four spaces for a tab are deep enough below lines that are indented by two.
  const plain = indentation
    .replaceAll('\t', '    ')
    .replaceAll('\u3000', '  ')
    .replaceAll('\u00a0', ' ');
  const rest = source.slice(indentation.length);
  const key = faultAtKey(plain + rest, line, names);
  const fixed = key?.write ?? plain + rest;
  if (plain !== indentation) {
    const at = indentation.search(/[^ ]/);
    const found = indentation[at] ?? '';
    return {
      place: { line, column: at + 1, length: 1 },
      ...(found === '\t'
        ? { code: 'syntax', detail: 'tab', found: null }
        : { code: 'characters', found, expected: ' ' }),
      write: fixed,
    };
  }
  return key;
}

/** Find a fault in what separates a key from its value, or in the quotes around the value. */
function faultAtKey(source: string, line: number, names: ReadonlySet<string>): LineFault | null {
  const [all = '', indentation = '', name = '', separator = ''] = KEY.exec(source) ?? [];
  if (names.has(name)) {
    const write = `${indentation}${name}: ${source.slice(all.length)}`.trimEnd();
    const column = indentation.length + name.length + 1;
    const wide = /[：\u3000\u00a0]/.exec(separator);
    if (wide)
      return {
        code: 'characters',
        place: { line, column: column + wide.index, length: 1 },
        found: wide[0],
        expected: wide[0] === '：' ? ':' : ' ',
        write,
      };
    return {
      code: 'syntax',
      place: { line, column, length: 1 },
      found: null,
      detail: separator === ':' ? 'blank' : 'colon',
      write,
    };
  }
  const [, before, double, single] = QUOTED_BY_LOOK_ALIKES.exec(source) ?? [];
  if (before === undefined) return null;
  const found = source[before.length] ?? '';
  return {
    code: 'characters',
    place: { line, column: before.length + 1, length: 1 },
    found,
    expected: double === undefined ? "'" : '"',
    write: double === undefined ? `${before}'${single}'` : `${before}"${double}"`,
  };
}

/**
 * Put the value of a line in single quotes, in which YAML has no escapes; null if it has no value.
 */
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

/** Return the number of blanks before a line. */
export function indentOf(source: string): number {
  return /^ */.exec(source)?.[0].length ?? 0;
}

function isBlank(source: string): boolean {
  return /^\s*(?:#|$)/.test(source);
}
