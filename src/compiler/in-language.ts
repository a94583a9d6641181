import { isLanguage, type Language } from '../model/languages.ts';
import type { InOneLanguage } from '../model/words.ts';

/** Return a record with the texts of one language only. */
export function inLanguage<T>(record: T, language: Language): InOneLanguage<T>;
export function inLanguage(record: unknown, language: Language): unknown {
  if (typeof record !== 'object' || record === null) return record;
  if (Array.isArray(record)) return record.map((item) => inLanguage(item, language));
  const names = Object.keys(record);
  if (names.length > 0 && names.every(isLanguage))
    return (record as Record<Language, unknown>)[language];
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, inLanguage(value, language)]),
  );
}
