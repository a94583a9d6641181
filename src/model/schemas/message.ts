import { z } from 'zod';
import { level } from './fields.ts';

/** A line of messages.tsv: one message in the product's source. */
export const messageSchema = z.strictObject({
  /** Permanent name, which `messages` of a template refers to. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  /**
   * The level of its line; `-` if it has none (nested in another message, or written to stderr
   * directly), `never` if it is never printed.
   */
  level: z.enum([...level.options, '-', 'never'], 'a level, - for none, or never'),
  /** First version that prints it; `-` if not looked up. */
  since: z.string().regex(/^(\d+(\.\d+)*|-)$/, 'a version such as 0.87.0, or -'),
  /** Last version that printed it; `-` if it is still printed, `?` if unknown. */
  until: z.string().regex(/^(\d+(\.\d+)*|[-?])$/, 'a version such as 0.87.0, - or ?'),
  /** File and line in the source, or the library that it comes from. */
  source: z.string().min(1),
  /** The text as in the source, with Go's format verbs. */
  text: z.string().min(1),
});

export type Message = z.infer<typeof messageSchema>;
