/**
 * Read YAML. Continue after a fault that a single line shows, but not after one that the parser
 * finds. The parser is large, so this module is imported only if a YAML configuration was pasted.
 */
import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { TableFault } from './check-tables.ts';
import { uncheckedFault } from './check-value.ts';
import type { TextPosition } from './config-document.ts';
import type { ConfigReader, Reading } from './config-reader.ts';
import type { Settings } from '../model/settings.ts';
import { buildSettingTree, namesIn } from './settings-tree.ts';
import { walkYaml } from './walk-yaml.ts';
import { findLineFaults, indentOf, quoteValue } from './yaml-lines.ts';

/** Maximum number of characters of a file; no real configuration is longer. */
export const MAX_LENGTH = 1 << 15;

export const yamlReader: ConfigReader = { read, correct };

function read(lines: readonly string[], settings: Settings): Reading {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (length > MAX_LENGTH) {
    const first = { line: 1, column: 1, length: 1 };
    return { document: null, faults: [uncheckedFault(first, 'length', MAX_LENGTH)] };
  }
  const tree = buildSettingTree(settings);
  const faults = findLineFaults(lines, namesIn(tree));
  const repaired = [...lines];
  for (const { place, write } of faults) repaired[place.line - 1] = write;
  const placeAsWritten = ({ line, column, length: covered }: TextPosition): TextPosition => {
    const source = lines[line - 1] ?? '';
    const added = (repaired[line - 1] ?? '').length - source.length;
    const from = Math.min(Math.max(1, column - added), source.length + 1);
    return { line, column: from, length: Math.max(1, Math.min(covered, source.length + 1 - from)) };
  };
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(repaired.join('\n'), {
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
    // Comparing all keys of a map takes quadratic time.
    uniqueKeys: false,
  });
  if (errors.length > 0) {
    const fault = faultOf(errors, repaired, counter);
    const place = placeAsWritten(fault.place);
    const isKnown = faults.some((known) => known.place.line === place.line);
    return { document: null, faults: isKnown ? faults : [...faults, { ...fault, place }] };
  }
  const parsed = { contents, counter, lines: repaired };
  const walked = walkYaml(parsed, tree, placeAsWritten);
  return {
    document: walked.document,
    faults: [...faults, ...walked.faults],
  };
}

/** Describe the first syntax error. */
function faultOf(
  errors: readonly YAMLError[],
  lines: readonly string[],
  counter: LineCounter,
): TableFault {
  const [{ code, message, pos }, next] = errors as [YAMLError, YAMLError | undefined];
  const { line, col: column } = counter.linePos(pos[0]);
  const fault = { code: 'syntax', place: { line, column, length: 1 }, found: null } as const;
  if (/^Missing closing ["']/.test(message))
    return { ...fault, place: placeOfQuote(lines) ?? fault.place, detail: 'string-end' };
  if (/end with a [\]}]/.test(message)) {
    const end = lines.slice(0, line - 1).findLastIndex((above) => above.trim() !== '') + 1;
    const place = { line: end, column: (lines[end - 1] ?? '').trimEnd().length + 1, length: 1 };
    return { ...fault, place, detail: message.includes('a ]') ? 'array-end' : 'inline-end' };
  }
  if (code === 'BAD_DQ_ESCAPE') return { ...fault, code: 'backslash' };
  const spanning = next?.code === 'MULTILINE_IMPLICIT_KEY' ? next : errors[0];
  const last = counter.linePos(spanning?.pos[1] ?? 0).line;
  if (code === 'BAD_INDENT' || last > line || /^\s*- /.test(lines[line - 1] ?? '')) {
    const place = { line: last, column: indentOf(lines[last - 1] ?? '') + 1, length: 1 };
    return { ...fault, place, detail: 'indent' };
  }
  return { ...fault, detail: code === 'MISSING_CHAR' ? 'colon' : 'special' };
}

/** Return where a string is not closed; the parser notices that only at the end of the file. */
function placeOfQuote(lines: readonly string[]): TextPosition | undefined {
  return lines.flatMap((source, at) => {
    const [before = '', quote = ''] = /^\s*(?:- +)*(?:[\w.-]+ *: +)?(["'])/.exec(source) ?? [];
    return quote === '' || source.slice(before.length).includes(quote)
      ? []
      : { line: at + 1, column: before.length, length: 1 };
  })[0];
}

/** Correct a line whose fault was found after reading it; null if it is unclear what is meant. */
function correct(source: string, fault: TableFault): string | null {
  const { code, place, found, expected, detail, key } = fault;
  if (detail === 'special') return quoteValue(source);
  if (code === 'unknown-key' && expected !== undefined && key?.endsWith(found ?? '')) {
    const from = place.column - 1;
    const meant = expected.split('.').at(-1) ?? '';
    return source.slice(0, from) + meant + source.slice(from + place.length);
  }
  return code === 'type' && expected === 'text' && /^\s*[\w.-]+\s*:\s+[[{]/.test(source)
    ? quoteValue(source)
    : null;
}
