/** The content of the site, compiled once for all test files of a worker. */
import { buildCatalog, buildWords, openContentLazily } from '../src/compiler/index.ts';
import { compile } from '../src/engine/index.ts';

export const content = openContentLazily();
export const catalog = buildCatalog(content);
export const matcher = compile(catalog);
export const words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };
