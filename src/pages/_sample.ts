import { buildCatalog, type Entry, type Excerpt } from '../catalog/index.ts';
import { compile, open, type Matcher } from '../engine/index.ts';
import { content } from './_content.ts';

let compiled: Matcher | undefined;

/** The lines that show how a message looks: those that the program prints now, before those of older versions. */
export function sampleOf(entry: Entry): Excerpt | undefined {
  const ages = new Map(entry.samples.map((sample) => [sample, ageOf(sample, entry)]));
  return [...entry.samples].sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0))[0];
}

/** How old a sample is beside others, in years, with a century for each sign of age: a level that its entry does not have any more, and a wording that is no longer printed. */
function ageOf({ text }: Excerpt, { id, yaml }: Entry): number {
  compiled ??= compile(buildCatalog(content()));
  const diagnosis = open(compiled);
  diagnosis.push(new TextEncoder().encode(text));
  const { findings, wording, span } = diagnosis.close();
  const level = findings.find(({ chain }) => chain.some(({ entry }) => entry === id))?.level;
  const signs =
    Number(yaml.level !== undefined && level !== yaml.level) + Number(wording.until !== null);
  return 100 * signs - Number(span.to?.slice(0, 4) ?? 0);
}
