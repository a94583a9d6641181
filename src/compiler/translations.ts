import type { Language } from '../model/languages.ts';

/** Return the values of a record by language, the default language first. */
export function translations<Text>(record: Record<Language, Text>): [Text, ...Text[]] {
  return Object.values(record) as [Text, ...Text[]];
}
