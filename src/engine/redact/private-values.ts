/**
 * Where private values stand in a text.
 *
 * One walk from left to right, which never goes back further than a bounded number of characters. At the beginning of each run of
 * letters, digits, `.`, `_` and `-` three questions are asked:
 * 1. Does the run say that a value follows? `apikey = "…"`, `https://`, `-p `, `/home/`, `lookup `, `Nov 24 22:41:04 `
 * 2. Is it one by its form? An address, an AWS id, a token, a domain name
 * 3. Does it look drawn at random (random-text.ts)? Then it is a key, whatever stands before it; where a person typed it, anything as long
 *
 * What only the text behind it tells, such as the lines of a private key, is found before the walk (private-ahead.ts).
 *
 * What a value is called in the text is data (private-names.ts). The values that the place alone makes private are looked for in the rest of the
 * text by redact.ts.
 */
import {
  hasDigit,
  isAlphanumeric,
  isDigitCode,
  isNameCode,
  isRunCode,
  skip,
} from '../characters.ts';
import { readColons, readIpv4 } from './private-addresses.ts';
import { findRandom, isKeyCode, type Span } from './random-text.ts';
import { findAhead } from './private-ahead.ts';
import { readFlag, readLabel, readNamed } from './private-named.ts';
import { HASH, MONTHS, PROGRAMS } from './private-names.ts';
import { readPersonalNumber } from './private-numbers.ts';
import { readJournal, readStamp } from './private-origins.ts';
import { readPlace } from './private-places.ts';
import { findShape, isCloudIdentifier, isDomain, isPlaceholder } from './private-shapes.ts';
import { readAt, readAuthority } from './private-urls.ts';
import { MAX_AHEAD, MAX_RUN, Walk, type PrivateValue } from './private-walk.ts';

/** So many letters and digits in one piece, typed by a person, are a key whatever they look like. */
const MIN_TYPED_KEY = 32;

/** Find all private values of a text, in order; none overlaps another. `programs` and `ownWords` are the product's own. Linear in the text. */
export function findPrivate(
  text: string,
  programs: readonly string[],
  ownWords: ReadonlySet<string>,
  isTyped = false,
): PrivateValue[] {
  const walk = new Walk(flatten(text), new Set([...programs, ...PROGRAMS]), ownWords, isTyped);
  const ahead = findAhead(walk.text);
  let next = 0;
  for (let at = 0; at < text.length;) {
    while ((ahead[next]?.to ?? Infinity) <= at) next++;
    const value = ahead[next];
    if (value && value.from <= at) {
      walk.take(value.kind, at, value.to);
      at = value.to;
    } else at = step(walk, at);
  }
  return walk.found;
}

/** What copying, colours and JSON did to a text, undone character by character, so that places stay where they are. */
export function flatten(text: string): string {
  if (!/[\\\t\x1b\u00a0\u2007\u202f\u3000\u2018-\u201d]/.test(text)) return text;
  return (
    text
      // Also where they were made visible.
      .replace(
        /(?:\x1b|\\x1b)\[[\d;]{0,16}[A-Za-z]|\\x(?:[0189][\da-f]|7f|ad)|\\u(?:20[\da-f]{2}|061c|3164|feff|\{[\da-f]{5}\})/g,
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

/** Read what begins at a place: where to go on. */
function step(walk: Walk, at: number): number {
  const code = walk.text.charCodeAt(at);
  if (isNameCode(code)) return readRun(walk, at);
  if (code === 58 && walk.text.startsWith('://', at)) return readAuthority(walk, at + 3);
  if (code === 58 && walk.text.charCodeAt(at + 1) === 58) return readAddress(walk, at, at + 2);
  if (code === 36) return readHash(walk, at);
  if (code === 43 || (code === 40 && isDigitCode(walk.text.charCodeAt(at + 1))))
    return readNumber(walk, at) ?? at + 1;
  if (code === 92 && walk.text.charCodeAt(at + 1) === 92) return readShare(walk, at);
  if ((code > 0x30a0 && code < 0x30ff) || code === 0x500b) return readLabel(walk, at);
  return at + 1;
}

/** A run of letters, digits, `.`, `_` and `-`. */
function readRun(walk: Walk, from: number): number {
  const { text } = walk;
  const end = skip(text, from, from + MAX_RUN, isRunCode);
  let to = end;
  while (to > from && !isNameCode(text.charCodeAt(to - 1))) to--;
  const run = text.slice(from, to);
  const read =
    readShape(walk, run, from, to) ??
    readAfter(walk, run, from, to) ??
    readKeyIn(walk, from, to) ??
    readName(walk, run, from, to);
  return Math.max(read ?? end, from + 1);
}

/** What the run says of the text after it: where that ends, or null where it says nothing. */
function readAfter(walk: Walk, run: string, from: number, to: number): number | null {
  const { text } = walk;
  const next = text.charCodeAt(to);
  if (next === 64) return readAt(walk, from, to);
  if (next === 43) {
    const local = skip(text, to, to + MAX_AHEAD, (code) => isRunCode(code) || code === 43);
    if (text.charCodeAt(local) === 64) return readAt(walk, from, local);
  }
  if (next === 32 && run.length === 3 && MONTHS.has(run)) return readJournal(walk, to);
  if (next === 58 && text.startsWith('AA', to + 1)) {
    const bot = /^(?:bot)?\d{8,10}:AA[\w-]{30,}/.exec(text.slice(from, from + 80))?.[0];
    if (bot !== undefined)
      return readBot(walk, from + (bot.startsWith('bot') ? 3 : 0), from + bot.length);
  }
  if (next === 125 && text.charCodeAt(from - 1) === 123 && /^(?:S?SHA\d*|S?MD5|CRYPT)$/.test(run))
    return walk.takeWord('password', to + 1);
  if (next === 126 && /^[\w.-]{3}\dQ$/.test(run)) return walk.takeWord('token', from);
  if (next === 58 && /^\d{4}-\d\d-\d\dT\d\d$/.test(run)) return readStamp(walk, to);
  return (
    readFlag(walk, run, from, to) ??
    readNamed(walk, run, from, to) ??
    readPlace(walk, run, from, to)
  );
}

/** The token of a bot of Telegram. */
function readBot(walk: Walk, from: number, to: number): number {
  walk.take('token', from, to);
  return to;
}

/** Private by its form, or by that of a part of it. */
function readShape(walk: Walk, run: string, from: number, to: number): number | null {
  const { text } = walk;
  const address = readAddress(walk, from, -1);
  if (address >= 0) return address;
  const number = isDigitCode(text.charCodeAt(from)) ? readNumber(walk, from) : null;
  if (number !== null) return number;
  if (run.length < 7 || !hasDigit(run) || isPlaceholder(run)) return null;
  // The shortest form is a host's id.
  const shape = run.length < 10 ? null : findShape(run);
  if (shape) {
    const end =
      shape.kind === 'token'
        ? skip(walk.text, from + shape.to, walk.text.length, isRunCode)
        : from + shape.to;
    walk.take(shape.kind, from + shape.from, end);
    return isCloudIdentifier(run) ? to : end;
  }
  return readAnyIpv4(walk, run, from, to);
}

/** A number of a telephone or of a card. */
function readNumber(walk: Walk, from: number): number | null {
  const number = readPersonalNumber(walk.text, from);
  if (number) walk.take(number.kind, from, number.to);
  return number && number.to;
}

/** `name:$6$salt$hash`, a password as crypt and its like keep it. */
function readHash(walk: Walk, at: number): number {
  const { text } = walk;
  const hash =
    /^\$(?:apr1|argon2\w{0,2}|scrypt|pbkdf2[\w-]{0,12}|[1-7]|2[abxy]?|y|gy|sha1|md5)\$[\w./$=,+@-]{16,}/.exec(
      text.slice(at, at + MAX_AHEAD),
    )?.[0];
  if (hash === undefined) return at + 1;
  const name = /(?:^|[\s"'])([\w.-]{1,64}):$/.exec(text.slice(Math.max(0, at - 68), at))?.[1];
  if (name !== undefined) walk.take('user', at - 1 - name.length, at - 1);
  walk.take('password', at, at + hash.length);
  return at + hash.length;
}

/** `\\\\server\\share`, also with each backslash escaped: the name ends at half as many as it begins with. */
function readShare(walk: Walk, at: number): number {
  const { text } = walk;
  const slashes = skip(text, at, at + 5, (code) => code === 92) - at;
  const from = at + slashes;
  const to = skip(text, from, from + 64, isRunCode);
  const isShare =
    (slashes === 2 || slashes === 4) &&
    to > from + 1 &&
    /[A-Za-z]/.test(text[from] ?? '') &&
    text.startsWith('\\'.repeat(slashes / 2), to) &&
    isNameCode(text.charCodeAt(to + slashes / 2));
  const isBegun = at === 0 || /[\s"'`(<>=,;:[]/.test(text[at - 1] ?? '');
  if (!isShare || !isBegun || /[A-Za-z]:$/.test(text.slice(Math.max(0, at - 2), at))) return from;
  return walk.takeHost(from);
}

/** A name that is private without a place that says so. */
function readName(walk: Walk, run: string, from: number, to: number): number | null {
  const { text } = walk;
  const heading =
    text.charCodeAt(from - 1) === 91 ? (/^plugin\.\w+\./.exec(run)?.[0].length ?? 0) : 0;
  if (heading > 0 && isDomain(run)) {
    // A heading whose name has a dot in it is a fault of its own: the last dot stays.
    walk.take('host', from + heading, from + run.lastIndexOf('.'));
    return to;
  }
  const [all = '', lead = '', name = ''] = run.startsWith('plugin.')
    ? (/^(plugin\.\w+\.)(.+)\.\w+$/.exec(run) ?? [])
    : [];
  if (all !== '' && isDomain(name)) {
    // The key of a setting in such a section.
    walk.take('host', from + lead.length, from + lead.length + name.length);
    return to;
  }
  if (
    !isDomain(run) ||
    isPlaceholder(run) ||
    walk.ownWords.has(run.toLowerCase()) ||
    isTag(walk, from, to)
  )
    return null;
  walk.take('host', from, to);
  return to;
}

/** `INFO <spec.cloud>` */
function isTag(walk: Walk, from: number, to: number): boolean {
  return (
    walk.text.charCodeAt(to) === 62 &&
    /(?:TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <+$/.test(
      walk.text.slice(Math.max(0, from - 15), from),
    )
  );
}

/** An address with colons, or `otherwise`. */
function readAddress(walk: Walk, at: number, otherwise: number): number {
  const before = walk.text.charCodeAt(at - 1);
  if (isNameCode(before) || before === 58 || before === 46) return otherwise;
  const address = readColons(walk.text, at);
  if (!address) return otherwise;
  walk.take(address.kind, at, address.to);
  return address.to;
}

/** The first IPv4 address inside a run, such as `backup-192.0.2.1.log`; a domain that has one is a name (`192.0.2.1.nip.io`). */
function readAnyIpv4(walk: Walk, run: string, from: number, to: number): number | null {
  const { text } = walk;
  if (isDomain(run)) return null;
  for (let at = from; at < to; at++) {
    const before = at === from ? 0 : text.charCodeAt(at - 1);
    if (!isDigitCode(text.charCodeAt(at)) || isAlphanumeric(before) || before === 46) continue;
    const end = readIpv4(text, at);
    if (end < 0 || /(?:version|revision)[:=]? ?$/i.test(text.slice(Math.max(0, at - 10), at)))
      continue;
    walk.take('ip', at, end);
    return end;
  }
  return null;
}

/** A key that begins somewhere in a run: behind a dot too. */
function readKeyIn(walk: Walk, from: number, to: number): number | null {
  for (let at = from; at < to;) {
    const key = readKey(walk, at, to);
    if (key >= 0) return key;
    at = Math.max(walk.keyEnd, at) + 1;
  }
  return null;
}

/** What looks drawn at random, as keys do; of a text that was typed, any that is as long in one piece. */
function readKey(walk: Walk, from: number, runEnd: number): number {
  if (from >= walk.keyEnd) {
    walk.keyEnd = skip(walk.text, from, walk.text.length, isKeyCode);
    walk.key = findKey(walk, from, walk.keyEnd);
  }
  const { key } = walk;
  if (key === null || key.to <= from || key.from >= runEnd) return -1;
  walk.take('key', Math.max(key.from, walk.found.at(-1)?.to ?? 0), key.to);
  return key.to;
}

function findKey({ text, isTyped }: Walk, from: number, end: number): Span | null {
  const random =
    findRandom(text, from, end) ??
    (isTyped && hasLongPiece(text, from, end) ? { from, to: end } : null);
  if (!random || HAS_STAND_IN.test(text.slice(random.from, random.to)) || isHash(text, random))
    return null;
  return {
    from: random.from,
    to: random.to === end ? skip(text, end, end + 2, (code) => code === 61) : random.to,
  };
}

const HAS_STAND_IN =
  /(?:^|[^A-Za-z0-9])(?:key|token|password|id|aws|host|ip|mac|mail|user|phone|card)-\d/;

function hasLongPiece(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const end = skip(text, at, to, isAlphanumeric);
    if (end - at >= MIN_TYPED_KEY) return true;
    at = end;
  }
  return false;
}

/** A hash that names what everybody may know: an image, a commit, a container, a build. */
function isHash(text: string, { from, to }: Span): boolean {
  return (
    HASH.test(text.slice(Math.max(0, from - 32), from)) &&
    (/^[\da-f]+$/i.test(text.slice(from, to)) ||
      /sha\d+-$/.test(text.slice(Math.max(0, from - 8), from)))
  );
}
