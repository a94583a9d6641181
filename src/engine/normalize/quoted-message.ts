import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode } from '../lines/bytes.ts';
import { readWithoutHeader } from './fragment.ts';
import type { Chain } from '../chains/chain-links.ts';
import { stripEnvelopes } from '../headers/header.ts';
import type { RepairContext, RepairStep } from './step.ts';

/** The closing quotation marks for each opening one. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '「': '」',
  '『': '』',
};
/** Most opening marks of a line that are tried: a message may itself contain quotation marks. */
const MAX_OPENING = 8;
const MAX_CLOSING = 8;

/** A message quoted in a sentence, as in an email. */
export function quotedMessage({ matcher, product, record, isShort }: RepairContext): RepairStep {
  return {
    name: 'quoted-message',
    mayApply: () => isShort && record.open === null,
    apply: ({ text: { bytes, from, to }, variants }) => {
      const quotations = quotationsIn(decode(bytes, from, to));
      if (quotations.length === 0) return 'not mine';
      // Prefer a message that extends beyond the quotation marks.
      const around = Math.max(
        ...variants.map((variant) => record.messages.readMessage(variant)?.literal ?? 0),
      );
      let best: { text: ByteRange; chain: Chain } | null = null;
      for (const quoted of quotations) {
        for (const text of stripEnvelopes(product, encodeRange(quoted))) {
          if (record.messages.isUnrelated(text)) continue;
          const chain = readWithoutHeader(matcher, product, text);
          if (chain && chain.literal > (best?.chain.literal ?? around - 1)) best = { text, chain };
        }
      }
      if (!best) return 'not mine';
      record.startFragment(best.text, best.chain);
      return 'handled';
    },
  };
}

/** Return every text between an opening mark and a mark that may close it, the shortest first. */
function quotationsIn(text: string): string[] {
  const opening = [...text.matchAll(/(?<![\w"'`=:{,[\\])(?<!": )["'`]|[「『]/g)].slice(
    0,
    MAX_OPENING,
  );
  return opening
    .flatMap(({ 0: mark, index }) => {
      const quotations: string[] = [];
      const close = CLOSING[mark] as string;
      let end = text.indexOf(close, index + 1);
      while (end >= 0 && quotations.length < MAX_CLOSING) {
        quotations.push(text.slice(index + 1, end));
        end = text.indexOf(close, end + 1);
      }
      return quotations;
    })
    .sort((a, b) => a.length - b.length);
}
