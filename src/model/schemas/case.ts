import { z } from 'zod';
import { DELIVERY_STATES, STATUSES } from '../report.ts';
import { guideSlug, slug } from './fields.ts';

/** cases/<slug>.yaml next to a product's <slug>.log: the expected results of a whole log. */
export const caseSchema = z.strictObject({
  /** What readers misunderstand in this log, or why it is kept. */
  about: z.string().min(10),
  status: z.enum(STATUSES),
  /** Whether the program exited because of a fault and did not start again. */
  exited: z.boolean().default(false),
  /** What happened to values that were to be delivered; not compared if missing. */
  data: z.enum(DELIVERY_STATES).exactOptional(),
  /** All guides among the answers, the best first. */
  answers: z.array(guideSlug),
  /** The cause of the first guide that the log proves; null if the log leaves it open. */
  cause: slug.nullable().exactOptional(),
  /** The first step of the first guide that applies. */
  'first-step': slug.nullable().exactOptional(),
});

export type CaseYaml = z.infer<typeof caseSchema>;
