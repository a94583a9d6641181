import type { ProductNames, ReportTexts } from '../model/words.ts';

/** Words of a report with which a sentence can name a product. */
export type NamingWords = Pick<ReportTexts, 'language' | 'names'>;

/** Return the names for texts about a product; if it is unknown, the site's first product's. */
export function productNames(
  { names }: Pick<NamingWords, 'names'>,
  product: string | null,
): ProductNames {
  return (
    names[product ?? ''] ?? Object.values(names)[0] ?? { program: '', nameInText: '', programs: [] }
  );
}

/** Return the name of what a product talks to, or else its own. */
export function backendOf({ backend, program }: ProductNames): string {
  return backend ?? program;
}
