import type { Catalog, CatalogEntry, CatalogProduct } from '../../src/engine/index.ts';

const PRODUCTS = 5;
const CATALOGS = 60;

/**
 * Add products to a catalog that has one. They have the same headers and tags, and as many
 * messages, each with the product's name in it, so that only the messages tell the products apart.
 */
export function withMoreProducts(catalog: Catalog): Catalog {
  const [product] = catalog.products;
  if (!product) return catalog;
  const share = (CATALOGS - product.catalogs.length) / (PRODUCTS - 1);
  const more = Array.from({ length: PRODUCTS - 1 }, (_, index) =>
    inventProduct(catalog, product, `program-${index + 1}`, share),
  );
  return {
    ...catalog,
    products: [product, ...more.map((each) => each.product)],
    entries: [...catalog.entries, ...more.flatMap(({ entries }) => entries)],
  };
}

function inventProduct(
  catalog: Catalog,
  model: CatalogProduct,
  id: string,
  catalogs: number,
): { product: CatalogProduct; entries: CatalogEntry[] } {
  const names = Array.from({ length: catalogs }, (_, index) => `${id}-${index}`);
  const product = {
    ...model,
    id,
    catalogs: [...names, ...model.common],
    plain: [...names, ...model.common],
    foreign: model.common,
    programs: [id],
    names: [id],
    'own-values': [],
  };
  const entries = catalog.entries.map((entry, index): CatalogEntry => ({
    ...entry,
    id: `${names[index % catalogs]}/${index}`,
    templates: entry.templates.map((template) => ({
      ...template,
      text: template.text.replace(/^\w+/, (word) => `${word} ${id}`),
    })),
  }));
  return { product, entries };
}
