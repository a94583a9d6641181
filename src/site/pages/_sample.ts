import type { Entry, Excerpt } from '../../compiler/index.ts';

/** Return the sample that shows what a message looks like: `current.log`, or else the first. */
export function currentSampleOf({ samples }: Entry): Excerpt | undefined {
  return samples.find(({ name }) => name === 'current') ?? samples[0];
}
