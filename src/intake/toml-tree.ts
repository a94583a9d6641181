/** The parser's output: tables of pairs. */
import type { Token } from './toml-tokens.ts';

/** A key and its value. */
export interface Pair {
  key: Token[];
  value: TomlNode;
}

/** A value: a token, a list, or an inline table. */
export interface TomlNode {
  /** Its first token. */
  token: Token;
  /** The source text. */
  raw: string;
  endLine: number;
  items?: TomlNode[];
  pairs?: Pair[];
}

/** A table header and the keys below it; the first table has no header. */
export interface Table {
  key: Token[];
  /** Whether the header has double brackets. */
  isList: boolean;
  pairs: Pair[];
}
