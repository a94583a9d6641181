import { z } from 'zod';

const term = z.strictObject({
  /** The word that stands in prose. */
  en: z.string().min(1),
  ja: z.string().min(1),
  /** Words for the same thing that must not stand there. */
  not: z.strictObject({ en: z.array(z.string().min(1)), ja: z.array(z.string().min(1)) }),
});

/** glossary.yaml: one word for one thing, in each language. */
export const glossarySchema = z.array(term);

export type Term = z.infer<typeof term>;
