import { LEVEL_PATTERN, standardLevel } from '../headers/levels.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { encodeRange, QuoteTracker, type ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { startAtRewritten } from './rewritten-header.ts';
import type { RepairContext, RepairStep } from './step.ts';

const FORM = new RegExp(
  `^(.{0,160}?)[[(]?\\b(${LEVEL_PATTERN})[\\])]?:?\\s+[<[(＜（]([a-z][\\w.]*)[>\\])＞）]:?\\s+(?=\\S)`,
  'i',
);

/** A header that somebody rewrote: a level in lowercase or brackets, a tag in other brackets. */
export function nonstandardHeader(context: RepairContext): RepairStep {
  const { product } = context;
  return {
    name: 'nonstandard-header',
    mayApply: ({ text }) => product.isTagged && mayHaveTag(text),
    apply: ({ text: { bytes, from, to } }) => {
      const text = withStandardHeader(product, decode(bytes, from, to));
      return text === null ? 'not mine' : startAtRewritten(context, text);
    },
  };
}

/**
 * Return whether a bracket precedes a letter, as in front of a tag. Most lines of other programs
 * have none.
 */
function mayHaveTag({ bytes, from, to }: ByteRange): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte !== 91 && byte !== 60 && byte !== 40 && byte !== 0xef) continue;
    // A full-width bracket takes three bytes.
    const next = bytes[byte === 0xef ? at + 3 : at + 1] as number;
    if (next >= 97 && next <= 122) return true;
  }
  return false;
}

/** Rewrite a line with its header in the product's own notation, or return null if it has none. */
function withStandardHeader({ levelWords }: CompiledProduct, text: string): string | null {
  const [whole, before = '', level = '', tag = ''] = FORM.exec(text) ?? [];
  const prefix = encodeRange(before);
  // In quotation marks it belongs to a line that the message quotes.
  if (whole === undefined || new QuoteTracker(prefix).containPosition(prefix.to)) return null;
  return `${before}${levelWords.wordOf(standardLevel(level))} <${tag}> ${text.slice(whole.length)}`;
}
