import { oncePerContent, type Entry, type Guide, type Product } from '../../compiler/index.ts';
import type { Checked } from '../../model/schemas/fields.ts';
import { checkedVersion, content, productOfEntries, productOfGuide } from './_content.ts';

/** What one release of a product changed in its messages, as far as the site knows. */
export interface Release {
  product: Product;
  version: string;
  /** As `YYYY-MM-DD`. */
  date: string;
  /** Messages that it was the first to print, or to print with other words. */
  added: Entry[];
  reworded: Entry[];
  /** Messages that it was the last to print. */
  ended: Entry[];
  /** Guides that say what it changed about their fault. */
  guides: Guide[];
}

/** The pages that were checked on one day against one version of a product. */
export interface Check {
  /** The program, with the version if it is known. */
  program: string;
  date: string;
  pages: number;
}

/** Return whether a product has versions; without any, the site has no page of changes. */
export function hasVersions(): boolean {
  return content().products.some(({ yaml }) => Object.keys(yaml.releases).length > 0);
}

/** List the releases that changed something, the newest first. */
export function releases(): Release[] {
  return listReleases(content());
}

const listReleases = oncePerContent(({ products, entries, guides }) => {
  const owners = new Map(entries.map((entry) => [entry, productOfEntries([entry.id])]));
  return products
    .flatMap((product) => {
      const own = entries.filter((entry) => owners.get(entry) === product);
      const about = guides.filter((guide) => productOfGuide(guide) === product);
      const order = Object.keys(product.yaml.releases);
      return Object.entries(product.yaml.releases).map(([version, date]): Release => {
        const added = own.filter((entry) => firstVersion(entry, order) === version);
        const isNewHere = ({ since }: Entry['yaml']['templates'][number]): boolean =>
          since === version;
        return {
          product,
          version,
          date,
          added,
          reworded: own.filter(
            (entry) => !added.includes(entry) && entry.yaml.templates.some(isNewHere),
          ),
          ended: own.filter((entry) => lastVersion(entry, order) === version),
          guides: about.filter(({ yaml }) => Object.hasOwn(yaml.changes, version)),
        };
      });
    })
    .filter((release) =>
      [release.added, release.reworded, release.ended, release.guides].some(
        (list) => list.length > 0,
      ),
    )
    .reverse()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
});

/** List the last checks of the pages, the newest first. */
export function checks(): Check[] {
  const { entries, guides } = content();
  const found = new Map<string, Check>();
  const add = (product: Product | undefined, checked: Checked): void => {
    if (!product) return;
    const { date } = checked;
    const { title } = product.yaml;
    const program = checkedVersion(title, checked) ?? title;
    const key = `${date} ${program}`;
    const check = found.get(key) ?? { program, date, pages: 0 };
    found.set(key, { ...check, pages: check.pages + 1 });
  };
  for (const guide of guides) add(productOfGuide(guide), guide.yaml.checked);
  for (const { id, yaml } of entries) add(productOfEntries([id]), yaml.checked);
  return [...found].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, check]) => check);
}

/** What the newest version of a product changed about a page. */
export interface News {
  kind: 'added' | 'reworded' | 'changed';
  version: string;
  /** Id of the section about that version on the page of changes. */
  section: string;
}

/** Return what the newest version changed about a message; null if it is as before. */
export function newsOfEntry(entry: Entry): News | null {
  const product = productOfEntries([entry.id]);
  return newsOf(product, (version) => {
    const isNewHere = entry.yaml.templates.map(({ since }) => since === version);
    if (!isNewHere.includes(true)) return null;
    return isNewHere.includes(false) ? 'reworded' : 'added';
  });
}

/** Return what the newest version changed about the fault of a guide; null if it is as before. */
export function newsOfGuide(guide: Guide): News | null {
  return newsOf(productOfGuide(guide), (version) =>
    Object.hasOwn(guide.yaml.changes, version) ? 'changed' : null,
  );
}

function newsOf(
  product: Product | undefined,
  kindIn: (version: string) => News['kind'] | null,
): News | null {
  const version = product && Object.keys(product.yaml.releases).at(-1);
  const kind = version === undefined ? null : kindIn(version);
  return product === undefined || version === undefined || kind === null
    ? null
    : { kind, version, section: `${product.id}-${version}` };
}

/** Return the first version that prints an entry; undefined if unknown. */
function firstVersion({ yaml }: Entry, order: string[]): string | undefined {
  const versions = yaml.templates.map(({ since }) => since);
  return versions.includes(undefined) ? undefined : order.find((one) => versions.includes(one));
}

/** Return the last version that prints an entry; undefined if it is still printed. */
function lastVersion({ yaml }: Entry, order: string[]): string | undefined {
  const versions = yaml.templates.map(({ until }) => until);
  return versions.includes(undefined) ? undefined : order.findLast((one) => versions.includes(one));
}
