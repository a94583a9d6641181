import { z } from 'zod';
import { entryId } from './fields.ts';

/** The front matter of an entry's ja.mdx or en.mdx. */
export const entryProse = z.strictObject({
  /**
   * The meaning of the message, in one sentence; shown first on the page, in reports and in the
   * terminal.
   */
  summary: z.string().min(10).max(200),
  /**
   * The meaning in this log, with `{holes}` of the entry or of the messages around it. A report
   * shows it in place of the summary if the log has all values.
   */
  verdict: z.string().min(10).max(200).exactOptional(),
});

/** The front matter of a guide's ja.mdx or en.mdx. */
export const guideProse = z.strictObject({
  /** In the reader's words, or the message itself if there is one. */
  title: z.string().min(4).max(80),
  /** The answer in one or two sentences. */
  summary: z.string().min(20).max(260),
  /** Replaces the title in a report if the fault is resolved: one sentence, in the past tense. */
  past: z.string().min(10).max(120).exactOptional(),
  /**
   * The fault in this log, with `{holes}` of its evidence, in one sentence. A report shows it if
   * the log leaves the cause open.
   */
  verdict: z.string().min(10).max(200).exactOptional(),
  /**
   * One sentence on what the fault costs while it lasts and what still works, by the entry that
   * shows it: "The metrics of this plugin are missing; all else is sent."
   */
  costs: z.record(entryId, z.string().min(10).max(120)).exactOptional(),
  /** Search phrases of people with this problem; not shown. */
  symptoms: z
    .array(z.union([z.string().regex(/\S/, 'what people type'), z.number().transform(String)]))
    .min(1),
});

export type EntryProse = z.infer<typeof entryProse>;
export type GuideProse = z.infer<typeof guideProse>;
