import { caseSchema } from '../../model/schemas/case.ts';
import { entrySchema } from '../../model/schemas/entry.ts';
import { guideSchema } from '../../model/schemas/guide.ts';
import { productSchema } from '../../model/schemas/product.ts';
import { settingsSchema } from '../../model/schemas/settings.ts';
import { siteSchema } from '../../model/schemas/site.ts';
import { tableSchema } from '../../model/schemas/table.ts';
import { thesaurusSchema } from '../../model/schemas/thesaurus.ts';
import { closestWord } from '../../intake/closest-word.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { referencesIn, type Reference } from '../walk-schema.ts';

/** A YAML file, its references, and the page that it describes, if any. */
interface Source {
  file: string;
  references: Reference[];
  own?: Pick<Reference, 'to' | 'name'>;
}

const NOUNS: Record<Reference['to'], string> = {
  product: 'a folder of content/products',
  entry: 'an entry',
  guide: 'a guide',
  catalog: 'a folder of content/catalogs',
  category: 'a category in content/site.yaml',
};

/**
 * Check that everything to which a YAML file refers exists, that no field of a page refers to the
 * page itself or twice to the same page, and that every catalog is used by a product.
 */
export function checkReferences(content: Content): Problem[] {
  const known: Record<Reference['to'], Set<string>> = {
    product: new Set(content.products.map(({ id }) => id)),
    entry: new Set(content.entries.map(({ id }) => id)),
    guide: new Set(content.guides.map(({ slug }) => slug)),
    catalog: new Set([
      ...content.catalogs.map(({ name }) => name),
      ...content.entries.map(({ catalog }) => catalog),
    ]),
    category: new Set(content.site.categories.map(({ id }) => id)),
  };
  return [
    ...sourcesOf(content).flatMap((source) => [
      ...checkTargetsExist(source, known),
      ...checkTargetsDiffer(source),
    ]),
    ...checkCatalogsAreUsed(content, known.catalog),
  ];
}

function sourcesOf(content: Content): Source[] {
  return [
    { file: 'content/site.yaml', references: referencesIn(siteSchema, content.site) },
    ...content.entries.map(({ id, folder, yaml }): Source => ({
      file: `${folder}/entry.yaml`,
      references: referencesIn(entrySchema, yaml),
      own: { to: 'entry', name: id },
    })),
    ...content.guides.map(({ slug, folder, yaml }): Source => ({
      file: `${folder}/guide.yaml`,
      references: referencesIn(guideSchema, yaml),
      own: { to: 'guide', name: slug },
    })),
    ...content.tables.map(({ file, yaml }) => ({
      file,
      references: referencesIn(tableSchema, yaml),
    })),
    ...content.thesaurus.map(({ file, ...yaml }) => ({
      file,
      references: referencesIn(thesaurusSchema, yaml),
    })),
    ...content.products.flatMap(({ id, yaml, settings, cases }) => [
      {
        file: `content/products/${id}/product.yaml`,
        references: referencesIn(productSchema, yaml),
      },
      {
        file: `content/products/${id}/config.yaml`,
        references: referencesIn(settingsSchema, settings),
      },
      ...cases.map((log) => ({
        file: log.file,
        references: referencesIn(caseSchema, log.yaml),
      })),
    ]),
  ];
}

function checkTargetsExist(
  { file, references }: Source,
  known: Record<Reference['to'], Set<string>>,
): Problem[] {
  return references
    .filter(({ to, name }) => !known[to].has(name))
    .map(({ to, name, field }) => ({
      file,
      anchorText: name,
      found: `${field} names ${name}, which does not exist`,
      write: `${NOUNS[to]} that exists${suggestion(name, known[to])}`,
    }));
}

function checkTargetsDiffer({ file, references, own }: Source): Problem[] {
  const others = references.filter(({ to }) => to === own?.to);
  return others.flatMap(({ name, field }, index) => {
    const isOwn = name === own?.name;
    const isRepeated = others
      .slice(0, index)
      .some((other) => other.field === field && other.name === name);
    if (!isOwn && !isRepeated) return [];
    return [
      {
        file,
        anchorText: name,
        isLastOccurrence: true,
        found: `${field} names ${name}, which ${isOwn ? 'is this page itself' : 'is listed twice'}`,
        write: 'other pages, each of them once',
      },
    ];
  });
}

function checkCatalogsAreUsed({ products }: Content, catalogs: Set<string>): Problem[] {
  const used = new Set(
    products.flatMap(({ yaml }) => [...yaml.catalogs, ...yaml.plain, ...yaml.foreign]),
  );
  const others = [...used].join(', ');
  return [...catalogs]
    .filter((catalog) => !used.has(catalog))
    .map((catalog) => ({
      file: `content/catalogs/${catalog}`,
      found: 'a catalog that no product uses',
      write: `its name under catalogs in a product.yaml, or its entries in one of ${others}`,
    }));
}

/** The most names that are listed. */
const MAX_LISTED = 8;

/** Suggest the name that is meant, or else list all, if they are few. */
function suggestion(name: string, known: ReadonlySet<string>): string {
  const best = closestName(name, known);
  if (best !== null) return `; did you mean ${best}?`;
  return known.size > 0 && known.size <= MAX_LISTED ? `: ${[...known].join(', ')}` : '';
}

/** Return the known name with a small edit, or with most words in common; null if there is none. */
function closestName(name: string, known: ReadonlySet<string>): string | null {
  const words = new Set(name.split(/[/-]/));
  const score = (candidate: string): number =>
    candidate.split(/[/-]/).filter((word) => words.has(word)).length;
  const shared = (candidate: string): number => {
    const at = [...candidate].findIndex((character, place) => character !== name[place]);
    return at < 0 ? candidate.length : at;
  };
  const [best] = [...known].sort((a, b) => score(b) - score(a) || shared(b) - shared(a));
  return closestWord(name, [...known]) ?? (best !== undefined && score(best) > 1 ? best : null);
}
