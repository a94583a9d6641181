import { z } from 'zod';
import { checked, entryId, slug } from './fields.ts';

/** One line in both languages; `code` and the inline components of content/README.md may stand in it. */
const words = z.strictObject({ en: z.string().min(1).max(280), ja: z.string().min(1).max(160) });

const plain = z.strictObject({ en: z.string().min(2).max(80), ja: z.string().min(1).max(40) });

const column = z.strictObject({
  /** Name of the cells below it. */
  id: slug,
  title: plain,
  /** summary: a row that has no cell here shows what its first entry means. */
  from: z.literal('summary').optional(),
});

const row = z.strictObject({
  /** The anchor of the row, permanent: support links to it. */
  id: slug,
  /** The code or name as the log or the system shows it; in both languages only where it has words of ours. */
  code: z.union([z.string().min(1).max(60), plain]),
  /** The group that the row stands in, where the table has groups. */
  group: slug.optional(),
  /** What the columns say, by their ids. */
  cells: z.record(slug, words).default({}),
  /** Entries that explain it. */
  entries: z.array(entryId).default([]),
  /** Guides that help. */
  guides: z.array(slug).default([]),
});

/** table.yaml: codes of one kind, a row each, in both languages. */
export const tableSchema = z.strictObject({
  /** Place in the list of tables, from 1. */
  order: z.number().int().positive(),
  title: plain,
  /** What the codes are and what to know before reading one, in one or two sentences; plain text. */
  summary: z.strictObject({ en: z.string().min(20).max(300), ja: z.string().min(10).max(160) }),
  checked,
  /** Heading of the first column, above the codes. */
  head: plain,
  columns: z.array(column).min(1).max(3),
  /** Rows that belong together, under a heading of their own; every row is in one, or the table has none. */
  groups: z.array(z.strictObject({ id: slug, title: plain })).default([]),
  rows: z.array(row).min(1),
});

export type TableYaml = z.infer<typeof tableSchema>;
