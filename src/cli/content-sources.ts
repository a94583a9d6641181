import { buildCatalog, buildSymptoms, buildTitles, type Content } from '../compiler/index.ts';
import type { Language } from '../model/languages.ts';
import type { SearchData } from '../search/rank/answer-query.ts';
import { createRouter } from '../search/rank/match-message.ts';
import { buildIndex } from '../search/index/inverted-index.ts';

/** Build the search's sources from the content, without a built site; each part on first use. */
export function contentSources(content: Content, language: Language): SearchData {
  const words = buildTitles(content, language);
  let wordIndex: ReturnType<SearchData['loadWordIndex']> | undefined;
  let engine: ReturnType<SearchData['loadEngine']> | undefined;
  const buildWordIndex = (): ReturnType<SearchData['loadWordIndex']> => {
    const symptoms = buildSymptoms(content, language);
    return Promise.resolve({ symptoms, titles: buildIndex(words, symptoms) });
  };
  return {
    words,
    loadWordIndex: () => (wordIndex ??= buildWordIndex()),
    loadEngine: () => (engine ??= Promise.resolve(createRouter(buildCatalog(content)))),
  };
}
