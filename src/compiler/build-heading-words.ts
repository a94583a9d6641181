import { allBlocks } from '../report/format/index.ts';
import { keysOf } from '../search/tokenize/tokens.ts';
import type { Content } from './content.ts';
import type { Language } from '../model/languages.ts';
import type { Symptoms } from '../model/words.ts';

const NUMBER = /^\d+$/;

/**
 * Index the words in the titles of each guide's causes and steps that are missing from its title,
 * symptoms and summary, because a reader may ask with a word that no symptom has. They are
 * tokenized here, because a phone would take too long.
 */
export function buildHeadingWords({ guides }: Content, language: Language): Symptoms['headings'] {
  const headings = new Map<string, number[]>();
  guides.forEach(({ slug, prose }, at) => {
    const { title, summary, symptoms } = prose[language].head;
    const known = new Set(keysOf([slug, title, summary, ...symptoms].join('\n')));
    const titles = allBlocks(prose[language].parts).flatMap((block) =>
      block.kind === 'cause' || block.kind === 'step' ? block.title : [],
    );
    for (const key of keysOf(titles.join('\n')))
      if (!NUMBER.test(key) && !known.has(key))
        headings.set(key, [...(headings.get(key) ?? []), at]);
  });
  return Object.fromEntries([...headings].sort());
}
