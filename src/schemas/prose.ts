import { z } from 'zod';
import { checked } from './fields.ts';

/** Only where this language was not checked together with the other: when it was. The later date stands in the YAML file. */
const behind = checked.optional();

/** The head of an entry's ja.mdx or en.mdx. */
export const entryProse = z.strictObject({
  /** What the message means, in one sentence; shown first on the page, in the report and in the terminal. */
  summary: z.string().min(10).max(200),
  checked: behind,
});

/** The head of a guide's ja.mdx or en.mdx. */
export const guideProse = z.strictObject({
  /** In the reader's words; the message itself where there is one. */
  title: z.string().min(4).max(80),
  /** The answer in one or two sentences, 260 characters at most. In braces stands what a report leaves out where it is not the reader's case: `{401: …}` where the cause is known, `{api/forbidden: …}`, `{not api/forbidden: …}`, `{running: …}`. */
  summary: z.string().min(20).max(480),
  /** What a report says instead of the title where the fault is over: one sentence, in the past. */
  past: z.string().min(10).max(120).optional(),
  /** What readers type when they have this; searchable, not shown. */
  symptoms: z
    .array(z.union([z.string().regex(/\S/, 'what people type'), z.number().transform(String)]))
    .min(1),
  checked: behind,
});
