import type { Catalog, CatalogEntry, CatalogProduct } from '../../model/catalog.ts';
import { compileProduct, type ProductMatcher } from '../templates/matcher.ts';

/** The products of a site, prepared for reading logs. */
export interface Matcher {
  catalog: Catalog;
  products: readonly SiteProduct[];
  entries: ReadonlyMap<string, CatalogEntry>;
}

/** A product of a site. */
export interface SiteProduct {
  readonly product: CatalogProduct;
  /** Reads its logs. It is compiled once a log may be the product's. */
  readonly matcher: ProductMatcher;
}

/** Compile a catalog for reading logs: each product by itself, and only when it is needed. */
export function compile(catalog: Catalog): Matcher {
  return {
    catalog,
    products: catalog.products.map((product) => new LazyProduct(catalog, product)),
    entries: new Map(catalog.entries.map((entry) => [entry.id, entry])),
  };
}

class LazyProduct implements SiteProduct {
  readonly product: CatalogProduct;
  readonly #catalog: Catalog;
  #matcher: ProductMatcher | null = null;

  constructor(catalog: Catalog, product: CatalogProduct) {
    this.#catalog = catalog;
    this.product = product;
  }

  get matcher(): ProductMatcher {
    return (this.#matcher ??= compileProduct(this.#catalog, this.product));
  }
}
