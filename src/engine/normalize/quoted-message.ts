import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, skipSpace } from '../lines/bytes.ts';
import { unescape } from '../lines/go-quote.ts';
import { readWithoutHeader } from './fragment.ts';
import { totalLiteralOf, unmatchedRestOf } from '../chains/chain.ts';
import type { Chain } from '../chains/chain-links.ts';
import { isProductChain } from '../findings/recognition.ts';
import { stripEnvelopes, type StrippedLine } from '../headers/envelopes.ts';
import type { OpenRecord } from '../records/record-interpreter.ts';
import { readInstead, type Outcome, type RepairContext, type RepairStep } from './step.ts';

/** The closing quotation marks for each opening one. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '「': '」',
  '『': '』',
};
/**
 * A quotation mark, or a colon after Japanese words, which introduces a quotation up to the end of
 * the line. In English, programs write such colons themselves.
 */
const OPENING = /(?<![\w"'`=:{,[\\])(?<!": )["'`]|[「『]|(?<=[ぁ-ヾ一-鿿]) ?(?:：|: )/g;
/** English words between Japanese ones, which need no quotation marks: `朝から start failed が出る`. */
const BETWEEN_JAPANESE =
  /(?<=[ぁ-ヾ一-鿿、。…] ?)[\x21-\x7e][\x20-\x7e]{14,}[\x21-\x7e](?= ?[ぁ-ヾ一-鿿、。…])/g;
/** Most opening marks of a line that are tried: a message may itself contain quotation marks. */
const MAX_OPENING = 8;
const MAX_CLOSING = 8;

/** A message quoted in a sentence, as in an email. */
export function quotedMessage(context: RepairContext): RepairStep {
  const { matcher, product, record, recognition, isShort } = context;
  const { messages } = record;

  /** Read quoted text as if it filled a line. */
  const readQuoted = (text: StrippedLine): Chain | null => {
    const chain = messages.readMessage(text);
    return chain && unmatchedRestOf(chain) === null && messages.mayStandAlone(text, chain)
      ? chain
      : readWithoutHeader(matcher, text);
  };

  /** Compare readings: a sentence that only the product prints counts most. */
  const isBetter = (chain: Chain, best: Chain): boolean => {
    const isOwn = isProductChain(chain, product.ownCatalogs);
    return isOwn === isProductChain(best, product.ownCatalogs)
      ? totalLiteralOf(chain) > totalLiteralOf(best)
      : isOwn;
  };

  /** The mark that ends the quotation whose first line began the open record. */
  let closing: string | null = null;

  /** Begin a record with the first line of a quotation that goes on below. */
  const startQuotation = (line: string): Outcome => {
    const opened = unclosedIn(line);
    const text = opened && encodeRange(opened.quoted);
    const chain = text && messages.readMessage(text);
    if (!chain || !isProductChain(chain, product.ownCatalogs)) return 'not mine';
    closing = opened.close;
    record.startMessage(text, 0);
    return 'handled';
  };

  /** Read a further line of a quotation, up to the mark that ends it. */
  const continueQuotation = (line: string): Outcome => {
    const end = closing === null ? -1 : line.indexOf(closing);
    if (end < 0) return 'not mine';
    closing = null;
    return readInstead([encodeRange(line.slice(0, end))]);
  };

  /** Return whether a record without a header is harmless, so that a fault is not part of it. */
  const isHarmless = (open: OpenRecord): boolean =>
    open.headers.every(({ level }) => level === 0) &&
    record.interpreter.meaningOf(open).chain?.rule.entry.role === 'harmless';

  return ({ text: { bytes, from, to }, variants }) => {
    if (!isShort || (record.open && closing === null && !isHarmless(record.open)))
      return 'not mine';
    const line = decode(bytes, from, to);
    if (record.open === null) closing = null;
    if (closing !== null) return continueQuotation(line);
    const quotations = quotationsIn(line);
    if (quotations.length === 0) return startQuotation(line);
    // Prefer a message that extends beyond the quotation marks.
    const whole = Math.max(
      ...variants.map((variant) => totalLiteralOf(messages.readMessage(variant))),
    );
    const around = messages.findMessage({ bytes, from, to });
    const start = around ? decode(bytes, from, around.from).length : 0;
    let best: { text: ByteRange; chain: Chain; at: number } | null = null;
    for (const { quoted, at } of quotations) {
      // A quotation in a quoted message is a part of it.
      if (best && at > best.at) break;
      const least = Math.max(whole, start < at ? totalLiteralOf(around) : 0);
      for (const variant of stripEnvelopes(product, encodeRange(quoted))) {
        const text = { ...variant, from: skipSpace(variant.bytes, variant.from, variant.to) };
        if (messages.isUnrelated(text)) continue;
        const chain = readQuoted(text);
        if (chain && (best ? isBetter(chain, best.chain) : totalLiteralOf(chain) >= least))
          best = { text, chain, at };
      }
    }
    if (!best) return startQuotation(line);
    // The sentence may name the product.
    recognition.seeText(record.line, { bytes, from, to });
    record.startFragment(best.text, best.chain);
    return 'handled';
  };
}

/** A quoted text, and where it begins in the line. */
interface Quotation {
  quoted: string;
  at: number;
}

/** Return the text after the last opening mark, if no mark closes it, and the mark that would. */
function unclosedIn(text: string): { quoted: string; close: string } | null {
  const last = [...text.matchAll(OPENING)].at(-1);
  const close = last && CLOSING[last[0]];
  const quoted = last && text.slice(last.index + last[0].length);
  return !close || !quoted || quoted.includes(close) ? null : { quoted, close };
}

/**
 * Return every text between an opening mark and a mark that may close it, with the marks inside
 * unescaped. The texts are sorted by their start, the shortest first.
 */
function quotationsIn(text: string): Quotation[] {
  const words = [...text.matchAll(BETWEEN_JAPANESE)]
    .slice(0, MAX_OPENING)
    .map(({ 0: quoted, index: at }) => ({ quoted, at }));
  return [...text.matchAll(OPENING)]
    .slice(0, MAX_OPENING)
    .flatMap(({ 0: mark, index }) => {
      const quotations: Quotation[] = [];
      const close = CLOSING[mark];
      const at = index + mark.length;
      if (close === undefined) return { quoted: text.slice(at), at };
      let end = text.indexOf(close, at);
      while (end >= 0 && quotations.length < MAX_CLOSING) {
        const quoted = text.slice(at, end);
        quotations.push({ quoted: withoutEscapes(quoted, mark), at });
        end = text.indexOf(close, end + 1);
      }
      return quotations;
    })
    .concat(words)
    .sort((a, b) => a.at - b.at || a.quoted.length - b.quoted.length);
}

/** Undo the escapes of quotation marks in a quotation: JSON's `\\"`, YAML's `''`, CSV's `""`. */
function withoutEscapes(quoted: string, mark: string): string {
  if (mark === "'") return quoted.replaceAll("''", "'");
  return quoted.includes('\\"') ? unescape(quoted) : quoted.replaceAll('""', '"');
}
