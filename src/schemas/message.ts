import { z } from 'zod';
import { level } from './fields.ts';

/** A line of messages.tsv: one text in the product's source, as its program prints it. */
export const messageSchema = z.strictObject({
  /** Permanent name; `messages` of a template lists it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  /** Of its line; `-` where it has none (it nests in another message, or is written to stderr as it is), `never` where the program keeps the text to itself. */
  level: z.enum([...level.options, '-', 'never'], 'a level, - for none, or never'),
  /** First version that prints it, `-` where nobody has looked. */
  since: z.string().regex(/^(\d+\.\d+\.\d+|-)$/, 'a version such as 0.87.0, or -'),
  /** Last version that printed it; `-` where it is still printed, `?` where the last version is not known. */
  until: z.string().regex(/^(\d+\.\d+\.\d+|[-?])$/, 'a version such as 0.87.0, - or ?'),
  /** File and line of the source, or the library that it comes from. */
  source: z.string().min(1),
  /** As the source has it, with Go's verbs in the place of values. */
  text: z.string().min(1),
});

export type Message = z.infer<typeof messageSchema>;
