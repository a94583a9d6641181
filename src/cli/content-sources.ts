import { buildCatalog, buildSymptoms, buildTitles, type Content } from '../compiler/index.ts';
import type { Language } from '../model/languages.ts';
import type { SearchData } from '../search/answer-query.ts';
import { createRouter } from '../search/match-message.ts';
import { buildIndex } from '../search/inverted-index.ts';

/** Build the search's sources from the content instead of a built site; each part on first use. */
export function contentSources(content: Content, language: Language): SearchData {
  const words = buildTitles(content, language);
  let asked: ReturnType<SearchData['loadWordIndex']> | undefined;
  let engine: ReturnType<SearchData['loadEngine']> | undefined;
  const index = (): ReturnType<SearchData['loadWordIndex']> => {
    const symptoms = buildSymptoms(content, language);
    return Promise.resolve({ symptoms, titles: buildIndex(words, symptoms) });
  };
  return {
    words,
    loadWordIndex: () => (asked ??= index()),
    loadEngine: () => (engine ??= Promise.resolve(createRouter(buildCatalog(content)))),
  };
}
