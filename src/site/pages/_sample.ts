import type { Entry, Excerpt } from '../../compiler/index.ts';
import { openDiagnosis } from '../../engine/index.ts';
import { matcher } from './_matcher.ts';

const chosen = new WeakMap<Entry, Excerpt | undefined>();

/** Return the sample that shows what a message looks like, if possible from a current version. */
export function currentSampleOf(entry: Entry): Excerpt | undefined {
  if (!chosen.has(entry)) chosen.set(entry, chooseSample(entry));
  return chosen.get(entry);
}

function chooseSample(entry: Entry): Excerpt | undefined {
  if (entry.samples.length < 2) return entry.samples[0];
  const ages = new Map(entry.samples.map((sample) => [sample, ageOf(sample, entry)]));
  return [...entry.samples].sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0))[0];
}

/**
 * Rank a sample by age: its year, negated, plus 100 for each sign that it is outdated (a level that
 * the entry no longer has, a wording that is no longer printed). Lower is newer.
 */
function ageOf({ text }: Excerpt, { id, yaml }: Entry): number {
  const diagnosis = openDiagnosis(matcher());
  diagnosis.push(new TextEncoder().encode(text));
  const { findings, wording, span } = diagnosis.close();
  const level = findings.find(({ chain }) => chain.some(({ entry }) => entry === id))?.level;
  const outdatedSigns =
    Number(yaml.level !== undefined && level !== yaml.level) + Number(wording.until !== null);
  return 100 * outdatedSigns - Number(span.to?.slice(0, 4) ?? 0);
}
