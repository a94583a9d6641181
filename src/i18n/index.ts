import { en } from './en/pages.ts';
import { ja } from './ja/pages.ts';
import { withValues, type Language } from '../model/languages.ts';

export { isLanguage, LANGUAGES, type Language } from '../model/languages.ts';
export type MessageKey = keyof typeof en;

const MESSAGES: Record<Language, Record<MessageKey, string>> = { en, ja };

/** Return the function that looks up a language's text: `t('search.count', { count: 3 })`. */
export function translator(
  language: Language,
): (key: MessageKey, values?: Record<string, string | number>) => string {
  return (key, values = {}) => withValues(MESSAGES[language][key], values);
}
