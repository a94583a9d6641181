import type { Catalog } from '../../engine/index.ts';
import type { RareTexts, ReportTexts } from '../../model/words.ts';

/** Format a template for readers: shorten `{name:type}` to `{name}`. */
export function messageTitle(template: string): string {
  return template
    .replace(/\{(\w[\w-]*):[\w-]+\}/g, '{$1}')
    .replaceAll('{{', '{')
    .trim();
}

/**
 * Return the titles of all entries by id: each entry's first wording. The downloaded words do not
 * contain them, because the catalog already does.
 */
export function titlesOf({ entries }: Catalog): Record<string, string> {
  return Object.fromEntries(
    entries.map(({ id, templates }) => [id, messageTitle(templates[0]?.text ?? '')]),
  );
}

/** Add the titles, which downloaded words do not contain, to their entries. */
export function withTitles(words: ReportTexts, titles: Record<string, string>): ReportTexts {
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

/** Return words with the texts that were loaded later. */
export function withRareTexts(words: ReportTexts, rare: RareTexts): ReportTexts {
  return {
    ...words,
    entries: { ...words.entries, ...rare.entries },
    guides: { ...words.guides, ...rare.guides },
    diagrams: { ...words.diagrams, ...rare.diagrams },
    missing: Object.fromEntries(
      Object.entries(words.missing).map(([product, asks]) => [
        product,
        { ...asks, ...rare.missing[product] },
      ]),
    ),
  };
}
