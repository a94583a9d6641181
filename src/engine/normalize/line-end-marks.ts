import { encode, matchesAt, trimmedEnd } from '../lines/bytes.ts';

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
 * Return where a text ends if marks of a line end are removed. The last byte shows that nearly
 * every line has none.
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
