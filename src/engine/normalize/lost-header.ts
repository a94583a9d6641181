import { encodeRange, skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { decode, encode } from '../lines/bytes.ts';
import { readWithoutHeader } from './fragment.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A line number as an editor or `cat -n` prints it. */
const GUTTER = /^L?\d{1,6}(?:[:|]\s*|\s+)/;

/** A message in a short paste that lost its header, and perhaps its end. */
export function lostHeader({ matcher, record, isShort }: RepairContext): RepairStep {
  return {
    name: 'lost-header',
    mayApply: () => isShort && record.open === null,
    apply: (line) => {
      for (const variant of line.variants) {
        if (record.messages.isUnrelated(variant) || record.messages.isFromUnknownSource(variant))
          continue;
        const indented = { ...variant, from: skipIndent(variant) };
        const { bytes, from, to } = indented;
        const gutter = GUTTER.exec(decode(bytes, from, Math.min(to, from + 16)))?.[0] ?? '';
        const text = { ...indented, from: from + encode(gutter).length };
        for (const reading of [text, withoutCsvQuotes(text)]) {
          const chain = reading && readWithoutHeader(matcher, reading);
          if (!chain) continue;
          record.startFragment(reading, chain);
          return 'handled';
        }
      }
      return 'not mine';
    },
  };
}

/**
 * Return the text of a line that is the end of a CSV cell, where quotes are doubled; otherwise
 * null.
 */
function withoutCsvQuotes({ bytes, from, to }: ByteRange): ByteRange | null {
  const text = decode(bytes, from, to);
  return text.includes('""') ? encodeRange(text.replace(/"$/, '').replaceAll('""', '"')) : null;
}
