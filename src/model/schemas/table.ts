import { z } from 'zod';
import { checked, entryId, guideSlug, inLanguages, slug } from './fields.ts';

/**
 * One line in each language; `code` and the inline components of content/README.md are allowed.
 */
const words = z.strictObject(
  inLanguages({ en: z.string().min(1).max(280), ja: z.string().min(1).max(160) }),
);

const plain = z.strictObject(
  inLanguages({ en: z.string().min(2).max(80), ja: z.string().min(1).max(40) }),
);

const column = z.strictObject({
  /** The key of its cells in `cells` of a row. */
  id: slug,
  title: plain,
  /** summary: a row without a cell here shows the summary of its first entry. */
  from: z.literal('summary').exactOptional(),
});

const row = z.strictObject({
  /** The anchor of the row; permanent, because support links to it. */
  id: slug,
  /**
   * The code or name as the log or the system shows it. It has a text per language only if it
   * contains our own words.
   */
  code: z.union([z.string().min(1).max(60), plain]),
  /** The group of the row, if the table has groups. */
  group: slug.exactOptional(),
  /** The cells, by the ids of their columns. */
  cells: z.record(slug, words).default({}),
  /** Entries that explain it. */
  entries: z.array(entryId).default([]),
  /** Guides that help. */
  guides: z.array(guideSlug).default([]),
});

/** table.yaml: codes of one kind, one per row. */
export const tableSchema = z.strictObject({
  /** Position in the list of tables, from 1. */
  order: z.number().int().positive(),
  title: plain,
  /** The meaning of the codes and hints on their use, in one or two sentences of plain text. */
  summary: z.strictObject(
    inLanguages({ en: z.string().min(20).max(300), ja: z.string().min(10).max(160) }),
  ),
  checked,
  /** Heading of the first column, which holds the codes. */
  head: plain,
  columns: z.array(column).min(1).max(3),
  /** Groups of rows, each with a heading. Either every row is in a group, or the table has none. */
  groups: z.array(z.strictObject({ id: slug, title: plain })).default([]),
  rows: z.array(row).min(1),
});

export type TableYaml = z.infer<typeof tableSchema>;
