/**
 * Tokenizer for TOML 1.1. Tokens depend on what is expected: `1.5` is one number as a value, and
 * three tokens as a key.
 */
import type { SyntaxCode, LimitCode } from '../model/inspection.ts';

/** A token of TOML. */
export interface Token {
  /** `lines` is a multi-line string, which cannot be a key. */
  kind: 'mark' | 'bare' | 'string' | 'lines' | 'integer' | 'float' | 'boolean' | 'date' | 'end';
  /** The source text. */
  raw: string;
  /** The decoded text of a name or a string. */
  text: string;
  number: number;
  /** Offset in the text. */
  from: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  endLine: number;
}

/** Maximum parts and characters of a key including its table, and nesting depth of values. */
export const LIMITS: Record<LimitCode, number> = {
  'key-parts': 20,
  'key-length': 500,
  nesting: 100,
};

/** Thrown if a text is not TOML from this place on, or exceeds a limit. */
export class SyntaxFault extends Error {
  readonly code: SyntaxCode | LimitCode;
  readonly line: number;
  readonly column: number;
  /** The start of an unterminated string; null for other faults. */
  readonly opened: Token | null;

  constructor(
    code: SyntaxCode | LimitCode,
    { line, column }: Pick<Token, 'line' | 'column'>,
    opened: Token | null = null,
  ) {
    super(code);
    this.opened = opened;
    this.code = code;
    this.line = line;
    this.column = column;
  }
}

const MARKS = '.=[]{},';
const BLANKS = /[ \t\r\n]*/y;
const COMMENT = /#[^\x00-\x08\x0a-\x1f\x7f]*/y;
const BARE = /[\w-]+/y;
const WORD = /true|false|[+-]?(?:nan|inf)/y;
const LIKE_DATE = /\d{4}-|\d\d:/y;
const DATE =
  /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?/iy;
const DIGITS = /[\d_]*/y;
const RADIX_DIGITS: Record<string, RegExp> = { x: /[\da-f_]*/iy, o: /[0-7_]*/y, b: /[01_]*/y };
/** Plain characters of a string, by its quote; a backslash is plain between single quotes. */
const PLAIN: Record<string, RegExp> = {
  '"': /[^"\\\x00-\x08\x0a-\x1f\x7f]*/y,
  "'": /[^'\x00-\x08\x0a-\x1f\x7f]*/y,
  '"""': /[^"\\\x00-\x08\v\f\x0e-\x1f\x7f]*/y,
  "'''": /[^'\x00-\x08\v\f\x0e-\x1f\x7f]*/y,
};
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  e: '\x1b',
};
const CODE = /x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y;
/** An escaped line break in a multi-line string. */
const BREAK = /[ \t]*\r?\n[ \t\r\n]*/y;

/** Reads the tokens of a text one by one. */
export class Tokens {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Read the next token, expecting a value or a key. @throws SyntaxFault */
  readToken(expected: 'value' | 'key'): Token {
    this.#skipGaps();
    const from = this.#at;
    const token: Token = {
      kind: 'end',
      raw: '',
      text: '',
      number: Number.NaN,
      from,
      line: this.#line,
      column: from - this.#lineStart + 1,
      endLine: this.#line,
    };
    const character = this.#text[from];
    if (character === undefined) return token;
    if (MARKS.includes(character)) {
      token.kind = 'mark';
      this.#at++;
    } else if (character === '"' || character === "'") this.#readString(character, token);
    else if (expected === 'value') this.#readValue(token);
    else if (this.#match(BARE) !== '') token.kind = 'bare';
    else this.#fail('character');
    token.raw = this.#text.slice(from, this.#at);
    if (token.kind === 'bare') token.text = token.raw;
    token.endLine = this.#line;
    return token;
  }

  #fail(code: SyntaxCode, at = this.#at, opened: Token | null = null): never {
    throw new SyntaxFault(code, { line: this.#line, column: at - this.#lineStart + 1 }, opened);
  }

  /** Consume and return what a sticky pattern matches here, counting its line breaks. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    const last = found.lastIndexOf('\n');
    if (last >= 0) {
      this.#line += found.split('\n').length - 1;
      this.#lineStart = this.#at + last + 1;
    }
    this.#at += found.length;
    return found;
  }

  #skipGaps(): void {
    for (;;) {
      this.#match(BLANKS);
      if (this.#match(COMMENT) === '') return;
      if (!'\r\n'.includes(this.#text[this.#at] ?? '\n')) this.#fail('character');
    }
  }

  #readString(quote: string, token: Token): void {
    const isLong = this.#text.startsWith(quote.repeat(3), this.#at);
    const mark = isLong ? quote.repeat(3) : quote;
    token.kind = isLong ? 'lines' : 'string';
    this.#at += mark.length;
    if (isLong) this.#match(/\r?\n?/y);
    for (;;) {
      token.text += this.#match(PLAIN[mark] as RegExp);
      const next = this.#text[this.#at];
      if (next === quote) {
        const quotes = isLong ? this.#match(quote === '"' ? /"+/y : /'+/y).length : 1;
        // Up to two quotes may precede the closing three.
        if (quotes > mark.length + 2) this.#fail('other', this.#at - quotes);
        if (!isLong) this.#at++;
        token.text += quote.repeat(quotes < mark.length ? quotes : quotes - mark.length);
        if (quotes >= mark.length) return;
      } else if (next === '\\') token.text += this.#readEscape(isLong);
      else if (next === undefined || '\r\n'.includes(next))
        this.#fail('string-end', this.#at, token);
      else this.#fail('other');
    }
  }

  #readEscape(isLong: boolean): string {
    this.#at++;
    const plain = ESCAPES[this.#text[this.#at] ?? ''];
    if (plain !== undefined) {
      this.#at++;
      return plain;
    }
    if (isLong && this.#match(BREAK) !== '') return '';
    const code = this.#match(CODE);
    if (code === '') this.#fail('escape');
    const point = Number.parseInt(code.slice(1), 16);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      this.#fail('character', this.#at - 1);
    return String.fromCodePoint(point);
  }

  #readValue(token: Token): void {
    const word = this.#match(WORD);
    token.kind = word === '' ? 'integer' : /^[tf]/.test(word) ? 'boolean' : 'float';
    if (token.kind === 'float')
      token.number = word.endsWith('nan')
        ? Number.NaN
        : word.startsWith('-')
          ? -Infinity
          : Infinity;
    if (word !== '') return;
    LIKE_DATE.lastIndex = this.#at;
    if (LIKE_DATE.test(this.#text)) {
      token.kind = 'date';
      if (this.#match(DATE) === '') this.#fail('character', LIKE_DATE.lastIndex);
    } else this.#readNumber(token);
  }

  #readNumber(token: Token): void {
    const text = this.#text;
    const sign = this.#match(/[+-]/y);
    const radix = text[this.#at] === '0' ? RADIX_DIGITS[text[this.#at + 1] ?? ''] : undefined;
    if (radix) {
      if (sign !== '') this.#fail('character', this.#at + 1);
      this.#at += 2;
      this.#readDigits(radix);
    } else {
      if (text[this.#at] === '0') {
        if (sign === '' && /\d/.test(text[this.#at + 1] ?? '')) this.#fail('number');
        this.#at++;
      } else if (/\d/.test(text[this.#at] ?? '')) this.#readDigits(DIGITS);
      else this.#fail('character');
      for (const mark of [/\./y, /e[+-]?/iy]) {
        if (this.#match(mark) === '') continue;
        token.kind = 'float';
        this.#readDigits(DIGITS);
      }
    }
    token.number = Number(text.slice(token.from, this.#at).replaceAll('_', ''));
  }

  /** Read digits; underscores are allowed only between them. */
  #readDigits(digits: RegExp): void {
    const found = this.#match(digits);
    const from = this.#at - found.length;
    if (found === '') this.#fail('character');
    const wrong = /^_|(?<=_)_|(?<=_)$/.exec(found);
    if (wrong) this.#fail('number', from + wrong.index);
  }
}
