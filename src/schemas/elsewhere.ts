import { z } from 'zod';

const words = z.strictObject({ en: z.string(), ja: z.string() });

/** A topic that this site does not answer, with the official page that does. */
export const elsewhereSchema = z.strictObject({
  title: words,
  /** What people type for it; lower case, in either language. */
  words: z.array(z.string()).min(1),
  url: z.strictObject({ en: z.url(), ja: z.url() }),
});

export type Elsewhere = z.infer<typeof elsewhereSchema>;
