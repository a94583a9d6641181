import { LANGUAGES, type Language } from './language.ts';

/** Load what is said in a language; in a browser in the page's only, so that nobody loads what they cannot read. */
export async function ofPage<Said>(load: Record<Language, () => Promise<Said>>): Promise<Record<Language, Said>> {
  // A terminal and the build may need each.
  const page = (globalThis as { document?: { documentElement: { lang: string } } }).document;
  const needed = page ? LANGUAGES.filter((language) => language === page.documentElement.lang) : LANGUAGES;
  return Object.fromEntries(await Promise.all(needed.map(async (language) => [language, await load[language]()]))) as Record<Language, Said>;
}
