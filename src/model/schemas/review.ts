import { z } from 'zod';
import { LANGUAGES } from '../languages.ts';
import { date, entryId, guideSlug, version } from './fields.ts';

/** The roles of reviewers: one for the facts, in all languages, and an editor for each language. */
export const REVIEWERS = ['facts', ...LANGUAGES] as const;

export type Reviewer = (typeof REVIEWERS)[number];

/** The last reading of a page by somebody who did not write it. */
const reading = z.strictObject({
  by: z.enum(REVIEWERS),
  /** The version of the product against whose source the facts were read. */
  version: version.exactOptional(),
  date,
  /** The fingerprint of the text that was read; `shindan review` computes it. */
  text: z.string().regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits, which shindan review writes'),
});

export type Reading = z.infer<typeof reading>;

/** content/review.yaml: the readings of each page, by the id of an entry or the name of a guide. */
export const reviewSchema = z.record(z.union([entryId, guideSlug]), z.array(reading));

export type ReviewYaml = z.infer<typeof reviewSchema>;
