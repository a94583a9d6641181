import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Check that no GAP from a generated template is left. */
export function checkPlaceholders({ entries, guides, tables, products }: Content): Problem[] {
  const texts = [
    ...entries.flatMap(({ folder, yaml, prose, samples }) => [
      [`${folder}/entry.yaml`, yaml],
      [prose.en.file, prose.en],
      [prose.ja.file, prose.ja],
      ...samples.map((sample) => [sample.file, sample.text]),
    ]),
    ...guides.flatMap(({ folder, yaml, prose }) => [
      [`${folder}/guide.yaml`, yaml],
      [prose.en.file, prose.en],
      [prose.ja.file, prose.ja],
    ]),
    ...products.flatMap(({ cases }) => cases.map(({ file, yaml }) => [file, yaml])),
    ...tables.map(({ file, yaml }) => [file, yaml]),
  ] as [string, unknown][];
  return texts
    .filter(
      ([, value]) =>
        JSON.stringify(value).includes('GAP ') || JSON.stringify(value).includes('"GAP"'),
    )
    .map(([file]) => ({
      file,
      anchorText: 'GAP',
      isEachOccurrence: true as const,
      found: 'a GAP that is not filled in',
      write: 'the text instead of GAP',
    }));
}
