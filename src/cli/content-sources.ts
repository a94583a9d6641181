import { buildCatalog, buildSymptoms, buildTitles, type Content } from '../compiler/index.ts';
import type { Language } from '../model/prose.ts';
import type { Sources } from '../search/answer-query.ts';
import { routeBy } from '../search/match-message.ts';
import { indexTitles } from '../search/inverted-index.ts';

/** Build the search's sources from the content instead of a built site; each part on first use. */
export function contentSources(content: Content, language: Language): Sources {
  const words = buildTitles(content, language);
  let asked: ReturnType<Sources['asked']> | undefined;
  let engine: ReturnType<Sources['engine']> | undefined;
  const index = (): ReturnType<Sources['asked']> => {
    const symptoms = buildSymptoms(content, language);
    return Promise.resolve({ symptoms, titles: indexTitles(words, symptoms) });
  };
  return {
    words,
    asked: () => (asked ??= index()),
    engine: () => (engine ??= Promise.resolve(routeBy(buildCatalog(content)))),
  };
}
