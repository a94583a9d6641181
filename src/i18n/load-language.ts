import type { Language } from '../model/languages.ts';

const loaders: ((language: Language) => Promise<void>)[] = [];

/**
 * Load the text of each language; in a browser only of the page's language, to keep the download
 * small.
 */
export async function loadLanguages<Said>(
  load: Record<Language, () => Promise<Said>>,
): Promise<Record<Language, Said>> {
  const said: Partial<Record<Language, Said>> = {};
  const loadOne = async (language: Language): Promise<void> => {
    said[language] ??= await load[language]();
  };
  loaders.push(loadOne);
  // The terminal and the build may need all languages.
  const page = (globalThis as { document?: { documentElement: { lang: string } } }).document;
  await Promise.all(
    (Object.keys(load) as Language[])
      .filter((language) => !page || language === page.documentElement.lang)
      .map(loadOne),
  );
  return said as Record<Language, Said>;
}

/** Load all text requested so far in another language too, before a page switches to it. */
export async function preloadLanguage(language: Language): Promise<void> {
  await Promise.all(loaders.map((loadOne) => loadOne(language)));
}
