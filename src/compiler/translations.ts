import type { Language } from '../model/languages.ts';

/** Return what a record holds in each of the site's languages, that of the default one first. */
export function translations<Text>(record: Record<Language, Text>): [Text, ...Text[]] {
  return Object.values(record) as [Text, ...Text[]];
}
