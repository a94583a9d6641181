export type Language = 'en' | 'ja';

/** The site's languages, in the order of their links. */
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

/** Whether a text is one of the site's languages. */
export function isLanguage(text: string | undefined): text is Language {
  return text === 'en' || text === 'ja';
}

/** Put values into a text's holes: `{count} results`. */
export function withValues(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
