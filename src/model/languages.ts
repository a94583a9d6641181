/** The languages that the interface is translated into; a site has one or more of them. */
export const LANGUAGES = ['ja', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Return whether a text is the code of one of these languages. */
export function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

const names = /* @__PURE__ */ new Intl.DisplayNames('en', { type: 'language' });

/** Return the name of a language in English. */
export function nameLanguage(language: Language): string {
  return names.of(language) ?? language;
}
