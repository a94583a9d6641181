import { encodeRange, type ByteRange } from './byte-range.ts';
import { decodeLine } from './bytes.ts';

/** ANSI colors and other escape sequences, as terminals and grep write them. */
const ANSI = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g;
const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};
const ENTITY = /&(?:lt|gt|quot|#34|#39|#x27|apos|nbsp|amp);/g;

/**
 * For each byte, whether cleaning may change a text that contains it (1), or only if an entity such
 * as `&lt;` begins there (2).
 */
const DIRTY = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || (byte < 32 && byte !== 9) ? 1 : byte === 38 ? 2 : 0,
);

/**
 * Return whether cleaning surely leaves a text unchanged, as it does most lines. This reads bytes,
 * because decoding a line takes longer.
 */
export function isPlainAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let dirt = 0;
  for (let at = from; at < to; at++) dirt |= DIRTY[bytes[at] as number] as number;
  return dirt === 0 || (dirt === 2 && !hasEntity(bytes, from, to));
}

/** Return whether a text may contain an entity such as `&lt;`. */
export function hasEntity(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const next = bytes[at + 1];
    if (bytes[at] === 38 && (next === 108 || next === 113 || next === 35)) return true;
  }
  return false;
}

/**
 * Undo what copying did to a text: colors, no-break spaces, NUL and zero-width characters, HTML
 * entities, typographic quotes and the text of a neighboring pane. Other characters stay.
 */
export function cleanText(written: string): string {
  let text = written;
  if (text.includes('\x1b')) text = text.replace(ANSI, '');
  if (/[\0\u00a0\u200b\u2007\u202f\ufeff]/.test(text))
    text = text.replace(/[\0\u200b\ufeff]/g, '').replace(/[\u00a0\u2007\u202f]/g, ' ');
  if (text.includes('&lt;') || text.includes('&quot;') || text.includes('&#3'))
    text = decodeEntities(text);
  // In JSON, typographic quotes are part of a value. A log line in JSON is cleaned after it is
  // extracted.
  if (/[\u201c\u201d\u2018\u2019]/.test(text) && !text.trimStart().startsWith('{"'))
    text = text.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'");
  // Drop the neighboring pane, if tmux or screen split the terminal.
  if (text.includes('│')) text = text.replace(/\s*│.*$/, '');
  return text;
}

/** Replace the HTML entities of characters that logs contain. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
}

/**
 * Clean a line, and remove the `> ` of a quoted email, the left border of a pane, and a line number
 * in front of that border.
 */
export function cleanLine(line: string): string {
  return cleanText(line.replace(/^\s*(?:\d+\s*)?│ ?/, '')).replace(/^(?:> ?)+/, '');
}

/** Clean a line given as bytes; return the same bytes if there is nothing to clean. */
export function cleanedSlice(bytes: Uint8Array, from: number, to: number): ByteRange {
  return isPlainAscii(bytes, from, to) && bytes[from] !== 62
    ? { bytes, from, to }
    : encodeRange(cleanLine(decodeLine(bytes, from, to)));
}
