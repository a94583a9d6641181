/**
 * TOML to flat entries with their places.
 *
 * The parser is loaded when a configuration is there to be read. It is not the agent's (BurntSushi/toml): what one of TOML 1.0 and 1.1
 * allows is right here, and a table or key that is defined again counts only where two equal headers, or two equal keys of one table,
 * stand in the text, because the agent's parser lets other kinds pass.
 */
import type { AST } from 'toml-eslint-parser';

export interface Place {
  /** From 1. */
  line: number;
  column: number;
  length: number;
}

export interface Entry {
  path: string[];
  /** Where the key stands. */
  place: Place;
  value: Value;
}

export interface Value {
  kind: 'string' | 'integer' | 'float' | 'boolean' | 'date' | 'array' | 'table';
  /** A text or the source of another value. */
  text: string;
  number: number;
  items: Value[];
  place: Place;
  /** A text with escapes, as it is written. */
  escaped: string | null;
}

export interface Section {
  path: string[];
  place: Place;
  /** In double brackets. */
  isList?: true;
}

export interface Toml {
  entries: Entry[];
  sections: Section[];
}

export interface TomlError {
  code: SyntaxCode;
  line: number;
  column: number;
}

/** Read TOML; a text that is no TOML gives the first error, and one that is nested too deep for the parser null. */
export async function readToml(text: string): Promise<Toml | TomlError | null> {
  const { parseTOML, ParseError } = await import('toml-eslint-parser');
  try {
    const [top] = parseTOML(text, { tomlVersion: '1.1' }).body;
    return flatten(top, text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    if (!(error instanceof ParseError)) throw error;
    const { message, lineNumber, column } = error as unknown as { message: string; lineNumber: number; column: number };
    return { code: CODES[message] ?? (message.startsWith('Invalid code point') ? 'character' : 'other'), line: lineNumber, column: column + 1 };
  }
}

export type SyntaxCode =
  | 'array-open' | 'small-letters' | 'string-end' | 'table-end' | 'array-end' | 'inline-end' | 'key' | 'newline' | 'equals' | 'value' | 'comma' | 'duplicate' | 'character' | 'one-line' | 'number' | 'escape' | 'dots' | 'other';

/** The parser tells its errors apart by their sentence only. */
const CODES: Record<string, SyntaxCode> = {
  'Unterminated string constant': 'string-end',
  'Unterminated table-key': 'table-end',
  'Unterminated array': 'array-end',
  'Unterminated inline table': 'inline-end',
  'Empty bare keys are not allowed': 'key',
  'Must be a newline': 'newline',
  'Expected equal (=) token': 'equals',
  'Unspecified values are invalid': 'value',
  'Expected comma (,) token': 'comma',
  'Defining a key multiple times is invalid': 'duplicate',
  'Unexpected character': 'character',
  'Unexpected token': 'character',
  'The key, equals sign, and value must be on the same line': 'one-line',
  'Underscores are allowed between digits': 'number',
  'Leading zeros are not allowed': 'number',
  'Invalid character in escape sequence': 'escape',
  'Consecutive dots are not permitted in keys': 'dots',
  'Keys cannot end with a dot': 'dots',
  'Keys cannot start with a dot': 'dots',
};

function flatten(top: AST.TOMLTopLevelTable | undefined, text: string): Toml {
  const toml: Toml = { entries: [], sections: [] };
  for (const node of top?.body ?? []) {
    if (node.type === 'TOMLKeyValue') addEntry(toml, [], node, text);
    else {
      const path = namesOf(node.key);
      toml.sections.push({ path, place: placeOf(node.key), ...(node.kind === 'array' && { isList: true as const }) });
      for (const child of node.body) addEntry(toml, path, child, text);
    }
  }
  return toml;
}

function addEntry(toml: Toml, above: string[], { key, value }: AST.TOMLKeyValue, text: string): void {
  const path = [...above, ...namesOf(key)];
  if (value.type === 'TOMLInlineTable' && value.body.length > 0) {
    toml.sections.push({ path, place: placeOf(key) });
    for (const child of value.body) addEntry(toml, path, child, text);
  } else toml.entries.push({ path, place: placeOf(key), value: valueOf(value, text) });
}

function namesOf(key: AST.TOMLKey): string[] {
  return key.keys.map((name) => (name.type === 'TOMLBare' ? name.name : name.value));
}

function valueOf(node: AST.TOMLContentNode, text: string): Value {
  const place = placeOf(node);
  const raw = text.slice(...node.range);
  const plain = { text: raw, number: Number.NaN, items: [], place, escaped: null };
  if (node.type === 'TOMLArray') return { ...plain, kind: 'array', items: node.elements.map((element) => valueOf(element, text)) };
  if (node.type === 'TOMLInlineTable') return { ...plain, kind: 'table' };
  if (node.kind === 'string') return { ...plain, kind: 'string', text: node.value, escaped: raw.startsWith('"') ? raw : null };
  if (node.kind === 'integer' || node.kind === 'float') return { ...plain, kind: node.kind, number: Number(node.value) };
  return { ...plain, kind: node.kind === 'boolean' ? 'boolean' : 'date' };
}

function placeOf({ loc }: { loc: { start: { line: number; column: number }; end: { line: number; column: number } } }): Place {
  const { start, end } = loc;
  return { line: start.line, column: start.column + 1, length: end.line === start.line ? Math.max(1, end.column - start.column) : 1 };
}
