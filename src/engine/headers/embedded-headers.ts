/**
 * Finds the headers in the middle of a line (after an unknown prefix, inside a sentence, or of
 * several records pasted into one line) by their `LEVEL <tag>`.
 */
import { type ByteRange } from '../lines/byte-range.ts';
import { NO_TAG } from './tags.ts';
import { indexOfByte, isWord } from '../lines/bytes.ts';
import type { CompiledProduct } from './compiled-product.ts';
import { type Header, readHeaders } from './header.ts';

/** A header inside a line, and where it begins. */
export interface EmbeddedHeader {
  at: number;
  header: Header;
}

/**
 * Return whether a message contains something like `ERROR <tag` or `<br`, where another header or
 * line may begin.
 */
export function mayHaveSecondHeader(bytes: Uint8Array, from: number, to: number): boolean {
  for (
    let at = indexOfByte(bytes, 60, from + 2, to);
    at >= 0;
    at = indexOfByte(bytes, 60, at + 1, to)
  ) {
    const [capital, letter] = [bytes[at - 2] as number, bytes[at + 1] as number];
    if (letter === 98 && bytes[at + 2] === 114) return true;
    if (bytes[at - 1] === 32 && capital >= 65 && capital <= 90 && letter >= 97 && letter <= 122)
      return true;
  }
  return false;
}

/** Find all product headers inside a line: `LEVEL <tag> `, with the date in front of it, if any. */
export function findHeaders(product: CompiledProduct, line: ByteRange): EmbeddedHeader[] {
  const { bytes, to } = line;
  const found: EmbeddedHeader[] = [];
  if (!product.isTagged) return found;
  let after = line.from;
  for (
    let bracket = indexOfByte(bytes, 60, line.from, to);
    bracket >= 0;
    bracket = indexOfByte(bytes, 60, bracket + 1, to)
  ) {
    const level = findLevelBefore(product, bytes, line.from, bracket);
    if (level < 0) continue;
    for (let from = Math.max(after, level - 60); from <= level; from++) {
      const header =
        from === level || mayBeginTime(bytes, from, line.from)
          ? readHeaders(product, { bytes, from, to }).find(
              (header) => header.tag !== NO_TAG && hasTagAt(header, bracket),
            )
          : undefined;
      if (header) {
        found.push({ at: from, header });
        after = from + 1;
        break;
      }
    }
  }
  return found;
}

/**
 * Return where the level in front of the `<` at `bracket` begins. Return -1 if there is no level,
 * or if no letter follows the bracket.
 */
function findLevelBefore(
  { levelWords }: CompiledProduct,
  bytes: Uint8Array,
  from: number,
  bracket: number,
): number {
  const letter = bytes[bracket + 1] ?? 0;
  if (letter < 97 || letter > 122 || bytes[bracket - 1] !== 32) return -1;
  let start = bracket - 1;
  while (start > from && start > bracket - 10 && isWord(bytes[start - 1])) start--;
  for (; start < bracket - 1; start++)
    if (levelWords.levelAt(bytes, start, bracket - 1) > 0) return start;
  return -1;
}

/**
 * Return whether the tag of a header begins at a bracket. Otherwise, the bracket belongs to a later
 * header.
 */
function hasTagAt(header: Header, bracket: number): boolean {
  const close = indexOfByte(header.bytes, 62, bracket, header.to);
  return header.from > bracket && header.from <= close + 2;
}

function mayBeginTime(bytes: Uint8Array, at: number, from: number): boolean {
  const byte = bytes[at] as number;
  const before = at === from ? 32 : (bytes[at - 1] as number);
  return ((byte >= 48 && byte <= 57) || byte === 91) && !(before >= 48 && before <= 57);
}
