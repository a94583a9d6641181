import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** Check that no GAP from a generated template is left. */
export function checkPlaceholders(content: Content): Problem[] {
  const { site, catalogs, entries, guides, tables, pages, products } = content;
  const texts = [
    ['content/site.yaml', site],
    ...catalogs.map((catalog) => [`content/catalogs/${catalog.name}/catalog.yaml`, catalog]),
    ...entries.flatMap(({ folder, yaml, prose, samples, lookalikes }) => [
      [`${folder}/entry.yaml`, yaml],
      ...translations(prose).map((text) => [text.file, text]),
      ...[...samples, ...lookalikes].map((log) => [log.file, log.text]),
    ]),
    ...guides.flatMap(({ folder, yaml, prose }) => [
      [`${folder}/guide.yaml`, yaml],
      ...translations(prose).map((text) => [text.file, text]),
    ]),
    ...products.flatMap(({ id, yaml, cases }) => [
      [`content/products/${id}/product.yaml`, yaml],
      ...cases.map((log) => [log.file, log.yaml]),
    ]),
    ...[...tables, ...pages].map(({ file, yaml }) => [file, yaml]),
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
