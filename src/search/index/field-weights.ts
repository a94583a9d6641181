import { PHRASE_SHARE, type Synonyms } from '../tokenize/synonyms.ts';
import { idf, type DocumentCounts } from './idf.ts';
import type { TokenizedFields } from './postings.ts';
import { distinctKeys } from '../tokenize/tokens.ts';
import type { Token } from '../tokenize/tokenize-word.ts';

/** Return the total weight of the words of each field; needs the final document counts. */
export function fieldWeights(
  index: DocumentCounts,
  { tokens, fields }: TokenizedFields,
  concepts: readonly Synonyms[],
  spanned: ReadonlyMap<string, number[]>,
): Float64Array {
  // Maps each key that names a concept by itself to that concept; the last one wins.
  const measures = new Map<string, string>();
  for (const { key, patterns } of concepts)
    for (const { keys } of patterns) if (keys.length === 1) measures.set(keys[0] ?? '', key);
  // NaN if the weight depends on the order of keys in the text, which is rare.
  const weightOf = (token: Token, order?: string[]): number => {
    const measure = measureOf(token, measures, order);
    return measure === undefined ? NaN : token.share * idf(index, measure);
  };
  const weights = tokens.map((token) => weightOf(token));
  const sums = Float64Array.from(fields, (own) => {
    const sum = own.reduce((before, number) => before + (weights[number] ?? 0), 0);
    if (!Number.isNaN(sum)) return sum;
    const here = own.flatMap((number) => tokens[number] ?? []);
    const order = distinctKeys(here);
    return here.reduce((before, token) => before + weightOf(token, order), 0);
  });
  for (const [key, posted] of spanned) {
    const weight = PHRASE_SHARE * idf(index, key);
    for (const at of posted) sums[at] = (sums[at] ?? 0) + weight;
  }
  return sums;
}

/**
 * Return the key that determines the rarity of a token: the concept that it names by itself, or its
 * own key. If a negated word and its plain form name a concept each, the key that comes last in the
 * text decides; without `order` the result is then undefined.
 */
function measureOf(
  { keys }: Token,
  measures: ReadonlyMap<string, string>,
  order?: string[],
): string | undefined {
  const first = keys[0]?.[0] ?? '';
  const second = keys[1]?.[0] ?? '';
  const concept = measures.get(first);
  const other = measures.get(second);
  if (concept === undefined || other === undefined) return concept ?? other ?? first;
  return order && (order.indexOf(first) > order.indexOf(second) ? concept : other);
}
