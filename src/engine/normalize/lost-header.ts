/** Steps for a message in a short paste that lost its header. */
import { encodeRange, skipIndent, type ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { readWithoutHeader } from './fragment.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** A message that fills its line, perhaps without its end. */
export function lostHeader({ matcher, record, isShort }: RepairContext): RepairStep {
  return (line) => {
    if (!isShort || record.open !== null) return 'not mine';
    for (const variant of line.variants) {
      if (record.messages.isUnrelated(variant) || record.messages.isFromUnknownSource(variant))
        continue;
      const text = { ...variant, from: skipIndent(variant) };
      for (const reading of [text, asEndOfCell(text)]) {
        const chain = reading && readWithoutHeader(matcher, reading);
        if (!chain) continue;
        record.startFragment(reading, chain);
        return 'handled';
      }
    }
    return 'not mine';
  };
}

/** Read a text as the end of a CSV cell, where quotes are doubled; null if it cannot be one. */
function asEndOfCell({ bytes, from, to }: ByteRange): ByteRange | null {
  const text = decode(bytes, from, to);
  return text.includes('""') ? encodeRange(text.replace(/"$/, '').replaceAll('""', '"')) : null;
}

/** A message within a sentence, without quotation marks. */
export function messageInSentence({ record, recognition, isShort }: RepairContext): RepairStep {
  return ({ text }) => {
    if (!isShort || record.open !== null) return 'not mine';
    const from = record.messages.findInSentence(text);
    if (from < 0) return 'not mine';
    recognition.seeText(record.line, text);
    record.startMessage({ ...text, from }, 0, { allowsTrailingText: true });
    return 'handled';
  };
}
