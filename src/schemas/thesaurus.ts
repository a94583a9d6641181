import { z } from 'zod';
import { slug } from './fields.ts';

const words = z.array(z.string().min(1));

/** content/thesaurus/<subject>.yaml: words that people use for the same thing, in either language, readings in hiragana included. */
export const thesaurusSchema = z.strictObject({
  /** Each list is one meaning: whichever word is typed, pages with any of them are found. */
  same: z.array(words.min(2)).default([]),
  /** What is typed also asks for the other words, but not the other way round. */
  also: z.array(z.strictObject({ words: words.min(1), also: words.min(1) })).default([]),
  /** Words with what is typed for them by mistake: converted to another word that sounds alike, or with a character that looks alike. */
  slips: z.record(z.string(), words).default({}),
  /** What the product is called by who asks, in small letters, inside a longer name too; its own spelling first. */
  product: words.default([]),
  /** What its servers are called, in small letters. */
  hosts: words.default([]),
  /** Words that a question about the product has: without one, no page comes near a story, and a program beside the product is what it is about. */
  ours: words.default([]),
  /** Other programs for the same work: a query that names one, and not the product, is likely about that; a phrase is one, whether or not a page names its words. */
  others: words.default([]),
  /** Programs that run beside the product: a question that names one, and has none of the words under `ours`, is about that. */
  beside: words.default([]),
  /** What the product runs on, or is reached through: a question that names one, and has none of the words under `ours`, is about that unless a page says it with most of the rest. */
  around: words.default([]),
  /** Codes, paths and names that are looked up letter by letter, with the guides that are about them, best first. */
  codes: z
    .array(z.strictObject({ code: z.string().min(1), guides: z.array(slug).min(1) }))
    .default([]),
  /** Programs of the product's that speak for themselves: how their names begin, a status that they print before their words, and the guide that these lead to rather than to one about the agent's own connection. */
  speakers: z
    .array(z.strictObject({ names: words.min(1), status: z.string().optional(), guide: slug }))
    .default([]),
  /** Files that are pasted into the box instead of a log. */
  files: z
    .array(
      z.strictObject({
        /** It is what a command prints, in which lines of a log may stand: those say more. */
        output: z.literal(true).optional(),
        /** How its lines begin; two different ones make a paste this file. */
        'known-by': words.min(2),
        /** Names that may stand before `=`, `:` or in brackets; the search sees a misspelt one. */
        keys: words.default([]),
        /** Guides for a misspelt name. */
        misspelt: z.array(slug).default([]),
        /** Guides for all else, best first. */
        guides: z.array(slug).min(1),
      }),
    )
    .default([]),
});

export type ThesaurusYaml = z.infer<typeof thesaurusSchema>;
