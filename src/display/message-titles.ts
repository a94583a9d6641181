import type { Catalog } from '../engine/index.ts';
import type { Words } from '../catalog/words.ts';

/** A message as people read it: `{name:type}` shortened to `{name}`. */
export function messageTitle(template: string): string {
  return template
    .replace(/\{(\w[\w-]*):[\w-]+\}/g, '{$1}')
    .replaceAll('{{', '{')
    .trim();
}

/** The titles of all entries, by id: their first wordings. The catalog has them, so the words do not carry them. */
export function titlesOf({ entries }: Catalog): Record<string, string> {
  return Object.fromEntries(
    entries.map(({ id, templates }) => [id, messageTitle(templates[0]?.text ?? '')]),
  );
}

/** Put titles to the entries of words that travelled without them. */
export function withTitles(words: Words, titles: Record<string, string>): Words {
  return {
    ...words,
    entries: Object.fromEntries(
      Object.entries(words.entries).map(([id, entry]) => [
        id,
        { ...entry, title: titles[id] ?? id },
      ]),
    ),
  };
}
