/**
 * Values that a name or a flag announces: `name = value`, `--token value`,
 * `コンピューター名: WEB01`. The names are data (secret-names.ts).
 */
import { isQuoteCode, isRunCode, skipWhile } from '../engine/lines/character-classes.ts';
import {
  ATTACHED_COMMANDS,
  ATTACHED_FLAGS,
  COMMAND_FLAGS,
  DIRECTORY_VARIABLES,
  LABELS,
  NAME_ENDINGS,
  TWO_WORD_NAMES,
  NAME_LAST_WORDS,
  NOT_NAMES,
  NAMES_WITH_QUOTED_VALUE,
  PATTERN_COMMANDS,
  WHOLE_NAMES,
} from './secret-names.ts';
import { isPlaceholder, type PrivateKind } from './value-formats.ts';
import { readAuthority } from './url-credentials.ts';
import { MAX_AHEAD, MAX_RUN, type SecretScanner } from './secret-scanner.ts';

/** Take a flag's value: `-p value`, `--password=value`, `"--token", "value"`, `-u name:value`. */
export function readFlag(
  scanner: SecretScanner,
  run: string,
  from: number,
  to: number,
): number | null {
  const { text } = scanner;
  if (text.charCodeAt(from - 1) !== 45) return null;
  const start = text.charCodeAt(from - 2) === 45 ? from - 2 : from - 1;
  if (start > 0 && !/[\s"'`[(,=]/.test(text[start - 1] ?? '')) return null;
  const attached = start === from - 1 ? readAttached(scanner, run, from, to) : null;
  if (attached !== null) return attached;
  const name = run.toLowerCase();
  const byCommand = flagOfCommand(scanner, run, from);
  const isShort = byCommand !== null || /^(?:[puh]|user)$/.test(name);
  const kind = byCommand ?? (isShort ? 'password' : kindOf(run));
  if (kind === null) return null;
  const value = skipWhile(
    text,
    to,
    to + 6,
    (code) => code === 32 || code === 44 || code === 34 || code === 39 || code === 61,
  );
  if (value === to) return null;
  const end = isQuoteCode(text.charCodeAt(value - 1))
    ? scanner.endOfQuoted(value)
    : scanner.endOfWord(value);
  const word = text.slice(value, Math.min(end, value + MAX_AHEAD));
  if (isNoFlagValue(scanner, word, isShort)) return null;
  if (kind === 'host' || (name === 'h' && /^[A-Z][A-Z_]*[\d\-.][\w\-.]*(?::\d+)?$/i.test(word)))
    return scanner.addHost(value);
  if (name === 'h') return null;
  if (kind === 'login' || (name === 'user' && text.charCodeAt(to) === 61))
    return readLogin(scanner, value, end, ANY_LOGIN);
  if (name === 'u' || name === 'user') return readLogin(scanner, value, end, LOGIN_WITH_PASSWORD);
  if (byCommand === null && name === 'p' && isPortOrPattern(scanner, run, word, from)) return null;
  scanner.addValue(kind, value, end);
  return end;
}

/** Return whether a word after a flag is a flag, path, URL, placeholder or plain word. */
function isNoFlagValue(scanner: SecretScanner, word: string, isShort: boolean): boolean {
  return (
    /^[-/~.|]/.test(word) ||
    (isShort && /^[a-z]+:\/\//.test(word)) ||
    isPlaceholder(word) ||
    (/^[a-z]+$/.test(word) && scanner.names.words.has(word))
  );
}

/** Return what a flag announces in the command before it, or null. */
function flagOfCommand(
  scanner: SecretScanner,
  run: string,
  from: number,
): PrivateKind | 'login' | null {
  if (!Object.hasOwn(COMMAND_FLAGS, run)) return null;
  const [kind, command] = COMMAND_FLAGS[run] ?? [];
  return kind && command?.test(scanner.text.slice(Math.max(0, from - 160), from)) ? kind : null;
}

/** Take a value that follows its flag without a space: `-pS3cret`, `-umonitor`. */
function readAttached(
  scanner: SecretScanner,
  run: string,
  from: number,
  to: number,
): number | null {
  const { text } = scanner;
  const letter = run[0] ?? '';
  const kind = letter === 'p' ? 'password' : ATTACHED_FLAGS[letter];
  if (!kind || text.charCodeAt(to) === 61) return null;
  const end = scanner.endOfWord(from + 1);
  if (kind !== 'password') {
    if (run.length === 1 || !ATTACHED_COMMANDS.test(text.slice(Math.max(0, from - 160), from)))
      return null;
  } else if (
    end <= from + 3 ||
    !isAttachedPassword(text.slice(from + 1, Math.min(end, from + MAX_AHEAD)))
  )
    return null;
  scanner.addValue(kind, from + 1, end);
  return end;
}

/** A login: the Windows domain, its separator, the name, and what precedes the password. */
const LOGIN_WITH_PASSWORD = /^(?:([\w.-]{1,64})(\\{1,2}))?([^\s:\\][^\s:]{0,255})(:)/;
/** The same, also with `%` before the password, or the name alone. */
const ANY_LOGIN =
  /^(?:([\w.-]{1,64})(\\{1,2}|\/(?=[^/%]*%)))?(?:([^\s:%\\][^\s:%]{0,255})([:%])|([a-z_][\w.@-]{0,63}\$?)$)/i;

/** Take a login that has the given form. */
function readLogin(scanner: SecretScanner, from: number, to: number, form: RegExp): number | null {
  const [all, domain = '', separator = '', name = '', sign = '', alone = ''] =
    form.exec(scanner.text.slice(from, Math.min(to, from + MAX_AHEAD))) ?? [];
  if (all === undefined) return null;
  const user = from + domain.length + separator.length;
  scanner.addValue('host', from, from + domain.length);
  scanner.addValue('user', user, user + name.length + alone.length);
  if (sign !== '') scanner.addValue('password', from + all.length, to);
  return to;
}

/**
 * Return whether the value of `-p` or `-P` is a port of a server or container, or a pattern.
 */
function isPortOrPattern(scanner: SecretScanner, run: string, word: string, from: number): boolean {
  return (
    run === 'P' ||
    /^[\d:,]{1,24}$/.test(word) ||
    PATTERN_COMMANDS.test(scanner.text.slice(Math.max(0, from - 160), from))
  );
}

/** A scheme of an `Authorization` header before its credentials. */
const SCHEME = /^(?:(?:Bearer|Basic|Token) |[a-z][\w-]{1,24} (?=\S*[\d+/=]|\S{20}))/i;
/** The rest of an XML element after its name. */
const ELEMENT = /^>[^<\s][^<\n]{0,256}<\//;

/**
 * Take the value of `name = value`, `name: value`, `"name": "value"`, `name => value` or
 * `<name>value</name>`.
 */
export function readNamed(
  scanner: SecretScanner,
  run: string,
  from: number,
  to: number,
): number | null {
  const { text } = scanner;
  const quote = skipWhile(text, to, to + 4, isQuoteCode);
  const found = readSign(text, from, quote);
  if (found === null) return null;
  const { code, after } = found;
  const isColon = code === 58 || code === 0xff1a;
  if (/^(?:name|key|value)$/i.test(run)) {
    const pair = readPair(scanner, after, run.length === 5);
    if (pair !== null) return pair;
  }
  if (code === 61 && /proxy$/i.test(run)) {
    const login = PROXY_LOGIN.exec(text.slice(after, after + MAX_RUN));
    if (login) return readAuthority(scanner, after + login[0].length);
  }
  const isParameter =
    code === 61 && /[?&]/.test(text[from - 1] ?? '') && /^(?:key|sig)$/i.test(run);
  const two = twoWordName(scanner, run, from);
  const kind = isParameter ? 'key' : (kindOf(run) ?? two?.kind ?? kindInQuotes(run, text, after));
  if (kind === null || (isColon && run === 'Server')) return null;
  const name = { run, kind, from: two?.from ?? from, to, isMarked: quote > to || two !== null };
  return readValue(scanner, name, after, isColon);
}

/** The space and quote before a proxy that has a login but no scheme: `user:password@proxy`. */
const PROXY_LOGIN = /^ ?["']?(?=[^\s"'@/:]{1,64}:[^\s"'@/]{1,128}@)/;

/** Maximum number of spaces between a name and its value. */
const MAX_INDENT = 32;

/** A name before a value, and what kind of value it announces. */
interface Name {
  run: string;
  kind: PrivateKind;
  from: number;
  to: number;
  /** Whether it is quoted or cannot be a word of a sentence. */
  isMarked: boolean;
}

/** Where a value begins. */
interface Opening {
  value: number;
  isQuoted: boolean;
  /** Whether a YAML tag, such as `!vault`, precedes it. */
  isTagged: boolean;
}

/** Find where the value after a sign begins. Only the first value of a list is taken. */
function openValue(text: string, after: number): Opening {
  const spaced = skipWhile(text, after, after + MAX_INDENT, (code) => code === 32);
  const tag = /^!\S{1,40} +/.exec(text.slice(spaced, spaced + 48))?.[0].length ?? 0;
  const blank = spaced + tag;
  const first =
    text.charCodeAt(blank) === 91 && isQuoteCode(text.charCodeAt(blank + 1)) ? blank + 1 : blank;
  const value = skipWhile(text, first, first + 5, isQuoteCode);
  return { value, isQuoted: value > first, isTagged: tag > 0 };
}

/** Take the value of a name, starting after the sign between them. */
function readValue(
  scanner: SecretScanner,
  name: Name,
  after: number,
  isColon: boolean,
): number | null {
  const { text } = scanner;
  const { run, kind } = name;
  const opening = openValue(text, after);
  const { isQuoted, isTagged } = opening;
  let { value } = opening;
  // The parameters of Digest are `name=value` pairs of their own.
  if (/^Digest $/i.test(text.slice(value, value + 7))) return value + 7;
  if (run.toLowerCase().endsWith('authorization'))
    value += SCHEME.exec(text.slice(value, value + MAX_AHEAD))?.[0].length ?? 0;
  if (kind === 'host')
    return readNamedHost(
      scanner,
      value + (run === 'Server' && text.startsWith('tcp:', value) ? 4 : 0),
      isColon && !name.isMarked,
      isQuoted,
    );
  const isCookie = isColon && run.toLowerCase().endsWith('cookie');
  const end = isQuoted
    ? scanner.endOfQuoted(opening.value)
    : isCookie
      ? endOfCookie(text, name.from, value)
      : scanner.endOfWord(value);
  const word = text.slice(value, Math.min(end, value + MAX_AHEAD));
  if (isPlaceholder(word) || isPath(word)) return null;
  // A quoted message that ends at the colon has no value: `"Invalid Credentials": \n"`.
  if (/^ *\\+n["'\\]*(?:\s|$)/.test(text.slice(after, after + MAX_INDENT))) return null;
  // `pass: 12, fail: 3` counts tests.
  if (/^pass$/i.test(run) && /^\d{1,3}$/.test(word)) return null;
  // MySQL says only whether a password was sent: `(using password: NO)`.
  if (/^(?:YES|NO)\)/.test(word)) return null;
  const isInProse = isColon && !isQuoted && !name.isMarked;
  if (kind === 'user' && !isUserName(scanner, name, word, end, isInProse)) return null;
  if (isInProse && !isCookie && !isTagged && !isEvident(scanner, name, word, end)) return null;
  if (isInProse && !scanner.startsLine(name.from) && !/\d|\W/.test(word)) return null;
  scanner.addValue(kind, value, end);
  return Math.max(end, name.to + 1);
}

/**
 * Return whether a word after a name and a colon must be a value: the pair begins or ends the line,
 * or the word is long and has a digit.
 */
function isEvident(scanner: SecretScanner, { from }: Name, word: string, end: number): boolean {
  return scanner.startsLine(from) || scanner.endsLine(end) || (/\d/.test(word) && word.length >= 8);
}

/** Return where a cookie ends: at the end of its line or at the quote that opened the header. */
function endOfCookie(text: string, name: number, value: number): number {
  const quote = text[name - 1] === "'" ? 39 : 34;
  return skipWhile(text, value, value + 4096, (code) => code >= 32 && code !== quote);
}

/** Read the sign between a name and its value: `=`, `:`, `=>`, or the `>` of an XML element. */
function readSign(text: string, from: number, to: number): { code: number; after: number } | null {
  const sign = skipWhile(text, to, to + 24, (code) => code === 32);
  const code = text.charCodeAt(sign);
  if (code === 62)
    return text[from - 1] === '<' && ELEMENT.test(text.slice(sign, sign + MAX_AHEAD))
      ? { code, after: sign + 1 }
      : null;
  if (code !== 58 && code !== 0xff1a && code !== 61 && code !== 0xff1d) return null;
  return { code, after: code === 61 && text.charCodeAt(sign + 1) === 62 ? sign + 2 : sign + 1 };
}

/**
 * Take the value of `"name":"DB_PASSWORD","value":"x"`, starting after the first colon; in YAML,
 * one line each. `isReversed`: the value comes before the name.
 */
function readPair(scanner: SecretScanner, from: number, isReversed: boolean): number | null {
  const { text } = scanner;
  const head = /^ {0,8}["'\\]{0,4}/.exec(text.slice(from, from + 12))?.[0].length ?? 0;
  const first = from + head;
  const end = skipWhile(
    text,
    first,
    first + MAX_AHEAD,
    isReversed ? (code) => code > 32 && !isQuoteCode(code) : isRunCode,
  );
  const next =
    /^["'\\]{0,4},?\s{0,40}["'\\]{0,4}(name|key|value)["'\\]{0,4} ?[:=] ?["'\\]{0,4}/i.exec(
      text.slice(end, end + 80),
    );
  if (!next || (next[1]?.length === 5) === isReversed) return null;
  const second = end + next[0].length;
  const isQuoted = isQuoteCode(text.charCodeAt(second - 1));
  const last = isReversed
    ? skipWhile(text, second, second + MAX_RUN, isRunCode)
    : isQuoted
      ? scanner.endOfQuoted(second)
      : scanner.endOfWord(second);
  const kind = kindOf(isReversed ? text.slice(second, last) : text.slice(first, end));
  const [at, to] = isReversed ? [first, end] : [second, last];
  if (kind === null || isPath(text.slice(at, Math.min(to, at + MAX_AHEAD)))) return null;
  if (kind === 'host') return scanner.addHost(at);
  scanner.addValue(kind, at, to);
  return to;
}

/**
 * Return whether a value may be a user name. A number after `user` or `uid` is none. In prose, only
 * the last word of a line is one.
 */
function isUserName(
  scanner: SecretScanner,
  name: Name,
  word: string,
  end: number,
  isInProse: boolean,
): boolean {
  const isCertain = /name$/i.test(name.run) || /^[\p{L}_][\p{L}\p{N}_.@:+\\-]+\$?$/u.test(word);
  return isCertain && !NOT_NAMES.has(word.toLowerCase()) && (!isInProse || scanner.endsLine(end));
}

function readNamedHost(
  scanner: SecretScanner,
  from: number,
  isColon: boolean,
  isQuoted: boolean,
): number | null {
  const end = skipWhile(scanner.text, from, from + MAX_AHEAD, isRunCode);
  const next = scanner.text.charCodeAt(end);
  if (end === from || next === 40 || (isColon && !isQuoted && !scanner.endsLine(end))) return null;
  if (!isQuoted && NOT_NAMES.has(scanner.text.slice(from, end))) return null;
  // A display name may have several words.
  const name = isQuoted
    ? /^[\p{L}\p{N}][^\s"'`,;:/\\[]*(?: [^\s"'`,;:/\\[]+)+/u.exec(
        scanner.text.slice(from, scanner.endOfQuoted(from)),
      )
    : null;
  if (!name) return scanner.addHost(from);
  scanner.addValue('host', from, from + name[0].length);
  return from + name[0].length;
}

/** Take the value after a Japanese label: `コンピューター名: WEB01`, `パスワード：x`. */
export function readLabel(scanner: SecretScanner, at: number): number {
  const { text } = scanner;
  const head = text.slice(at, at + 48);
  for (const [kind, label] of LABELS) {
    const length = label.exec(head)?.[0].length ?? 0;
    if (
      length === 0 ||
      (head.startsWith('キー') && !/API ?$/.test(text.slice(Math.max(0, at - 4), at)))
    )
      continue;
    const from = skipWhile(
      text,
      at + length,
      at + length + 2,
      (code) => isQuoteCode(code) || code === 0x300c,
    );
    if (kind === 'host') return scanner.addHost(from);
    if (kind === 'id') return readMyNumber(scanner, from);
    // A Japanese sentence continues without a space after a Latin value.
    const isLatin = text.charCodeAt(from) < 0x80;
    const to = skipWhile(
      text,
      from,
      from + MAX_AHEAD,
      (code) =>
        code > 32 &&
        (!isLatin || code < 0x3000) &&
        !'"\'`<>、。，；（）「」'.includes(String.fromCharCode(code)),
    );
    const slash = kind === 'user' ? text.slice(from, to).lastIndexOf('\\') + 1 : 0;
    if (slash > 1) scanner.addValue('host', from, from + slash - 1);
    scanner.addValue(kind, from + slash, to);
    return to;
  }
  return at + 1;
}

/** Take an individual number (My Number, 12 digits), also in groups of four. */
function readMyNumber(scanner: SecretScanner, from: number): number {
  const length =
    /^\d{4}([ -]?)\d{4}\1\d{4}(?!\d)/.exec(scanner.text.slice(from, from + 16))?.[0].length ?? 0;
  if (length > 0) scanner.addValue('id', from, from + length);
  return from + length;
}

/** Return what a name of two words, such as `Data Source=`, announces, and its start; or null. */
function twoWordName(
  { text }: SecretScanner,
  run: string,
  from: number,
): { kind: PrivateKind; from: number } | null {
  if (!Object.hasOwn(TWO_WORD_NAMES, run)) return null;
  for (const [before, kind] of TWO_WORD_NAMES[run] ?? []) {
    const begin = from - before.length - 1;
    if (text.startsWith(`${before} `, begin)) return { kind, from: begin };
  }
  return null;
}

/** Return what a name announces if its value is quoted: `"auth": "…"`. */
function kindInQuotes(run: string, text: string, from: number): PrivateKind | null {
  return Object.hasOwn(NAMES_WITH_QUOTED_VALUE, run) &&
    /^ ?\\{0,3}["']/.test(text.slice(from, from + 5))
    ? (NAMES_WITH_QUOTED_VALUE[run] ?? null)
    : null;
}

/** Names by their last letter, which rules out most words quickly. */
const BY_LAST_LETTER = new Map<number, (readonly [string, PrivateKind])[]>();
for (const named of NAME_ENDINGS) {
  const last = named[0].charCodeAt(named[0].length - 1);
  BY_LAST_LETTER.set(last, [...(BY_LAST_LETTER.get(last) ?? []), named]);
}

/** Return the kind of value that a name announces, or null. */
function kindOf(name: string): PrivateKind | null {
  if (name.length > 100 || DIRECTORY_VARIABLES.has(name)) return null;
  const whole = WHOLE_NAMES[name];
  if (whole !== undefined) return whole;
  const lower = name.toLowerCase();
  const candidates = BY_LAST_LETTER.get(lower.charCodeAt(lower.length - 1));
  if (candidates) {
    const squeezed = lower.replace(/[._-]/g, '');
    for (const [end, kind] of candidates) if (squeezed.endsWith(end)) return kind;
  }
  const last = /(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(name)?.[0].toLowerCase() ?? '';
  if (Object.hasOwn(NAME_LAST_WORDS, last)) return NAME_LAST_WORDS[last] ?? null;
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|AUTH)$/.test(name) ? 'key' : null;
}

/**
 * Return whether `-pS3cret` holds a password: not a long flag (`-pidfile`, `-print0`), not a port.
 */
function isAttachedPassword(word: string): boolean {
  return (
    !/^[\d:,]+$|^[a-z]+[A-Z][A-Za-z]*$|^rint0$|^[A-Z]+$|[:=].*[/.]/.test(word) &&
    /^[A-Z]|[^a-z-]/.test(word)
  );
}

function isPath(word: string): boolean {
  return (
    /^(?:\/|[A-Z]:\\)[\w./\\ -]*$/i.test(word) && !/[A-Z\d]{3}/.test(word) && word.length < 100
  );
}
