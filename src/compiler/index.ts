export { allBlocks, platformsOf } from '../report/format/index.ts';
export { allTexts, plainText, type Text } from './all-texts.ts';
export { buildCatalog } from './build-catalog.ts';
export { buildSettings, buildDetectionHints } from './build-settings.ts';
export {
  buildNames,
  buildRareTexts,
  buildReportWords,
  buildSymptoms,
  buildTitles,
  buildWords,
  releasesInUse,
  titleOf,
} from './build-words.ts';
export { checkContent, checkFolder } from './check.ts';
export { readContentFile, writeContentFile } from './content-file.ts';
export { contentFolder, contentPath, withRealNames } from './content-folder.ts';
export { coverageOf } from './coverage.ts';
export { guidesOf } from './guides-of.ts';
export { inLanguage } from './in-language.ts';
export { loadContent, openContentLazily, readContent } from './load.ts';
export { locateProblems } from './locate-problems.ts';
export { fingerprintOf, idOf, reviewsOf, type Review } from './reviews.ts';
export { oncePerContent } from './once-per-content.ts';
export { ContentError, formatProblems, type Problem } from './problem.ts';
export type { ParsedTexts } from './read-yaml.ts';
export {
  type CatalogFolder,
  type Content,
  type Diagram,
  type ElsewhereTopic,
  type Entry,
  type Excerpt,
  type Guide,
  type Product,
  type Prose,
  type Site,
  type SitePage,
  type Table,
  type TableRow,
} from './content.ts';
export { LANGUAGES, type Language } from '../model/languages.ts';
export type { Block, Inline, Os, Part, PartName } from '../model/prose.ts';
export type {
  FollowUp,
  EntryText,
  GuideText,
  Symptoms,
  Titles,
  ReportTexts,
} from '../model/words.ts';
