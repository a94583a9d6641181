/** Reads from source code the texts that a program may print. */

/** A string in a source file, as an argument of a call. */
export interface SourceString {
  /** The format string, with `%v` for values that are joined to it. */
  text: string;
  /** The function that gets it, such as `logger.Errorf`. */
  callee: string;
  /** Whether that function prints or reports it; otherwise it only formats it. */
  isPrinted: boolean;
  file: string;
  line: number;
}

/** How a language writes strings and comments. */
interface Syntax {
  /** Quotation marks, the longest first; a raw string has no escapes. */
  quotes: { mark: string; isRaw: boolean }[];
  lineComment: string;
  hasBlockComments: boolean;
  /** Whether single quotation marks enclose a character rather than a string. */
  hasCharacters: boolean;
}

const DOUBLE = { mark: '"', isRaw: false };
const SINGLE = { mark: "'", isRaw: false };
const C_LIKE: Syntax = {
  quotes: [DOUBLE],
  lineComment: '//',
  hasBlockComments: true,
  hasCharacters: true,
};
const GO: Syntax = { ...C_LIKE, quotes: [DOUBLE, { mark: '`', isRaw: true }] };
const SCRIPT: Syntax = {
  quotes: [DOUBLE, SINGLE, { mark: '`', isRaw: false }],
  lineComment: '//',
  hasBlockComments: true,
  hasCharacters: false,
};
const HASH: Syntax = {
  quotes: [{ mark: '"""', isRaw: false }, { mark: "'''", isRaw: false }, DOUBLE, SINGLE],
  lineComment: '#',
  hasBlockComments: false,
  hasCharacters: false,
};

const SYNTAXES: Record<string, Syntax> = {
  go: GO,
  ...Object.fromEntries(
    'c h cc cpp cxx hpp cs java kt kts scala swift rs m'.split(' ').map((name) => [name, C_LIKE]),
  ),
  ...Object.fromEntries('js mjs cjs ts jsx tsx php'.split(' ').map((name) => [name, SCRIPT])),
  ...Object.fromEntries('py rb pl pm sh ex'.split(' ').map((name) => [name, HASH])),
};

/** Matches the name of a function that prints or reports a message. */
const PRINTS =
  /log|err|warn|info|debug|fatal|panic|print|trace|notice|crit|throw|exception|raise|fail|die|abort|msg|message|report|wrap/i;
/** Matches the name of a function that formats a text and returns it. */
const FORMATS = /sn?printf|\bSprint|format|asprintf/i;

/** Return whether a file is source code that can be read. */
export function isSource(file: string): boolean {
  return Object.hasOwn(SYNTAXES, extensionOf(file));
}

/**
 * Return the texts of a source file that may be printed: strings of two words or more that are
 * arguments of a function whose name says that it logs, formats or reports an error.
 */
export function readPrintedStrings(source: string, file: string): SourceString[] {
  const syntax = SYNTAXES[extensionOf(file)];
  if (!syntax) return [];
  return new SourceReader(source, syntax)
    .read()
    .flatMap(({ calls, ...string }) => {
      const callee = calls.findLast((name) => name !== '') ?? '';
      const isPrinted = calls.some((name) => PRINTS.test(name) && !FORMATS.test(name));
      return isPrinted || FORMATS.test(callee) ? [{ ...string, callee, isPrinted, file }] : [];
    })
    .filter(({ text }) => (text.match(/\p{L}{2,}/gu) ?? []).length >= 2 && text.includes(' '));
}

function extensionOf(file: string): string {
  return /\.([a-z]+)$/.exec(file)?.[1] ?? '';
}

/** The name before an opening parenthesis: `fmt.Errorf`, `std::runtime_error`, `println!`. */
const CALLEE = /([A-Z_$][\w$]*(?:(?:\.|::|->)[A-Z_$][\w$]*)*)!?\s*$/i;
const MAX_CALLEE = 80;

/** A string, with the calls around it, the innermost last. */
interface FoundString {
  text: string;
  calls: string[];
  line: number;
}

/** Reads source code and collects its strings, with the calls that they are in. */
class SourceReader {
  readonly #source: string;
  readonly #syntax: Syntax;
  readonly #found: FoundString[] = [];
  /** The functions whose arguments are being read, the innermost last. */
  readonly #calls: string[] = [];
  #at = 0;
  #line = 1;

  constructor(source: string, syntax: Syntax) {
    this.#source = source;
    this.#syntax = syntax;
  }

  read(): FoundString[] {
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at] ?? '';
      if (this.#skipComment() || this.#skipCharacter()) continue;
      if (this.#quoteHere()) {
        this.#readText();
        continue;
      }
      if (character === '(') {
        const before = this.#source.slice(Math.max(0, this.#at - MAX_CALLEE), this.#at);
        this.#calls.push(CALLEE.exec(before)?.[1] ?? '');
      } else if (character === ')') this.#calls.pop();
      this.#advance(1);
    }
    return this.#found;
  }

  /** Read a string and all that is joined to it: further strings, and each value as `%v`. */
  #readText(): void {
    const line = this.#line;
    let text = /[+.]\s*$/.test(this.#source.slice(Math.max(0, this.#at - 4), this.#at)) ? '%v' : '';
    for (;;) {
      text += this.#readString();
      this.#skipSpace();
      if (this.#quoteHere()) continue;
      if (this.#source[this.#at] !== '+') break;
      this.#advance(1);
      this.#skipSpace();
      if (this.#quoteHere()) continue;
      text += '%v';
      this.#skipValue();
      if (this.#source[this.#at] !== '+') break;
      this.#advance(1);
      this.#skipSpace();
      if (!this.#quoteHere()) break;
    }
    this.#found.push({ text, calls: [...this.#calls], line });
  }

  /** Read one string; the position is after its closing quotation mark. */
  #readString(): string {
    const quote = this.#quoteHere();
    if (!quote) return '';
    this.#advance(quote.mark.length);
    let text = '';
    while (this.#at < this.#source.length && !this.#source.startsWith(quote.mark, this.#at)) {
      const character = this.#source[this.#at] ?? '';
      // Without a closing mark on this line it is not a string, but probably an apostrophe.
      if (character === '\n' && quote.mark.length === 1 && !quote.isRaw && quote.mark !== '`')
        return text;
      const isEscape = character === '\\' && !quote.isRaw;
      text += isEscape ? unescape(this.#source[this.#at + 1] ?? '') : character;
      this.#advance(isEscape ? 2 : 1);
    }
    this.#advance(quote.mark.length);
    return text;
  }

  #quoteHere(): Syntax['quotes'][number] | undefined {
    return this.#syntax.quotes.find(({ mark }) => this.#source.startsWith(mark, this.#at));
  }

  #skipSpace(): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#advance(1);
  }

  /** Skip the value that is joined to a string, up to the next `+` or the end of the argument. */
  #skipValue(): void {
    for (let depth = 0; this.#at < this.#source.length; this.#advance(1)) {
      const character = this.#source[this.#at] ?? '';
      if (depth === 0 && '+,);\n'.includes(character)) return;
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character)) depth--;
    }
  }

  #skipComment(): boolean {
    const { lineComment, hasBlockComments } = this.#syntax;
    const isLine = this.#source.startsWith(lineComment, this.#at);
    if (!isLine && !(hasBlockComments && this.#source.startsWith('/*', this.#at))) return false;
    const end = this.#source.indexOf(isLine ? '\n' : '*/', this.#at + 2);
    this.#advance((end < 0 ? this.#source.length : end + (isLine ? 0 : 2)) - this.#at);
    return true;
  }

  /** Skip a character in single quotation marks, which may be a quotation mark. */
  #skipCharacter(): boolean {
    if (!this.#syntax.hasCharacters || this.#source[this.#at] !== "'") return false;
    const [character] = /^'(?:\\.[^']{0,8}|[^'\\])'/su.exec(
      this.#source.slice(this.#at, this.#at + 12),
    ) ?? ["'"];
    this.#advance(character.length);
    return true;
  }

  #advance(count: number): void {
    for (let index = 0; index < count; index++) if (this.#source[this.#at++] === '\n') this.#line++;
  }
}

function unescape(character: string): string {
  return character === 'n' ? '\n' : character === 't' ? '\t' : character;
}
