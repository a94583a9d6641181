import { z } from 'zod';
import type { Language } from '../languages.ts';
import { LEVELS } from '../levels.ts';

/**
 * `catalog/slug`; permanent, because links and reports contain it. The entry must exist, wherever
 * a field has this schema.
 */
export const entryId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'catalog/slug in lower case, such as agent/find-host-failed',
  );

/** A folder name, such as that of a guide; permanent. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** The folder name of a catalog, the first half of an entry's id. Checked like `entryId`. */
export const catalogName = slug.clone();

/** The folder name of a guide. The guide must exist, wherever a field has this schema. */
export const guideSlug = slug.clone();

/** The folder name of a product. The product must exist, wherever a field has this schema. */
export const productId = slug.clone();

/** The id of a group of guides in site.yaml. Checked like `entryId`. */
export const categoryId = slug.clone();

/**
 * A version of the product, without a leading v: numbers and, if it has one, the name of a
 * preliminary release, which does not count when versions are compared.
 */
export const version = z
  .string('a version in quotes, such as "0.87.0"')
  .regex(/^\d+(\.\d+)*([-+.]?[a-z][\w.+-]*)?$/i, 'a version in quotes, such as "0.87.0"');

export const level = z.enum(LEVELS);

export const platform = z.enum(['linux', 'windows', 'macos', 'bsd']);

export const date = z.iso.date('a date in quotes, such as "2026-11-24"');

/**
 * The version of the product against which a text was checked, left out if no releases are listed,
 * and the date.
 */
export const checked = z.strictObject({
  version: version.exactOptional(),
  date,
});

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600 };

export type Checked = z.infer<typeof checked>;

/** A duration with its unit, such as `30s`, `10m` or `6h`; read as seconds. */
export const duration = z
  .string('a number and s, m or h, such as 60s')
  .regex(/^[1-9]\d*([smh])$/, 'a number and s, m or h, such as 60s')
  .transform((written) => Number(written.slice(0, -1)) * (SECONDS[written.slice(-1)] ?? 1));

/** The fields of a text in each of the site's languages; `missingTexts` checks that all exist. */
export function inLanguages<Text extends z.ZodType>(
  schemas: Record<Language, Text>,
): Record<Language, Text> {
  const fields = Object.entries(schemas).map(([code, text]) => [code, z.exactOptional(text)]);
  return Object.fromEntries(fields) as Record<Language, Text>;
}

/** A text in each of the site's languages, by its code. */
export const texts = z.strictObject(inLanguages({ en: z.string(), ja: z.string() }));

/** A range of product versions: from one on, below one, or both. */
export const versionRange = z
  .string()
  .regex(
    /^(?=\S)(>=\d+(\.\d+)*)?(?:(?: |^)<\d+(\.\d+)*)?$/,
    'a range in quotes, such as ">=0.71.2 <0.72.0", "<0.58.1" or ">=0.49.0"',
  );
