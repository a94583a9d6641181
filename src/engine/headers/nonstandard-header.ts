/**
 * Lines that a person or a program rewrote: the level in brackets or lowercase, the tag in other
 * brackets, marked line ends, several lines in one. They are converted to the product's own format
 * and count only if a message of the product follows.
 */
import { unescape } from '../lines/go-quote.ts';
import { QuoteTracker, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode, indexOfBytes, matchesAt, trimmedEnd } from '../lines/bytes.ts';

/**
 * Marks of a line end: from rsyslog, from HTML, a line break as two characters, and from `cat -A`
 * or an editor that shows unprintable characters.
 */
const ENDS = [
  '#012',
  '\\n',
  '<br>',
  '<br/>',
  '<br />',
  '</p>',
  '</div>',
  '</li>',
  '</td>',
  '</tr>',
  '</pre>',
  '</code>',
  '</span>',
  '^M$',
  '^M',
  '$',
].map(encode);

/**
 * Return where a text ends without marks of a line end. The last byte rules them out for nearly
 * every line.
 */
export function endWithoutLineMarks(bytes: Uint8Array, from: number, to: number): number {
  const end = trimmedEnd(bytes, from, to);
  const last = bytes[end - 1];
  return last === 62 ||
    last === 77 ||
    last === 36 ||
    (last === 50 && bytes[end - 4] === 35) ||
    (last === 110 && bytes[end - 2] === 92)
    ? withoutMarks(bytes, from, to)
    : to;
}

function withoutMarks(bytes: Uint8Array, from: number, to: number): number {
  for (let rest = to; ;) {
    const end = trimmedEnd(bytes, from, rest);
    const mark = ENDS.find(
      (candidate) =>
        end - candidate.length > from && matchesAt(bytes, end - candidate.length, candidate),
    );
    if (mark === undefined) return rest;
    rest = end - mark.length;
  }
}

const LINE_BREAK = /<br ?\/?>|<\/(?:p|div|li|tr)>|#012(?=\D|\d{4}\/|$)/gi;
/** A line break as rsyslog writes it. */
const RSYSLOG_BREAK = encode('#012');
/** A line break written as two characters, with a date after it. */
const WRITTEN_BREAK = /\\n(?=\d{4}[/-]\d\d[/-]\d\d \d\d:\d\d:\d\d )/;

/**
 * Split a line that holds several lines, or return null.
 *
 * @param isAwaited the record before breaks off where this line continues it, so it may be a quoted
 * value
 */
export function splitEmbeddedLines(line: ByteRange, isAwaited: boolean): string[] | null {
  const { bytes, from, to } = line;
  const isString = bytes[from] === 34 && bytes[to - 1] === 34 && !isAwaited;
  if (
    !isString &&
    bytes.subarray(from, to).indexOf(60) < 0 &&
    indexOfBytes(bytes, RSYSLOG_BREAK, from, to, to) < 0
  )
    return null;
  const text = decode(bytes, from, to);
  if (isString) return linesOfString(text);
  const lines = text.split(LINE_BREAK);
  if (lines.length > 1) return lines;
  const at = text.search(WRITTEN_BREAK);
  return at < 0 || new QuoteTracker(line).containPosition(from + at)
    ? null
    : unescape(text).split('\n');
}

/** Split a JSON string into lines, or return null if it is one line or not a string. */
function linesOfString(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && value.includes('\n') ? value.split('\n') : null;
  } catch {
    return null;
  }
}

/**
 * Return whether a bracket precedes a lowercase letter, as before a tag, or the numbers of a color
 * code. Most lines of other programs have neither.
 */
export function mayHaveNonstandardHeader({ bytes, from, to }: ByteRange): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte !== 91 && byte !== 60 && byte !== 40 && byte !== 0xef) continue;
    // A full-width bracket takes three bytes.
    const next = bytes[byte === 0xef ? at + 3 : at + 1] as number;
    if (next >= 97 && next <= 122) return true;
    if (byte !== 91) continue;
    let end = at + 1;
    while ((bytes[end] as number) >= 48 && (bytes[end] as number) <= 59) end++;
    if (bytes[end] === 109) return true;
  }
  return false;
}

const HEAD =
  /^(.{0,160}?)[[(]?\b(trace|debug|info|warn(?:ing)?|error|critical)[\])]?:?\s+[<[(＜（]([a-z][\w.]*)[>\])＞）]:?\s+(?=\S)/i;
/** Color codes without their escape character, or with it spelled out as by a pager. */
const COLOURS =
  /(?:ESC|\^\[)?(?:\[\d{1,3}(?:;\d{1,3})*m(?:(?:ESC|\^\[)?\[K)?|\[m(?:(?:ESC|\^\[)?\[K|\b))/g;

/** Remove such color codes. */
export function withoutColors(line: string): string {
  return line.replace(COLOURS, '');
}

/** Rewrite a line with its header as the product writes it, or return null if it has none. */
export function withStandardHeader(text: string): string | null {
  const [whole, before = '', level = '', tag = ''] = HEAD.exec(text) ?? [];
  if (whole === undefined) return null;
  const upper = level.toUpperCase();
  return `${before}${upper === 'WARN' ? 'WARNING' : upper} <${tag}> ${text.slice(whole.length)}`;
}
