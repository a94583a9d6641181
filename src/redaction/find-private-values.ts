/**
 * Find private values in a text.
 *
 * One pass from left to right, with bounded look-behind. At the start of each run of letters,
 * digits, `.`, `_` and `-`, it asks in this order:
 * 1. Is the run private by its format? An address, an AWS id, a token
 * 2. Does it announce a value? `apikey = "…"`, `https://`, `-p `, `/home/`, `lookup `,
 *    `Nov 24 22:41:04 `
 * 3. Does it look random (random-text.ts)? Then it is a key, whatever comes before it. In text that
 *    a person typed, any long unbroken word is a key.
 * 4. Is it a domain name? Then it is a host.
 *
 * Values that only the following text reveals, such as the lines of a private key, are found before
 * the pass (lookahead-values.ts). The names (secret-names.ts) and the phrases (phrases.ts) that
 * announce values are tables. redact.ts searches the rest of the text for values that only their
 * context makes private.
 */
import {
  hasDigit,
  isAlphanumeric,
  isDigitCode,
  isNameCode,
  isRunCode,
  skipWhile,
} from '../engine/lines/character-classes.ts';
import { readColonAddress, readIpv4 } from './network-addresses.ts';
import { findRandom, isKeyCode, type Span } from './random-text.ts';
import { findLookaheadValues } from './lookahead-values.ts';
import { readFlag, readLabel, readNamed } from './key-value-secrets.ts';
import { PUBLIC_HASH_LABEL, MONTHS } from './secret-names.ts';
import type { PublicNames } from './public-names.ts';
import { readPersonalNumber } from './phone-card-numbers.ts';
import { readJournalLine, readIsoLine } from './log-line-hosts.ts';
import { readContextValue } from './contextual-values.ts';
import { findFormat, isCloudIdentifier, isDomain, isPlaceholder } from './value-formats.ts';
import { readMailOrPrompt, readAuthority } from './url-credentials.ts';
import { MAX_AHEAD, MAX_RUN, SecretScanner, type PrivateValue } from './secret-scanner.ts';

/** From this length on, an unbroken word that a person typed is a key, whatever it looks like. */
const MIN_TYPED_KEY = 32;

/**
 * Find all private values of a text, in order and without overlap, in linear time. The names of the
 * products are not among them.
 */
export function findPrivateValues(
  text: string,
  names: PublicNames,
  isTyped = false,
): PrivateValue[] {
  const scanner = new SecretScanner(normalizeInPlace(text), names, isTyped);
  const ahead = findLookaheadValues(scanner.text);
  let next = 0;
  for (let at = 0; at < text.length;) {
    while ((ahead[next]?.to ?? Infinity) <= at) next++;
    const value = ahead[next];
    if (value && value.from <= at) {
      scanner.addValue(value.kind, at, value.to);
      at = value.to;
    } else at = step(scanner, at);
  }
  return scanner.found;
}

/**
 * Undo the effects of copying, colors and JSON on a text; keep its length, so offsets stay valid.
 */
export function normalizeInPlace(text: string): string {
  if (!/[\\\t\x1b\u00a0\u2007\u202f\u3000\u2018-\u201d]/.test(text)) return text;
  return (
    text
      // Invisible characters, also as visible escapes. After a name, a backslash may belong to a
      // Windows path, and the next name in the path may look like an escape: `C:\Users\xadam`.
      .replace(
        /(?:\x1b|\\x1b)\[[\d;]{0,16}[A-Za-z]|(?<![\w$\\])\\(?:x(?:[0189][\da-f]|7f|ad)|u(?:20[\da-f]{2}|061c|3164|feff|\{[\da-f]{5}\}))/g,
        (hidden) => ' '.repeat(hidden.length),
      )
      .replace(
        /\\u00(?:3c|3e|26|27|22)/gi,
        (escape) =>
          ({ c: '<<<<<<', e: '>>>>>>', '6': '     &' })[escape.slice(-1).toLowerCase()] ?? '     "',
      )
      .replace(/[\t\u00a0\u2007\u202f\u3000]/g, ' ')
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/[\u2018\u2019]/g, "'")
  );
}

/** Read the value or run that begins at `at`; return where to continue. */
function step(scanner: SecretScanner, at: number): number {
  const code = scanner.text.charCodeAt(at);
  if (isNameCode(code)) return readRun(scanner, at);
  if (code === 58 && scanner.text.startsWith('://', at)) return readAuthority(scanner, at + 3);
  if (code === 58 && scanner.text.charCodeAt(at + 1) === 58)
    return readAddress(scanner, at, at + 2);
  if (code === 36) return readHash(scanner, at);
  if (code === 43 || (code === 40 && isDigitCode(scanner.text.charCodeAt(at + 1))))
    return readNumber(scanner, at) ?? at + 1;
  if (code === 92 && scanner.text.charCodeAt(at + 1) === 92) return readShare(scanner, at);
  if ((code > 0x30a0 && code < 0x30ff) || code === 0x500b) return readLabel(scanner, at);
  return at + 1;
}

/** Read a run of letters, digits, `.`, `_` and `-`; return where to continue. */
function readRun(scanner: SecretScanner, from: number): number {
  const { text } = scanner;
  const end = skipWhile(text, from, from + MAX_RUN, isRunCode);
  let to = end;
  while (to > from && !isNameCode(text.charCodeAt(to - 1))) to--;
  const run = text.slice(from, to);
  const read =
    readShape(scanner, run, from, to) ??
    readAfter(scanner, run, from, to) ??
    readKeyIn(scanner, from, to) ??
    readName(scanner, run, from, to);
  return Math.max(read ?? end, from + 1);
}

/** Read a value that the run announces; return where it ends, or null if there is none. */
function readAfter(scanner: SecretScanner, run: string, from: number, to: number): number | null {
  const { text } = scanner;
  const next = text.charCodeAt(to);
  if (next === 64) return readMailOrPrompt(scanner, from, to);
  if (next === 43) {
    const local = skipWhile(text, to, to + MAX_AHEAD, (code) => isRunCode(code) || code === 43);
    if (text.charCodeAt(local) === 64) return readMailOrPrompt(scanner, from, local);
  }
  if (next === 32 && run.length === 3 && MONTHS.has(run)) return readJournalLine(scanner, to);
  if (next === 58 && text.startsWith('AA', to + 1)) {
    const bot = /^(?:bot)?\d{8,10}:AA[\w-]{30,}/.exec(text.slice(from, from + 80))?.[0];
    if (bot !== undefined)
      return takeBotToken(scanner, from + (bot.startsWith('bot') ? 3 : 0), from + bot.length);
  }
  // The hash of an LDAP password: `{SSHA}…`
  if (next === 125 && text.charCodeAt(from - 1) === 123 && /^(?:S?SHA\d*|S?MD5|CRYPT)$/.test(run))
    return scanner.addUnquoted('password', to + 1);
  // A client secret of Azure: `abc8Q~…`
  if (next === 126 && /^[\w.-]{3}\dQ$/.test(run)) return scanner.addUnquoted('token', from);
  if (next === 58 && /^\d{4}-\d\d-\d\dT\d\d$/.test(run)) return readIsoLine(scanner, to);
  return (
    readFlag(scanner, run, from, to) ??
    readNamed(scanner, run, from, to) ??
    readContextValue(scanner, run, from, to)
  );
}

/** Take the token of a Telegram bot. */
function takeBotToken(scanner: SecretScanner, from: number, to: number): number {
  scanner.addValue('token', from, to);
  return to;
}

/** Take a value whose format, or the format of a part of it, shows that it is private. */
function readShape(scanner: SecretScanner, run: string, from: number, to: number): number | null {
  const { text } = scanner;
  const address = readAddress(scanner, from, -1);
  if (address >= 0) return address;
  const number = isDigitCode(text.charCodeAt(from)) ? readNumber(scanner, from) : null;
  if (number !== null) return number;
  if (run.length < 7 || (!hasDigit(run) && run.length !== 14) || isPlaceholder(run)) return null;
  // The shortest format is a host id.
  const shape = run.length < 10 ? null : findFormat(run);
  if (shape) {
    const end =
      shape.kind === 'token'
        ? skipWhile(scanner.text, from + shape.to, scanner.text.length, isRunCode)
        : from + shape.to;
    scanner.addValue(shape.kind, from + shape.from, end);
    return isCloudIdentifier(run) ? to : end;
  }
  return readAnyIpv4(scanner, run, from, to);
}

/** Take a telephone or card number. */
function readNumber(scanner: SecretScanner, from: number): number | null {
  const number = readPersonalNumber(scanner.text, from);
  if (number) scanner.addValue(number.kind, from, number.to);
  return number && number.to;
}

/** Take a password hash of crypt(3) or a similar function, with its user: `name:$6$salt$hash`. */
function readHash(scanner: SecretScanner, at: number): number {
  const { text } = scanner;
  const hash =
    /^\$(?:apr1|argon2\w{0,2}|scrypt|pbkdf2[\w-]{0,12}|[1-7y]|2[abxy]?|gy|sha1|md5)\$[\w./$=,+@-]{16,}/.exec(
      text.slice(at, at + MAX_AHEAD),
    )?.[0];
  if (hash === undefined) return at + 1;
  const name = /(?:^|[\s"'])([\w.-]{1,64}):$/.exec(text.slice(Math.max(0, at - 68), at))?.[1];
  if (name !== undefined) scanner.addValue('user', at - 1 - name.length, at - 1);
  scanner.addValue('password', at, at + hash.length);
  return at + hash.length;
}

/**
 * Take the server of a UNC path, `\\server\share`, also with each backslash escaped. Half as many
 * backslashes follow the name as precede it, or none if it looks like the name of a computer.
 */
function readShare(scanner: SecretScanner, at: number): number {
  const { text } = scanner;
  const slashes = skipWhile(text, at, at + 5, (code) => code === 92) - at;
  const from = at + slashes;
  const to = skipWhile(text, from, from + 64, isRunCode);
  const isShare =
    (slashes === 2 || slashes === 4) &&
    to > from + 1 &&
    /[A-Z]/i.test(text[from] ?? '') &&
    ((text.startsWith('\\'.repeat(slashes / 2), to) &&
      isNameCode(text.charCodeAt(to + slashes / 2))) ||
      (/^(?:[A-Z][A-Z\d-]{2,14}|(?!u[\da-f]{4})[\w-]*\d)$/.test(text.slice(from, to)) &&
        /^(?:\s|$)/.test(text.slice(to, to + 1))));
  const isAtStart = at === 0 || /[\s"'`(<>=,;:[]/.test(text[at - 1] ?? '');
  if (!isShare || !isAtStart || /[A-Z]:$/i.test(text.slice(Math.max(0, at - 2), at))) return from;
  return scanner.addHost(from);
}

/** Take a host name that no context announces. */
function readName(scanner: SecretScanner, run: string, from: number, to: number): number | null {
  const { text } = scanner;
  const heading =
    text.charCodeAt(from - 1) === 91 ? (/^plugin\.\w+\./.exec(run)?.[0].length ?? 0) : 0;
  if (heading > 0 && isDomain(run)) {
    // A dot in a section's name is a fault that the diagnosis must still see: keep the last dot.
    scanner.addValue('host', from + heading, from + run.lastIndexOf('.'));
    return to;
  }
  const [all = '', lead = '', name = ''] = run.startsWith('plugin.')
    ? (/^(plugin\.\w+\.)(.+)\.\w+$/.exec(run) ?? [])
    : [];
  if (all !== '' && isDomain(name)) {
    // A key in such a section, with its full path.
    scanner.addValue('host', from + lead.length, from + lead.length + name.length);
    return to;
  }
  if (
    !isDomain(run) ||
    isPlaceholder(run) ||
    scanner.names.words.has(run.toLowerCase()) ||
    isTag(scanner, from, to)
  )
    return null;
  scanner.addValue('host', from, to);
  return to;
}

/** Return whether a run is the tag of a header, such as `INFO <first.second>`. */
function isTag(scanner: SecretScanner, from: number, to: number): boolean {
  return (
    scanner.text.charCodeAt(to) === 62 &&
    /(?:TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <+$/.test(
      scanner.text.slice(Math.max(0, from - 15), from),
    )
  );
}

/** Take an address with colons; return where it ends, or `otherwise` if there is none. */
function readAddress(scanner: SecretScanner, at: number, otherwise: number): number {
  const before = scanner.text.charCodeAt(at - 1);
  if (isNameCode(before) || before === 58 || before === 46) return otherwise;
  const address = readColonAddress(scanner.text, at);
  if (!address) return otherwise;
  scanner.addValue(address.kind, at, address.to);
  return address.to;
}

/**
 * Take the first IPv4 address inside a run, such as `backup-192.0.2.1.log`. A domain that contains
 * one is a host name (`192.0.2.1.nip.io`).
 */
function readAnyIpv4(scanner: SecretScanner, run: string, from: number, to: number): number | null {
  const { text } = scanner;
  if (isDomain(run)) return null;
  for (let at = from; at < to; at++) {
    const before = at === from ? 0 : text.charCodeAt(at - 1);
    if (!isDigitCode(text.charCodeAt(at)) || isAlphanumeric(before) || before === 46) continue;
    const end = readIpv4(text, at);
    if (end < 0 || isVersion(scanner, at, end)) continue;
    scanner.addValue('ip', at, end);
    return end;
  }
  return null;
}

/** Private networks: numbers that begin like one are an address, not a version. */
const PRIVATE_NETWORK = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/** Return whether four numbers are a version, judging by the text before them. */
function isVersion({ text, names }: SecretScanner, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  const numbers = text.slice(from, to);
  if (numbers.startsWith('0.') || /(?:version|revision)[:=]? ?$/i.test(before)) return true;
  return names.versioned.test(before) && !PRIVATE_NETWORK.test(numbers);
}

/** Take a key that begins anywhere in a run, for example after a dot. */
function readKeyIn(scanner: SecretScanner, from: number, to: number): number | null {
  for (let at = from; at < to;) {
    const key = readKey(scanner, at, to);
    if (key >= 0) return key;
    at = Math.max(scanner.keyEnd, at) + 1;
  }
  return null;
}

/** Take a key: text that looks random, or in typed text any long unbroken word. */
function readKey(scanner: SecretScanner, from: number, runEnd: number): number {
  if (from >= scanner.keyEnd) {
    scanner.keyEnd = skipWhile(scanner.text, from, scanner.text.length, isKeyCode);
    scanner.key = findKey(scanner, from, scanner.keyEnd);
  }
  const { key } = scanner;
  if (key === null || key.to <= from || key.from >= runEnd) return -1;
  scanner.addValue('key', Math.max(key.from, scanner.found.at(-1)?.to ?? 0), key.to);
  return key.to;
}

function findKey({ text, isTyped }: SecretScanner, from: number, end: number): Span | null {
  const random =
    findRandom(text, from, end) ??
    (isTyped && hasLongPiece(text, from, end) ? { from, to: end } : null);
  if (!random || HAS_STAND_IN.test(text.slice(random.from, random.to)) || isHash(text, random))
    return null;
  return {
    from: random.from,
    to: random.to === end ? skipWhile(text, end, end + 2, (code) => code === 61) : random.to,
  };
}

const HAS_STAND_IN =
  /(?:^|[^A-Za-z0-9])(?:key|token|password|id|aws|host|ip|mac|mail|user|phone|card)-\d/;

function hasLongPiece(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const end = skipWhile(text, at, to, isAlphanumeric);
    if (end - at >= MIN_TYPED_KEY) return true;
    at = end;
  }
  return false;
}

/** Return whether a hash identifies something public: an image, a commit, a container, a build. */
function isHash(text: string, { from, to }: Span): boolean {
  return (
    PUBLIC_HASH_LABEL.test(text.slice(Math.max(0, from - 32), from)) &&
    (/^[\da-f]+$/i.test(text.slice(from, to)) ||
      /sha\d+-$/.test(text.slice(Math.max(0, from - 8), from)))
  );
}
