import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every entry and guide named in a YAML file exists, and that every catalog is used by a
 * product.
 */
export function checkReferences({ entries, guides, tables, products }: Content): Problem[] {
  const problems: Problem[] = [];
  const catalogs = new Set(entries.map(({ catalog }) => catalog));
  const ids = new Set(entries.map(({ id }) => id));
  const slugs = new Set(guides.map(({ slug }) => slug));
  const need = (
    known: Set<string>,
    name: string,
    file: string,
    field: string,
    kind: string,
  ): void => {
    if (!known.has(name))
      problems.push({
        file,
        anchorText: name,
        found: `${field} names ${name}, which does not exist`,
        write: `${kind} that exists${closest(name, known)}`,
      });
  };
  const needOthers = (own: string, names: string[], file: string, field: string): void => {
    const name = names.find(
      (candidate, index) => candidate === own || names.indexOf(candidate) !== index,
    );
    if (name === undefined) return;
    const fault = name === own ? 'is this page itself' : 'is listed twice';
    problems.push({
      file,
      anchorText: name,
      isLastOccurrence: true,
      found: `${field} names ${name}, which ${fault}`,
      write: 'each of the others once',
    });
  };
  for (const { id: own, folder, yaml } of entries) {
    for (const id of yaml.neighbours)
      need(ids, id, `${folder}/entry.yaml`, 'neighbours', 'an entry');
    needOthers(own, yaml.neighbours, `${folder}/entry.yaml`, 'neighbours');
    needOthers(own, yaml['over-after'], `${folder}/entry.yaml`, 'over-after');
    for (const field of ['ends-with', 'told-by'] as const)
      needOthers(own, [yaml[field] ?? ''], `${folder}/entry.yaml`, field);
    for (const [hole, { catalogs: accepted = [] }] of Object.entries(yaml.holes))
      for (const catalog of accepted)
        need(
          catalogs,
          catalog,
          `${folder}/entry.yaml`,
          `holes.${hole}`,
          'a folder of content/catalogs',
        );
    for (const id of yaml['over-after'])
      need(ids, id, `${folder}/entry.yaml`, 'over-after', 'an entry');
    if (yaml['ends-with'] !== undefined)
      need(ids, yaml['ends-with'], `${folder}/entry.yaml`, 'ends-with', 'an entry');
    if (yaml['told-by'] !== undefined)
      need(ids, yaml['told-by'], `${folder}/entry.yaml`, 'told-by', 'an entry');
    if (yaml.leaves !== undefined)
      need(slugs, yaml.leaves, `${folder}/entry.yaml`, 'leaves', 'a guide');
  }
  for (const { slug: own, folder, yaml } of guides) {
    const file = `${folder}/guide.yaml`;
    for (const { chain, except, without, then, again, beside } of yaml.evidence)
      for (const id of [
        ...chain,
        ...except,
        ...[without, then, again, beside].flatMap((entry) => entry ?? []),
      ])
        if (id !== '..') need(ids, id, file, 'evidence', 'an entry');
    for (const id of yaml['explains-away']) need(ids, id, file, 'explains-away', 'an entry');
    for (const { entry } of yaml['contradicted-by'])
      need(ids, entry, file, 'contradicted-by', 'an entry');
    for (const { guide } of yaml['tells-apart']) need(slugs, guide, file, 'tells-apart', 'a guide');
    for (const slug of yaml.related) need(slugs, slug, file, 'related', 'a guide');
    needOthers(own, yaml.related, file, 'related');
    needOthers(
      own,
      yaml['tells-apart'].map(({ guide }) => guide),
      file,
      'tells-apart',
    );
  }
  for (const { file, rows } of tables) {
    for (const row of rows) {
      for (const id of row.entries) need(ids, id, file, `row ${row.id}`, 'an entry');
      for (const slug of row.guides) need(slugs, slug, file, `row ${row.id}`, 'a guide');
    }
  }
  const read = new Set(
    products.flatMap(({ yaml }) => [...yaml.catalogs, ...yaml.plain, ...yaml.foreign]),
  );
  const others = [...read].join(', ');
  for (const catalog of new Set(entries.map((entry) => entry.catalog))) {
    if (!read.has(catalog))
      problems.push({
        file: `content/catalogs/${catalog}`,
        found: 'a catalog that no product uses',
        write: `its name under catalogs in a product.yaml, or its entries in one of ${others}`,
      });
  }
  for (const { id, yaml } of products) {
    const file = `content/products/${id}/product.yaml`;
    for (const catalog of [...yaml.catalogs, ...yaml.plain, ...yaml.foreign, ...yaml.common])
      need(catalogs, catalog, file, 'catalogs', 'a folder of content/catalogs');
    for (const entry of [
      ...Object.values(yaml.milestones).flat(),
      yaml.version.entry,
      ...(yaml.version.printed === undefined ? [] : [yaml.version.printed]),
      yaml.host.entry,
      yaml.retired.entry,
      ...(yaml.crash === undefined ? [] : [yaml.crash]),
    ])
      need(ids, entry, file, 'milestones', 'an entry');
    for (const { after } of Object.values(yaml.missing))
      for (const name of after)
        need(
          name.includes('/') ? ids : catalogs,
          name,
          file,
          'missing',
          'an entry, or a folder of content/catalogs',
        );
  }
  return problems;
}

function closest(name: string, known: Set<string>): string {
  const words = new Set(name.split(/[/-]/));
  const score = (candidate: string): number =>
    candidate.split(/[/-]/).filter((word) => words.has(word)).length;
  const shared = (candidate: string): number => {
    const at = [...candidate].findIndex((character, place) => character !== name[place]);
    return at < 0 ? candidate.length : at;
  };
  const [best] = [...known].sort((a, b) => score(b) - score(a) || shared(b) - shared(a));
  return best !== undefined && score(best) > 1 ? `; did you mean ${best}?` : '';
}
