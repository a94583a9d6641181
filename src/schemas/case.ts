import { z } from 'zod';
import { slug } from './fields.ts';

/** cases/<slug>.yaml beside a product's <slug>.log: what must come out of a whole log. */
export const caseSchema = z.strictObject({
  /** What a reader of this log gets wrong, or why it is kept. */
  about: z.string().min(10),
  status: z.enum(['healthy', 'recovered', 'action-needed', 'unrecognised']),
  /** The agent ended because of a fault and did not start again. */
  exited: z.boolean().default(false),
  /** What happened to values that had to be delivered; not compared when left out. */
  data: z.enum(['safe', 'late', 'lost', 'unknown']).optional(),
  /** The guides that are answered, all of them, the best first. */
  answers: z.array(slug),
});

export type CaseYaml = z.infer<typeof caseSchema>;
