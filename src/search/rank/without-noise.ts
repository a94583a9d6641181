import type { SearchIndex } from '../index/inverted-index.ts';
import { hasProductWord } from '../tokenize/synonyms.ts';
import { tokenize } from '../tokenize/tokens.ts';
import { isAboutForeignProduct, namesNeighbor } from './foreign-product.ts';
import { tokenizeForIndex } from './rank-documents.ts';

/** What people put in brackets before a question: 【質問】, [Question]. */
const LABEL = /^\s*(?:【[^】]{1,20}】|\[[\w -]{1,20}\](?=\s))/;
const VERSION = /(?<![\w.])v?\d+\.\d+(?:\.\d+)?(?:-\d+)?(?![\w.])/gi;
const WORD = /(?<![\w./-])[a-z][a-z0-9-]+(?![\w./])/gi;

/** A question without its noise. */
export interface Stripped {
  text: string;
  /** Whether unknown words were removed and the rest has no word of the product. */
  isVague: boolean;
}

/**
 * Strip what is rarely part of a question: a label, greetings, versions, names of platforms, and
 * words that no page has. Return null if that changes nothing, leaves nothing, or if the question
 * is about another product.
 */
export function withoutNoise(text: string, index: SearchIndex): Stripped | null {
  const question = text
    .replace(LABEL, ' ')
    .replace(index.concepts.noise, ' ')
    .replace(VERSION, ' ')
    .trim();
  if (isAboutForeignProduct(question, index) || namesNeighbor(question, index)) return null;
  const rest = question.replace(WORD, (word) => (isKnown(word, index) ? word : ' ')).trim();
  if (rest === text || !/[\p{L}\p{N}]{2}/u.test(rest)) return null;
  return { text: rest, isVague: rest !== question && !hasProductWord(rest, index.concepts) };
}

/** Return whether a word is a stop word, or some page has it, even with typos fixed. */
function isKnown(word: string, index: SearchIndex): boolean {
  if (tokenize(word).length === 0) return true;
  const read = tokenizeForIndex(index, `${word} `);
  return read.length > 0 && read.every(({ keys }) => keys.some(([key]) => index.counts.has(key)));
}
