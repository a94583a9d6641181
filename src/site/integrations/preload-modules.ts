import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguageChunk } from './is-language-chunk.ts';

/** The modules of an island: its component, and the renderer that hydrates it. */
const ISLAND_MODULES = /(?:component|renderer)-url="([^"]*\/_astro\/)([\w.-]+\.js)"/g;
const STATIC_IMPORTS = /\b(?:from|import)["'`]\.\/([\w.-]+\.js)["'`]/g;
const DYNAMIC_IMPORTS = /\bimport\(["'`]\.\/([\w.-]+\.js)["'`]\)/g;

/**
 * Add modulepreload links for all modules that a page's islands need, so that they load in parallel
 * instead of one after another.
 */
export function preloadModules(root: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = join(root, name);
    const page = readFileSync(file, 'utf8');
    const links = linksOf(page, join(root, '_astro'));
    if (links !== '')
      writeFileSync(
        file,
        page.replace('</head>', () => `${links}</head>`),
      );
  }
}

function linksOf(page: string, folder: string): string {
  const modules = [...page.matchAll(ISLAND_MODULES)];
  const language = /<html lang="(\w+)"/.exec(page)?.[1] ?? '';
  const found = new Set(modules.flatMap(([, , name = '']) => name));
  // Iterating over a Set also visits elements added meanwhile.
  for (const name of found)
    for (const needed of neededBy(join(folder, name), language)) found.add(needed);
  return [...found]
    .map((name) => `<link rel="modulepreload" href="${modules[0]?.[1]}${name}">`)
    .join('');
}

/**
 * Return the modules that a module needs: its static imports, and the interface texts of the page's
 * language.
 */
function neededBy(file: string, language: string): string[] {
  if (!existsSync(file)) return [];
  const code = readFileSync(file, 'utf8');
  const names = (pattern: RegExp): string[] =>
    [...code.matchAll(pattern)].flatMap(([, name = '']) => name);
  return [
    ...names(STATIC_IMPORTS),
    ...names(DYNAMIC_IMPORTS).filter((name) => isLanguageChunk(name, language)),
  ];
}
