import { z } from 'zod';
import { inLanguages } from './fields.ts';

const term = z.strictObject({
  /** The word to use in prose. */
  ...inLanguages({ en: z.string().min(1), ja: z.string().min(1) }),
  /** Synonyms that must not be used. */
  not: z.strictObject(
    inLanguages({ en: z.array(z.string().min(1)), ja: z.array(z.string().min(1)) }),
  ),
});

/** content/glossary.yaml: one term for each thing, in each language. */
export const glossarySchema = z.array(term);

export type Term = z.infer<typeof term>;
