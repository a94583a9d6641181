import { z } from 'zod';
import type { Language } from '../languages.ts';
import { LEVELS } from '../levels.ts';

/**
 * `catalog/slug`; permanent, because links and reports contain it. The check finds references by
 * their schema (walk-schema.ts): the value of a field with this schema must name an existing entry.
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

/**
 * The folder name of a catalog, the first half of an entry's id. Checked like `entryId`. This and
 * the names below are clones, because that check tells schemas apart by identity.
 */
export const catalogName = slug.clone();

/** The folder name of a guide. Checked like `entryId`. */
export const guideSlug = slug.clone();

/** The folder name of a product. Checked like `entryId`. */
export const productId = slug.clone();

/** The id of a group of guides in site.yaml. Checked like `entryId`. */
export const categoryId = slug.clone();

/**
 * A version of the product, without a leading v: numbers and, for a prerelease, its name, which is
 * ignored when versions are compared.
 */
export const version = z
  .string('a version in quotes, such as "0.87.0"')
  .regex(/^\d+(\.\d+)*([-+.]?[a-z][\w.+-]*)?$/i, 'a version in quotes, such as "0.87.0"');

export const level = z.enum(LEVELS);

export const platform = z.enum(['linux', 'windows', 'macos', 'bsd']);

export const date = z.iso.date('a date in quotes, such as "2026-11-24"');

/**
 * When a text was checked, and against which version of the product. The version is left out if the
 * product lists no releases.
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

/** A text in each of the site's languages, by the code of the language. */
export const texts = z.strictObject(inLanguages({ en: z.string(), ja: z.string() }));

/** A range of product versions: a minimum, an exclusive maximum, or both. */
export const versionRange = z
  .string()
  .regex(
    /^(?=\S)(>=\d+(\.\d+)*)?(?:(?: |^)<\d+(\.\d+)*)?$/,
    'a range in quotes, such as ">=0.71.2 <0.72.0", "<0.58.1" or ">=0.49.0"',
  );
