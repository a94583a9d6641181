import { z } from 'zod';

/** `catalog/slug`; permanent, because links and reports contain it. */
export const entryId = z
  .string()
  .regex(
    /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'catalog/slug in lower case, such as agent/find-host-failed',
  );

/** The folder name of a catalog, the first half of an entry's id. */
export const catalogName = z.string().regex(/^[a-z]+$/, 'one word in lower-case Latin letters');

/** A folder name, such as that of a guide; permanent. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** A version of the product, without a leading v. */
export const version = z
  .string('a version in quotes, such as "0.87.0"')
  .regex(/^\d+\.\d+\.\d+$/, 'a version in quotes, such as "0.87.0"');

export const level = z.enum(['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL']);

export const platform = z.enum(['linux', 'windows', 'macos', 'bsd']);

export const date = z.iso.date('a date in quotes, such as "2026-11-24"');

/** The version of the product against which a text was checked, and the date. */
export const checked = z.strictObject({
  agent: version,
  date,
});

/** A duration with its unit: `30s`, `10m`, `6h`. */
export const duration = z
  .string('a number and s, m or h, such as 60s')
  .regex(/^[1-9]\d*([smh])$/, 'a number and s, m or h, such as 60s');

/** A text in both languages. */
export const bothLanguages = z.strictObject({ en: z.string(), ja: z.string() });

/** A range of product versions: from one on, below one, or both. */
export const versionRange = z
  .string()
  .regex(
    /^(>=\d+\.\d+\.\d+ <\d+\.\d+\.\d+|>=\d+\.\d+\.\d+|<\d+\.\d+\.\d+)$/,
    'a range in quotes, such as ">=0.71.2 <0.72.0", "<0.58.1" or ">=0.49.0"',
  );
