import type { Language } from '../model/languages.ts';
import type { SearchData } from '../search/rank/read-query.ts';
import { createRouter } from '../search/rank/match-message.ts';
import { buildIndex } from '../search/index/inverted-index.ts';
import type { SiteData } from './site-data.ts';

/** Build the search's sources without a built site; each part on first use. */
export function searchSources(data: SiteData, language: Language): SearchData {
  const words = data.titles(language);
  let wordIndex: ReturnType<SearchData['loadWordIndex']> | undefined;
  let engine: ReturnType<SearchData['loadEngine']> | undefined;
  const buildWordIndex = (): ReturnType<SearchData['loadWordIndex']> => {
    const symptoms = data.symptoms(language);
    return Promise.resolve({ symptoms, titles: buildIndex(words, symptoms) });
  };
  return {
    words,
    loadWordIndex: () => (wordIndex ??= buildWordIndex()),
    loadEngine: () =>
      (engine ??= Promise.resolve(
        createRouter({ ...data.catalog(), hints: data.hints() }, () =>
          Promise.resolve(data.settings()),
        ),
      )),
  };
}
