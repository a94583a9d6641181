import { en } from './en.ts';
import { ja } from './ja.ts';

export type Language = 'en' | 'ja';
export type MessageKey = keyof typeof en;

/** The site's languages, in the order of their links. */
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

const MESSAGES: Record<Language, Record<MessageKey, string>> = { en, ja };

/** Get the words of a language: `t('search.count', { count: 3 })`. */
export function translator(language: Language): (key: MessageKey, values?: Record<string, string | number>) => string {
  return (key, values = {}) => MESSAGES[language][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** Whether a text is one of the site's languages. */
export function isLanguage(text: string | undefined): text is Language {
  return text === 'en' || text === 'ja';
}
