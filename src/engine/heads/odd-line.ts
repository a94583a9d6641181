/**
 * Lines that somebody, or some program, wrote in another way: the level in brackets or in small letters, the tag in other brackets, the end of a
 * line marked, several lines in one. They are brought into the product's own form, and count only where a message of the product follows.
 */
import { unescape } from '../quote.ts';
import { Quotes, type Slice } from '../slices.ts';
import { decode, encode, find, standsAt, trimmedEnd } from '../text.ts';

/** What marks the end of a line: rsyslog, HTML, a line break that was written as two characters, and `cat -A` or an editor that shows what it cannot print. */
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

/** Where a text ends without the marks of a line's end. Nearly every line shows by its last byte that it has none. */
export function withoutMark(bytes: Uint8Array, from: number, to: number): number {
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
        end - candidate.length > from && standsAt(bytes, end - candidate.length, candidate),
    );
    if (mark === undefined) return rest;
    rest = end - mark.length;
  }
}

const BREAK = /<br ?\/?>|<\/(?:p|div|li|tr)>|#012(?=\D|\d{4}\/|$)/gi;
/** How rsyslog writes a line break. */
const ESCAPED = encode('#012');
/** A date behind a line break that was written as two characters. */
const WRITTEN_BREAK = /\\n(?=\d{4}[/-]\d\d[/-]\d\d \d\d:\d\d:\d\d )/;

/** The lines that one line holds; null where it is one. @param isAwaited it is what the record before breaks off at, which may be a string in quotes */
export function linesWithin(line: Slice, isAwaited: boolean): string[] | null {
  const { bytes, from, to } = line;
  const isString = bytes[from] === 34 && bytes[to - 1] === 34 && !isAwaited;
  if (
    !isString &&
    bytes.subarray(from, to).indexOf(60) < 0 &&
    find(bytes, ESCAPED, from, to, to) < 0
  )
    return null;
  const text = decode(bytes, from, to);
  if (isString) return linesOfString(text);
  const lines = text.split(BREAK);
  if (lines.length > 1) return lines;
  const at = text.search(WRITTEN_BREAK);
  return at < 0 || new Quotes(line).hold(from + at) ? null : unescape(text).split('\n');
}

/** The lines of a text that was written as a string of JSON. */
function linesOfString(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && value.includes('\n') ? value.split('\n') : null;
  } catch {
    return null;
  }
}

/** Whether a bracket stands before a small letter, as before a tag, or before the numbers of a colour: most lines of other programs have neither. */
export function mayHaveOddHead({ bytes, from, to }: Slice): boolean {
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
  /^(.{0,160}?)[[(]?\b(trace|debug|info|warn(?:ing)?|error|critical)\b[\])]?:?\s+[<[(＜（]([a-z][\w.]*)[>\])＞）]:?\s+(?=\S)/i;
/** Colours that have lost the character before them, or show it in letters as a pager does. */
const COLOURS =
  /(?:ESC|\^\[)?(?:\[\d{1,3}(?:;\d{1,3})*m(?:(?:ESC|\^\[)?\[K)?|\[m(?:(?:ESC|\^\[)?\[K|(?!\w)))/g;

/** A line without such colours. */
export function withoutColours(line: string): string {
  return line.replace(COLOURS, '');
}

/** The line with its head as the product writes it; null where it has none that could be one. */
export function withEvenHead(text: string): string | null {
  const [whole, before = '', level = '', tag = ''] = HEAD.exec(text) ?? [];
  if (whole === undefined) return null;
  const upper = level.toUpperCase();
  return `${before}${upper === 'WARN' ? 'WARNING' : upper} <${tag}> ${text.slice(whole.length)}`;
}
