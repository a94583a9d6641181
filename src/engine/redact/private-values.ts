/**
 * Where private values stand in a text.
 *
 * One walk from left to right, which never goes back further than a bounded number of characters. At the beginning of each run of
 * letters, digits, `.`, `_` and `-` three questions are asked:
 * 1. Does the run say that a value follows? `apikey = "…"`, `https://`, `-p `, `/home/`, `lookup `, `Nov 24 22:41:04 `
 * 2. Is it one by its form? An address, an AWS id, a token, a domain name
 * 3. Is it long and without any order? Then it is a key, whatever stands before it; where a person typed it, also with an order
 *
 * What a value is called in the text is data (private-names.ts). The values that the place alone makes private are looked for in the rest of the
 * text by redact.ts.
 */
import { hasDigit, isAlphanumeric, isDigitCode, isNameCode, isRunCode, skip } from '../characters.ts';
import { readColons, readIpv4 } from './private-addresses.ts';
import { readFlag, readLabel, readNamed } from './private-named.ts';
import { MONTHS, PROGRAMS } from './private-names.ts';
import { readJournal, readStamp } from './private-origins.ts';
import { readPlace } from './private-places.ts';
import { findShape, isCloudIdentifier, isDomain, isPlaceholder } from './private-shapes.ts';
import { readAt, readAuthority } from './private-urls.ts';
import { MAX_AHEAD, MAX_RUN, Walk, type PrivateValue } from './private-walk.ts';

/** A text without order is a key from this length on. */
const MIN_KEY = 32;

/** Find all private values of a text, in order; none overlaps another. `programs` and `ownWords` are the product's own. Linear in the text. */
export function findPrivate(text: string, programs: readonly string[], ownWords: ReadonlySet<string>, isTyped = false): PrivateValue[] {
  const walk = new Walk(flatten(text), new Set([...programs, ...PROGRAMS]), ownWords, isTyped);
  for (let at = 0; at < text.length; ) at = step(walk, at);
  return walk.found;
}

/** What copying, colours and JSON did to a text, undone character by character, so that places stay where they are. */
export function flatten(text: string): string {
  if (!/[\\\t\x1b\u00a0\u2007\u202f\u3000\u2018-\u201d]/.test(text)) return text;
  return text
    .replace(/\x1b\[[\d;]{0,16}[A-Za-z]/g, (colour) => ' '.repeat(colour.length))
    .replace(/\\u00(?:3c|3e|26|27|22)/gi, (escape) => ({ 'c': '<<<<<<', 'e': '>>>>>>', '6': '     &' })[escape.slice(-1).toLowerCase()] ?? '     "')
    .replace(/[\t\u00a0\u2007\u202f\u3000]/g, ' ')
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'");
}

/** Read what begins at a place: where to go on. */
function step(walk: Walk, at: number): number {
  const code = walk.text.charCodeAt(at);
  if (isNameCode(code)) return readRun(walk, at);
  if (code === 58 && walk.text.startsWith('://', at)) return readAuthority(walk, at + 3);
  if (code === 58 && walk.text.charCodeAt(at + 1) === 58) return readAddress(walk, at, at + 2);
  if (code === 45 && walk.text.startsWith('-----BEGIN ', at)) return readPrivateKey(walk, at);
  if (code > 0x30a0 && code < 0x30ff) return readLabel(walk, at);
  return at + 1;
}

/** A run of letters, digits, `.`, `_` and `-`. */
function readRun(walk: Walk, from: number): number {
  const { text } = walk;
  const end = skip(text, from, from + MAX_RUN, isRunCode);
  let to = end;
  while (to > from && !isNameCode(text.charCodeAt(to - 1))) to--;
  const run = text.slice(from, to);
  const read = readShape(walk, run, from, to) ?? readAfter(walk, run, from, to) ?? readName(walk, run, from, to);
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
  if (next === 58 && /^\d{4}-\d\d-\d\dT\d\d$/.test(run)) return readStamp(walk, to);
  return readFlag(walk, run, from, to) ?? readNamed(walk, run, from, to) ?? readPlace(walk, run, from, to);
}

/** Private by its form, or by that of a part of it. */
function readShape(walk: Walk, run: string, from: number, to: number): number | null {
  const address = readAddress(walk, from, -1);
  if (address >= 0) return address;
  if (run.length < 7 || !hasDigit(run) || isPlaceholder(run)) return null;
  // The shortest form is a host's id.
  const shape = run.length < 10 ? null : findShape(run);
  if (shape) {
    const end = shape.kind === 'token' ? skip(walk.text, from + shape.to, walk.text.length, isRunCode) : from + shape.to;
    walk.take(shape.kind, from + shape.from, end);
    return isCloudIdentifier(run) ? to : end;
  }
  return readAnyIpv4(walk, run, from, to);
}

/** A name that is private without a place that says so. */
function readName(walk: Walk, run: string, from: number, to: number): number | null {
  const { text } = walk;
  const key = readKey(walk, from);
  if (key >= 0) return key;
  const heading = text.charCodeAt(from - 1) === 91 ? /^plugin\.\w+\./.exec(run)?.[0].length ?? 0 : 0;
  if (heading > 0 && isDomain(run)) {
    // A heading whose name has a dot in it is a fault of its own: the last dot stays.
    walk.take('host', from + heading, from + run.lastIndexOf('.'));
    return to;
  }
  if (!isDomain(run) || isPlaceholder(run) || walk.ownWords.has(run.toLowerCase()) || isTag(walk, from, to)) return null;
  walk.take('host', from, to);
  return to;
}

/** `INFO <spec.cloud>` */
function isTag(walk: Walk, from: number, to: number): boolean {
  return walk.text.charCodeAt(to) === 62 && /(?:TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <+$/.test(walk.text.slice(Math.max(0, from - 15), from));
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
    if (end < 0 || /version[:= ]$/i.test(text.slice(Math.max(0, at - 8), at))) continue;
    walk.take('ip', at, end);
    return end;
  }
  return null;
}

/** A long text of letters of both cases and digits without order, as keys in base64 are; of one that was typed, any that is as long in one piece. */
function readKey(walk: Walk, from: number): number {
  const { text } = walk;
  if (from < walk.keyEnd) return -1;
  let end = from;
  let upper = 0, lower = 0, digits = 0, changes = 0, length = 0, piece = 0, longest = 0, last = 0;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    const kind = code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : isDigitCode(code) ? 3 : 0;
    if (kind === 0 && code !== 43 && code !== 47 && code !== 45 && code !== 95) break;
    if (kind === 1) lower++;
    else if (kind === 2) upper++;
    else if (kind === 3) digits++;
    if (kind !== 0) length++;
    piece = kind === 0 ? 0 : piece + 1;
    longest = Math.max(longest, piece);
    if (kind !== 0 && last !== 0 && kind !== last) changes++;
    last = kind;
  }
  walk.keyEnd = end;
  const isMixed = length >= MIN_KEY && upper >= 3 && lower >= 3 && digits >= 3 && changes >= 0.4 * length;
  if (!isMixed && !(walk.isTyped && longest >= MIN_KEY)) return -1;
  const to = skip(text, end, end + 2, (code) => code === 61);
  if (/(?:^|[^A-Za-z0-9])(?:key|token|password|id|aws|host|ip|mac|mail|user)-\d/.test(text.slice(from, to))) return -1;
  walk.take('key', from, to);
  return to;
}

/** The lines between the two marks of a private key. */
function readPrivateKey(walk: Walk, at: number): number {
  const { text } = walk;
  const head = /^-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----/.exec(text.slice(at, at + 64));
  if (!head) return at + 1;
  const from = at + head[0].length;
  let end = from;
  while (end < text.length && !text.startsWith('-----', end) && isArmour(text.charCodeAt(end))) end++;
  let [first, last] = [from, end];
  while (first < last && text.charCodeAt(first) <= 32) first++;
  while (last > first && text.charCodeAt(last - 1) <= 32) last--;
  walk.take('key', first, last);
  return end;
}

const isArmour = (code: number): boolean => isAlphanumeric(code) || code <= 32 || code === 43 || code === 47 || code === 61 || code === 92 || code === 58 || code === 44 || code === 45;
