export { buildCatalog } from './build-catalog.ts';
export { buildTitles, buildWords, titleOf } from './build-words.ts';
export { checkContent, checkFolder } from './check.ts';
export { guidesOf } from './guides-of.ts';
export { loadContent } from './load.ts';
export { ContentError, formatProblems, type Problem } from './problem.ts';
export { LANGUAGES, type Content, type ElsewhereTopic, type Entry, type Excerpt, type Guide, type Product, type Prose } from './content.ts';
export type { Block, Inline, Language, Os, Part, PartName } from './prose.ts';
export type { EntryWords, GuideWords, Titles, Words } from './words.ts';
