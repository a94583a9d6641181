import { createHash } from 'node:crypto';
import type {
  Catalog,
  CatalogEntry,
  CatalogFormats,
  CatalogGuide,
  CatalogProduct,
  CatalogTemplate,
} from '../model/catalog.ts';
import { entryInCatalog } from '../model/schemas/entry.ts';
import { guideInCatalog } from '../model/schemas/guide.ts';
import { productInCatalog } from '../model/schemas/product.ts';
import type { SiteYaml } from '../model/schemas/site.ts';
import type { Content, Entry, Guide, Product } from './content.ts';
import { pickFields } from './pick-fields.ts';

/** Build catalog.json from the content: everything that the engine needs, without prose. */
export function buildCatalog(content: Content): Catalog {
  const known = {
    entries: content.entries.map(buildEntry),
    guides: content.guides.map((guide) => buildGuide(guide, content.site)),
    formats: buildFormats(content),
    products: content.products.map(buildProduct),
  };
  return { schema: 1, version: versionOf(known), ...known };
}

/** Hash the content, so that sites with equal content have equal versions. */
function versionOf(known: Omit<Catalog, 'schema' | 'version'>): string {
  return createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 10);
}

/** Merge the formats in the order of their files. */
function buildFormats({ formats }: Content): CatalogFormats {
  const all = <Name extends keyof CatalogFormats>(name: Name) =>
    formats.flatMap(({ yaml }) => yaml[name] as CatalogFormats[Name][number][]);
  return {
    envelopes: all('envelopes'),
    'json-fields': all('json-fields'),
    'json-programs': all('json-programs'),
    'json-sources': all('json-sources'),
    writers: all('writers'),
    accounts: all('accounts'),
    software: all('software'),
  };
}

function buildProduct({ id, yaml }: Product): CatalogProduct {
  const asks = Object.fromEntries(
    Object.entries(yaml.missing).map(([key, { after }]) => [key, after]),
  );
  return { id, ...pickFields(yaml, productInCatalog), asks };
}

function buildEntry({ id, yaml }: Entry): CatalogEntry {
  const messages = [...new Set(yaml.templates.flatMap((template) => template.messages))];
  const templates = yaml.templates.map(({ messages: [first], ...template }): CatalogTemplate => ({
    ...(first !== undefined && { message: messages.indexOf(first) }),
    ...template,
  }));
  // All entries have `messages`; as the last key it compresses best.
  return { id, ...pickFields(yaml, entryInCatalog), templates, messages };
}

function buildGuide({ slug, yaml }: Guide, { categories }: SiteYaml): CatalogGuide {
  // Breaks ties between answers; a stable sort keeps the order of the site.
  const ranks = categories.toSorted((a, b) => Number(a.general) - Number(b.general));
  return {
    id: slug,
    ...pickFields(yaml, guideInCatalog),
    ...(yaml.decides && { decides: true }),
    order: ranks.findIndex(({ id }) => id === yaml.category) * 100 + yaml.order,
  };
}
