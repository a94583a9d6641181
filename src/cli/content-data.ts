import {
  buildCatalog,
  buildDetectionHints,
  buildSettings,
  buildSymptoms,
  buildTitles,
  buildWords,
  type Content,
  type Language,
  type Part,
} from '../compiler/index.ts';
import { memoized, type SiteData } from './site-data.ts';

/** Return what the commands for readers need of the content, each part built on first use. */
export function siteDataOf(content: Content): SiteData {
  return memoized({
    languages: () => content.site.languages,
    url: () => content.site.url ?? null,
    catalog: () => buildCatalog(content),
    hints: () => buildDetectionHints(content),
    settings: () => buildSettings(content),
    words: (language) => buildWords(content, language),
    titles: (language) => buildTitles(content, language),
    symptoms: (language) => buildSymptoms(content, language),
    entryParts: (language) => entryPartsOf(content, language),
  });
}

/** Return the texts of the entries' pages; each is parsed when it is first read. */
function entryPartsOf({ entries }: Content, language: Language): Record<string, Part[]> {
  const parts = {};
  for (const { id, prose } of entries)
    Object.defineProperty(parts, id, { enumerable: true, get: () => prose[language].parts });
  return parts;
}
