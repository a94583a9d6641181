/** TOML parser: turns tokens into tables of values with their positions. */
import type { Pair, TomlNode, Table } from './toml-tree.ts';
import { LIMITS, SyntaxFault, Tokens, type Token } from './toml-tokens.ts';
import type { LimitCode, SyntaxCode } from '../model/inspection.ts';

/**
 * Parse TOML.
 *
 * @throws SyntaxFault with the first error
 */
export function parseToml(text: string): Table[] {
  return new Parser(text).parse();
}

/** The size of the full path of a key. */
interface Extent {
  parts: number;
  characters: number;
}

const TOP: Extent = { parts: 0, characters: 0 };

class Parser {
  readonly #text: string;
  readonly #tokens: Tokens;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = new Tokens(text);
  }

  parse(): Table[] {
    const tables: Table[] = [{ key: [], isList: false, pairs: [] }];
    let above = TOP;
    for (let token = this.#tokens.readToken('key'); token.kind !== 'end';) {
      let end: number;
      if (isMark(token, '[')) {
        const { table, last } = this.#readHeading(token);
        above = extend(TOP, table.key);
        tables.push(table);
        end = last.endLine;
      } else {
        if (!isName(token)) fail('character', token);
        const pair = this.#readPair(token, above);
        tables.at(-1)?.pairs.push(pair);
        end = pair.value.endLine;
      }
      token = this.#tokens.readToken('key');
      if (token.kind !== 'end' && token.line === end) fail('newline', token);
    }
    return tables;
  }

  /** Read the next token; fail with `fault` unless it is on the same line as the one before. */
  #nextOnLine(
    before: Token,
    expected: 'value' | 'key' = 'key',
    fault: 'one-line' | 'table-end' = 'one-line',
  ): Token {
    const token = this.#tokens.readToken(expected);
    if (token.kind !== 'end' && token.line !== before.endLine) fail(fault, token);
    return token;
  }

  #readHeading(opening: Token): { table: Table; last: Token } {
    let token = this.#nextOnLine(opening);
    const isList = isMark(token, '[');
    if (isList) {
      if (token.from > opening.from + 1) fail('other', token);
      token = this.#nextOnLine(token);
    }
    if (isMark(token, ']')) fail('key', token);
    if (isMark(token, '.')) fail('dots', token);
    const { key, next } = this.#readKey(token, 'table-end');
    if (!isMark(next, ']')) fail('table-end', next);
    const table = { key, isList, pairs: [] };
    if (!isList) return { table, last: next };
    const last = this.#nextOnLine(next, 'key', 'table-end');
    if (!isMark(last, ']')) fail('table-end', last);
    if (last.from > next.from + 1) fail('other', last);
    return { table, last };
  }

  /** Read the names of a key; also return the token after them, or fail if the line ends before. */
  #readKey(
    first: Token,
    fault: 'one-line' | 'table-end' = 'one-line',
  ): { key: Token[]; next: Token } {
    const key: Token[] = [];
    for (let token = first; isName(token);) {
      key.push(token);
      const dot = this.#nextOnLine(token, 'key', fault);
      if (!isMark(dot, '.')) return { key, next: dot };
      token = this.#nextOnLine(dot);
      if (!isName(token)) fail('dots', dot);
    }
    return { key, next: first };
  }

  #readPair(first: Token, above: Extent): Pair {
    const { key, next } = this.#readKey(first);
    if (!isMark(next, '=')) fail('equals', next);
    const own = extend(above, key);
    return { key, value: this.#readValue(this.#nextOnLine(next, 'value'), own) };
  }

  #readValue(token: Token, above: Extent): TomlNode {
    if (isMark(token, '[') || isMark(token, '{')) {
      if (++this.#depth > LIMITS.nesting) fail('nesting', token);
      const node =
        token.raw === '[' ? this.#readList(token, above) : this.#readBraces(token, above);
      this.#depth--;
      return node;
    }
    if (token.kind === 'end') fail('value', token);
    if (token.kind === 'mark') fail('character', token);
    return { token, raw: token.raw, endLine: token.endLine };
  }

  #readList(opening: Token, above: Extent): TomlNode {
    const items: TomlNode[] = [];
    for (;;) {
      let token = this.#tokens.readToken('value');
      if (!isMark(token, ']')) {
        items.push(this.#readValue(token, above));
        token = this.#tokens.readToken('value');
        if (isMark(token, ',')) continue;
        if (!isMark(token, ']')) fail(token.kind === 'end' ? 'array-end' : 'comma', token);
      }
      return this.#finishNode(token, { token: opening, items });
    }
  }

  #readBraces(opening: Token, above: Extent): TomlNode {
    const pairs: Pair[] = [];
    for (;;) {
      let token = this.#tokens.readToken('key');
      if (!isMark(token, '}')) {
        if (!isName(token))
          fail(token.kind === 'end' && pairs.length > 0 ? 'inline-end' : 'character', token);
        pairs.push(this.#readPair(token, above));
        token = this.#tokens.readToken('key');
        if (isMark(token, ',')) continue;
        if (!isMark(token, '}')) fail(token.kind === 'end' ? 'inline-end' : 'comma', token);
      }
      return this.#finishNode(token, { token: opening, pairs });
    }
  }

  #finishNode(last: Token, node: Omit<TomlNode, 'raw' | 'endLine'>): TomlNode {
    return {
      ...node,
      raw: this.#text.slice(node.token.from, last.from + 1),
      endLine: last.endLine,
    };
  }
}

function isMark(token: Token, mark: string): boolean {
  return token.kind === 'mark' && token.raw === mark;
}

function isName({ kind }: Token): boolean {
  return kind === 'bare' || kind === 'string';
}

/** Add a key to the path above it, within the limits, because each entry stores its full path. */
function extend(above: Extent, key: readonly Token[]): Extent {
  const parts = above.parts + key.length;
  const characters = key.reduce((sum, { text }) => sum + text.length, above.characters);
  if (parts > LIMITS['key-parts']) fail('key-parts', key[0] as Token);
  if (characters > LIMITS['key-length']) fail('key-length', key[0] as Token);
  return { parts, characters };
}

function fail(code: SyntaxCode | LimitCode, token: Token): never {
  throw new SyntaxFault(code, token);
}
