import { z } from 'zod';
import { inLanguages, texts } from './fields.ts';

const page = z.url({ protocol: /^https$/, error: 'a URL, such as https://www.example.com/docs/' });

/**
 * content/elsewhere/<slug>.yaml: a topic that this site does not cover, with the official page that
 * does.
 */
export const elsewhereSchema = z.strictObject({
  title: texts,
  /** Search phrases for it, lower-case, in any language. */
  words: z.array(z.string().min(1)).min(1),
  url: z.strictObject(inLanguages({ en: page, ja: page })),
});

export type Elsewhere = z.infer<typeof elsewhereSchema>;
