import { allBlocks, allInlines } from '../report/format/index.ts';
import { keysOf } from '../search/tokenize/tokens.ts';
import type { Content } from './content.ts';
import type { Language } from '../model/languages.ts';
import type { Part } from '../model/prose.ts';
import type { Symptoms } from '../model/words.ts';

const NUMBER = /^\d+$/;
/** A word in the text of more than this share of all guides is left out. */
const MAX_SHARE = 0.25;

/**
 * Index the words of each guide's text that are missing from its title, symptoms and summary,
 * because a reader may ask with a word that no symptom has. They are tokenized here, because a
 * phone would take too long.
 */
export function buildBodyWords({ guides }: Content, language: Language): Symptoms['body'] {
  const body = new Map<string, number[]>();
  guides.forEach(({ slug, prose }, at) => {
    const { title, summary, symptoms } = prose[language].head;
    const known = new Set(keysOf([slug, title, summary, ...symptoms].join('\n')));
    for (const key of keysOf(textsOf(prose[language].parts).join('\n')))
      if (!NUMBER.test(key) && !known.has(key)) {
        const own = body.get(key) ?? [];
        own.push(at);
        body.set(key, own);
      }
  });
  const most = guides.length * MAX_SHARE;
  return Object.fromEntries([...body].filter(([, own]) => own.length <= most).sort());
}

function textsOf(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block): string[] => {
    if (block.kind === 'cause' || block.kind === 'step') return [block.title];
    if (block.kind !== 'paragraph') return [];
    return allInlines(block.children).flatMap((inline) => ('text' in inline ? inline.text : []));
  });
}
