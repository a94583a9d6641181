import { nameInTextOf } from '../i18n/name-in-text.ts';
import { backendOf, productNames, type NamingWords } from '../i18n/product-names.ts';
import { sentences } from '../i18n/sentences.ts';
import type { ProbeInspection } from '../model/inspection.ts';

/** Say what the output of a request to a product's backend shows. */
export function probeSentence(
  { case: shown, status, product }: ProbeInspection & { product: string },
  words: NamingWords,
): string {
  const backend = backendOf(productNames(words, product));
  return sentences[words.language].probe.meaning[shown](
    status,
    backend,
    nameInTextOf(words, product),
  );
}
