import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../model/catalog.ts';
import type { Language } from '../model/languages.ts';
import type { Part } from '../model/prose.ts';
import type { DetectionHints, SettingsByProduct } from '../model/settings.ts';
import type { ReportTexts, Symptoms, Titles } from '../model/words.ts';

/** Data that exists once per site, by name. The commands for readers need it. */
interface SharedData {
  /** The languages of the site, the default first. */
  languages: [Language, ...Language[]];
  /** Where the site is served; null if site.yaml does not say. */
  url: string | null;
  catalog: Catalog;
  hints: DetectionHints[];
  settings: SettingsByProduct;
}

/** Data that exists once per language, by name. */
interface DataInLanguage {
  words: ReportTexts;
  titles: Titles;
  symptoms: Symptoms;
  /** The text of each entry's page, by the entry's ID. Only `explain` prints it. */
  entryParts: Record<string, Part[]>;
}

/** The data of a site, each part built or read on first use. */
export type SiteData = { [Name in keyof SharedData]: () => SharedData[Name] } & {
  [Name in keyof DataInLanguage]: (language: Language) => DataInLanguage[Name];
};

const SHARED = ['languages', 'url', 'catalog', 'hints', 'settings'] as const;
const IN_LANGUAGE = ['words', 'titles', 'symptoms', 'entryParts'] as const;

/** Write the data of a site into a folder, as JSON files. */
export function writeSiteData(data: SiteData, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  for (const name of SHARED) write(name, data[name]());
  for (const name of IN_LANGUAGE)
    for (const language of data.languages()) write(`${name}-${language}`, data[name](language));
}

/** Read the data of a site from a folder that `writeSiteData` has written. */
export function readSiteData(folder: string): SiteData {
  const read = (name: string): never =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as never;
  return memoized({
    languages: () => read('languages'),
    url: () => read('url'),
    catalog: () => read('catalog'),
    hints: () => read('hints'),
    settings: () => read('settings'),
    words: (language) => read(`words-${language}`),
    titles: (language) => read(`titles-${language}`),
    symptoms: (language) => read(`symptoms-${language}`),
    entryParts: (language) => read(`entryParts-${language}`),
  });
}

/** Make each part remember its result. */
export function memoized(data: SiteData): SiteData {
  const entries = Object.entries(data).map(([name, make]) => {
    const known = new Map<Language | undefined, unknown>();
    return [
      name,
      (language?: Language): unknown => {
        if (!known.has(language)) known.set(language, make(language as Language));
        return known.get(language);
      },
    ];
  });
  return Object.fromEntries(entries) as SiteData;
}
