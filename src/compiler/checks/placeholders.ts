import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Check that no GAP from a generated template is left. */
export function checkPlaceholders(content: Content): Problem[] {
  const { site, catalogs, entries, guides, tables, products } = content;
  const texts = [
    ['content/site.yaml', site],
    ...catalogs.map((catalog) => [`content/catalogs/${catalog.name}/catalog.yaml`, catalog]),
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
