import type { Language } from '../model/languages.ts';

const loaders: ((language: Language) => Promise<void>)[] = [];

/**
 * Load the text of every language. In a browser, load only that of the page's language, to keep the
 * download small.
 */
export async function loadLanguages<Text>(
  load: Record<Language, () => Promise<Text>>,
): Promise<Record<Language, Text>> {
  const loaded: Partial<Record<Language, Text>> = {};
  const loadOne = async (language: Language): Promise<void> => {
    loaded[language] ??= await load[language]();
  };
  loaders.push(loadOne);
  // The terminal and the build may need all languages.
  const page = (globalThis as { document?: { documentElement: { lang: string } } }).document;
  await Promise.all(
    (Object.keys(load) as Language[])
      .filter((language) => !page || language === page.documentElement.lang)
      .map(loadOne),
  );
  return loaded as Record<Language, Text>;
}

/** Load all text requested so far in another language too, before a page switches to it. */
export async function preloadLanguage(language: Language): Promise<void> {
  await Promise.all(loaders.map((loadOne) => loadOne(language)));
}
