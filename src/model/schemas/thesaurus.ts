import { z } from 'zod';
import { guideSlug } from './fields.ts';

const words = z.array(z.string().min(1));

/** The fields that the search reads, merged from all files. */
export const thesaurusInSearch = {
  /** Lists of synonyms: typing any word finds pages with any other of its list. */
  same: z.array(words.min(2)).default([]),
  /** Words with their common conversion mistakes: homophones, or similar characters. */
  slips: z.record(z.string(), words).default({}),
  /**
   * Competing programs: a query that names one, but not the product, is about that program. A
   * phrase applies even if pages contain its words.
   */
  others: words.default([]),
  /**
   * Programs that run beside the product, and what it runs on or connects through: a question that
   * names one, without any of `ours`, is probably about that.
   */
  beside: words.default([]),
  /** Words of the product's field. Beside one, a program under `beside` is a bystander. */
  ours: words.default([]),
  /**
   * Programs of the product that watch another program, or the beginnings of their names: what they
   * report is not about the product's own connection.
   */
  plugins: words.default([]),
  /**
   * Other parts of the product that show data of another program. The name of a program under
   * `beside` is not the topic if it is right before one of these words (`redis metrics`).
   */
  parts: words.default([]),
  /**
   * Names that people use for the product, lower-case, the official spelling first; they also match
   * inside longer names.
   */
  product: words.default([]),
  /** Host names of its servers, lower-case. */
  hosts: words.default([]),
  /** Phrases around a question that do not belong to it, such as greetings; they are dropped. */
  noise: words.default([]),
  /** Names of platforms, which say where something happens and rarely what; they weigh little. */
  places: words.default([]),
  /** Words that only say what kind of thing a code is: `error code`. */
  labels: words.default([]),
};

/**
 * content/thesaurus/<subject>.yaml: synonyms in both languages, including readings in hiragana, and
 * lists of names for the search.
 */
export const thesaurusSchema = z.strictObject({
  ...thesaurusInSearch,
  /**
   * Codes, paths and names that are looked up by exact match, with the guides about them, best
   * first.
   */
  codes: z
    .array(z.strictObject({ code: z.string().min(1), guides: z.array(guideSlug).min(1) }))
    .default([]),
});

export type ThesaurusYaml = z.infer<typeof thesaurusSchema>;
