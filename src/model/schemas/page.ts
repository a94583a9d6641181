import { z } from 'zod';
import { inLanguages, slug, texts } from './fields.ts';

/**
 * One paragraph or list item in each language; `code`, bold, links and the inline components of
 * content/README.md are allowed.
 */
const words = z.strictObject(inLanguages({ en: z.string().min(2), ja: z.string().min(2) }));

const section = z.strictObject({
  /** The anchor of the section. */
  id: slug,
  title: texts,
  /** Its paragraphs. */
  text: z.array(words).min(1),
  /** Numbered steps below them. */
  steps: z.array(words).default([]),
});

/** pages/<slug>.yaml: a page about the site itself, such as about or privacy. */
export const pageSchema = z.strictObject({
  /** Position among the links at the foot of every page, from 1. */
  order: z.number().int().positive(),
  title: texts,
  /** The page in one sentence, as plain text. */
  summary: texts,
  sections: z.array(section).min(1),
});

export type PageYaml = z.infer<typeof pageSchema>;
