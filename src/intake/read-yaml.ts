/**
 * Read YAML beyond its first fault, as `parse-with-repairs.ts` does for TOML. The parser is large,
 * so this module is imported only if a YAML configuration was pasted.
 */
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { TableFault } from './check-tables.ts';
import { uncheckedFault } from './check-value.ts';
import { closestValue } from './closest-word.ts';
import type { TextPosition } from './config-document.ts';
import type { ConfigReader, Reading } from './config-reader.ts';
import { correctType } from './correct-type.ts';
import type { Settings } from '../model/settings.ts';
import { buildSettingTree, namesIn } from './settings-tree.ts';
import { walkYaml, type ParsedYaml } from './walk-yaml.ts';
import {
  findLineFaults,
  indentOf,
  isBlank,
  levelsAbove,
  quoteValue,
  reindent,
  type LineFault,
} from './yaml-lines.ts';

/** Maximum number of characters of a file; no real configuration is longer. */
export const MAX_LENGTH = 1 << 15;
/** Maximum number of characters that are parsed in all attempts to repair a file. */
const MAX_PARSED = 1 << 18;

export const yamlReader: ConfigReader = { read, correct };

function read(lines: readonly string[], settings: Settings): Reading {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (length > MAX_LENGTH) {
    const first = { line: 1, column: 1, length: 1 };
    return { document: null, faults: [uncheckedFault(first, 'length', MAX_LENGTH)] };
  }
  const tree = buildSettingTree(settings);
  const repaired = new RepairedLines(lines);
  for (const fault of findLineFaults(lines, namesIn(tree))) repaired.add(fault);
  for (let parsed = 0; parsed < MAX_PARSED; parsed += length) {
    const yaml = parse(repaired.lines);
    if (yaml.error) {
      const fault = faultOf(yaml, (tried) => {
        parsed += length;
        return parsed < MAX_PARSED ? parse(tried).error?.line : 0;
      });
      repaired.add(fault);
      if (fault.write === null) return { document: null, faults: repaired.faults };
      continue;
    }
    const { document, faults, misplaced } = walkYaml(yaml, tree, (place) =>
      repaired.placeOf(place),
    );
    if (misplaced.length === 0) return { document, faults: [...repaired.faults, ...faults] };
    for (const { from, to } of misplaced) repaired.indent(from, to);
  }
  return { document: null, faults: repaired.faults };
}

/** The lines of a file, the faults found in them, and the lines as they should be. */
class RepairedLines {
  readonly lines: string[];
  readonly faults: TableFault[] = [];
  readonly #source: readonly string[];

  constructor(source: readonly string[]) {
    this.#source = source;
    this.lines = [...source];
  }

  /** Add a fault and repair its line. */
  add({ line, column, code, detail, found, expected, write }: LineFault): void {
    const known = this.faults.find(({ place }) => place.line === line + 1);
    const place = this.placeOf({ line: line + 1, column, length: 1 });
    if (write !== null) this.lines[line] = write;
    // The repaired line shows all of its faults at once.
    if (known && write !== null) known.write = write;
    else if (!known)
      this.faults.push({
        code,
        place,
        found: found ?? null,
        ...(expected !== undefined && { expected }),
        ...(detail !== undefined && { detail }),
        ...(write !== null && { write }),
      });
  }

  /** Report that a line and those that belong to it must be indented more. */
  indent(from: number, to: number): void {
    for (const [index, source] of this.lines.slice(from, to + 1).entries()) {
      const line = from + index;
      const indent = indentOf(source);
      if (isBlank(source)) this.lines[line] = source && `  ${source}`;
      else {
        const write = reindent(source, indent + 2);
        this.add({ line, column: indent + 1, code: 'syntax', detail: 'indent', write });
      }
    }
  }

  /** Return a place in a line as it was before its repair. */
  placeOf({ line, column, length }: TextPosition): TextPosition {
    const source = this.#source[line - 1] ?? '';
    const added = (this.lines[line - 1] ?? '').length - source.length;
    const from = Math.min(Math.max(1, column - added), source.length + 1);
    return { line, column: from, length: Math.max(1, Math.min(length, source.length + 1 - from)) };
  }
}

interface SyntaxError {
  /** From 0. */
  line: number;
  column: number;
  code: YAMLError['code'];
  message: string;
  /** The last line of what the parser stumbled over. */
  lastLine: number;
}

function parse(lines: readonly string[]): ParsedYaml & { error: SyntaxError | null } {
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(lines.join('\n'), {
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
    // Comparing all keys of a map takes quadratic time.
    uniqueKeys: false,
  });
  const place = (offset: number): { line: number; col: number } => counter.linePos(offset);
  const [error] = errors;
  if (!error) return { contents, counter, lines, error: null };
  const { line, col } = place(error.pos[0]);
  const spanning =
    errors.slice(0, 2).find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY') ?? error;
  return {
    contents,
    counter,
    lines,
    error: {
      line: line - 1,
      column: col,
      code: error.code,
      message: error.message,
      lastLine: place(spanning.pos[1]).line - 1,
    },
  };
}

/**
 * Describe a syntax error, and repair it if that is possible.
 *
 * @param errorAfter returns the line of the first error of other lines; undefined if there is none
 */
function faultOf(
  { lines, error }: ReturnType<typeof parse>,
  errorAfter: (lines: readonly string[]) => number | undefined,
): LineFault {
  if (!error) throw new Error('there is no error to describe');
  const isFixed = (line: number, write: string): boolean => {
    const after = errorAfter(lines.with(line, write));
    return after === undefined || after > Math.max(line, error.lastLine);
  };
  const base = { line: error.line, column: error.column, code: 'syntax' } as const;
  if (/^Missing closing ["']/.test(error.message)) return openQuote(lines, base, isFixed);
  if (/end with a [\]}]/.test(error.message)) return openBracket(lines, error);
  if (error.code === 'BAD_DQ_ESCAPE') {
    const source = lines[error.line] ?? '';
    const write = source.replace(/"((?:[^"\\]|\\.)*)"/, (_all, text: string) => `'${text}'`);
    const isSure = !source.includes("'") && isFixed(error.line, write);
    return { ...base, code: 'backslash', write: isSure ? write : null };
  }
  const withIndent = indented(lines, error, isFixed);
  if (withIndent) return { ...base, ...withIndent, detail: 'indent' };
  const source = lines[error.line] ?? '';
  const repairs = [
    { detail: 'special', write: quoteValue(source) },
    {
      detail: 'colon',
      write: source.replace(/^(\s*[\w-]+)(?:[ \t]+(?=\S)|[ \t]*$)/, '$1: ').trimEnd(),
    },
  ] as const;
  for (const { detail, write } of repairs)
    if (write !== null && write !== source && isFixed(error.line, write))
      return { ...base, detail, write };
  return { ...base, detail: 'not-yaml', write: null };
}

/** Find the indentation that a line must have; null if that does not fix it. */
function indented(
  lines: readonly string[],
  { line: first, lastLine: line, code }: SyntaxError,
  isFixed: (line: number, write: string) => boolean,
): Pick<LineFault, 'line' | 'column' | 'write'> | null {
  const source = lines[line] ?? '';
  if (line === first && code !== 'BAD_INDENT' && !/^\s*- /.test(source)) return null;
  const write = levelsAbove(lines, line)
    .slice(0, 3)
    .map((level) => reindent(source, level))
    .find((tried) => tried !== source && isFixed(line, tried));
  return write === undefined ? null : { line, column: indentOf(source) + 1, write };
}

/** Find the string that is not closed; the parser notices that only at the end of the file. */
function openQuote(
  lines: readonly string[],
  base: Pick<LineFault, 'line' | 'column' | 'code'>,
  isFixed: (line: number, write: string) => boolean,
): LineFault {
  for (const [line, source] of lines.entries()) {
    const match = /^(\s*(?:- +)*(?:[\w.-]+ *: +)?)(["'])/.exec(source);
    if (!match) continue;
    const [, before = '', quote = ''] = match;
    if (source.slice(before.length + 1).includes(quote)) continue;
    const write = source.trimEnd() + quote;
    return {
      ...base,
      line,
      column: before.length + 1,
      detail: 'string-end',
      write: isFixed(line, write) ? write : null,
    };
  }
  return { ...base, detail: 'string-end', write: null };
}

/** Report the end of the line above the one at which a list or `{ }` must have ended. */
function openBracket(lines: readonly string[], { line, message }: SyntaxError): LineFault {
  let last = line - 1;
  while (last > 0 && (lines[last] ?? '').trim() === '') last--;
  const isList = message.includes('a ]');
  return {
    line: Math.max(0, last),
    column: (lines[last] ?? '').trimEnd().length + 1,
    code: 'syntax',
    detail: isList ? 'array-end' : 'inline-end',
    write: null,
  };
}

/** Correct a line whose fault was found after reading it; null if it is unclear what is meant. */
function correct(source: string, fault: TableFault): string | null {
  const { code, place, found, expected, detail, key } = fault;
  const { column, length } = place;
  const replace = (text: string): string =>
    source.slice(0, column - 1) + text + source.slice(column - 1 + length);
  if (detail === 'special') return quoteValue(source);
  if (code === 'unknown-key' && expected !== undefined && key?.endsWith(found ?? ''))
    return replace(expected.split('.').at(-1) ?? '');
  if (code === 'value') {
    const near = closestValue(found, expected);
    return near === null ? null : replace(near);
  }
  if (code !== 'type') return null;
  return expected === 'text' && /^\s*[\w.-]+\s*:\s+[[{]/.test(source)
    ? quoteValue(source)
    : correctType(source, fault);
}
