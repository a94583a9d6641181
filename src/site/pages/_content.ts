import { createHash } from 'node:crypto';
import { env } from 'node:process';
import {
  buildCatalog,
  buildDetectionHints,
  buildNames,
  buildWords,
  inLanguage,
  loadContent,
  oncePerContent,
  openContentLazily,
  readContentFile,
  releasesInUse,
  titleOf,
  type Content,
  type Entry,
  type Guide,
  type Product,
  type Table,
} from '../../compiler/index.ts';
import type { CatalogFile } from '../../model/catalog.ts';
import type { CatalogYaml } from '../../model/schemas/catalog.ts';
import type { Checked } from '../../model/schemas/fields.ts';
import type { SiteYaml } from '../../model/schemas/site.ts';
import type { InOneLanguage } from '../../model/words.ts';
import { ROOT } from '../../cli/root.ts';
import type { Accepted } from '../../analyzer/switch-language.ts';
import { nameInTextOf } from '../../i18n/name-in-text.ts';
import { href } from '../components/href.ts';
import { parsed } from './_parsed.ts';
import { logPlaces, shortTitle } from '../../report/format/index.ts';
import type { Language } from '../../model/languages.ts';

/** `shindan build` reads the content for its check, and leaves it in this file. */
const { SHINDAN_CONTENT: handedOver } = env;
let loaded = handedOver === undefined ? null : await readContentFile(handedOver);

/**
 * Return the content, which is read once for all pages. The development server reads only what a
 * page needs, so that it shows a change at once.
 */
export function content(): Content {
  return (loaded ??= import.meta.env.DEV ? openContentLazily(ROOT, parsed) : loadContent(ROOT));
}

/** Return the site's languages, the default first. */
export function languages(): [Language, ...Language[]] {
  return content().site.languages;
}

/** Return site.yaml with its texts in one language. */
export function siteText(lang: Language): InOneLanguage<SiteYaml> {
  return siteTexts(content())[lang];
}

const siteTexts = oncePerContent(({ site }) => ({
  en: inLanguage(site, 'en'),
  ja: inLanguage(site, 'ja'),
}));

/** Return the path of the site's icon, an SVG file. */
export function iconPath(): string {
  return content().site.logo === '' ? '/icon.svg' : '/logo.svg';
}

/** Name the program and version that a text was checked against; null if no version is known. */
export function checkedVersion(product: string, { version }: Checked): string | null {
  return version === undefined ? null : `${product} ${version}`;
}

/** List the products in a sentence, such as `a and b`. */
export function listProducts(lang: Language, type: Intl.ListFormatType): string {
  const titles = content().products.map(({ yaml }) => yaml.title);
  return new Intl.ListFormat(lang, { type }).format(titles);
}

/** Return where the logs of a product are; without a product, the logs of all products. */
export function logLocations(lang: Language, product?: string) {
  const words = buildWords(content(), lang);
  return product === undefined ? logPlaces(words) : (words.logs[product] ?? []);
}

/** Return what the analyzer of the site accepts. */
export function acceptedPastes(lang: Language): Accepted {
  const { products } = content();
  const hasMetrics = products.some(({ yaml }) => yaml['host-metrics']);
  const isService = products.some(({ yaml }) => yaml.service);
  return {
    programs: listProducts(lang, 'disjunction'),
    configurations: products.flatMap(({ settings }) => settings?.file ?? []),
    commands: [
      ...(isService ? ['systemctl status', 'Get-Service'] : []),
      ...(hasMetrics ? ['df -Pkl'] : []),
    ],
  };
}

/** Return the product of a guide: the first that it names, or else that of its messages. */
export function productOfGuide({ yaml: { products, evidence } }: Guide): Product | undefined {
  const named = content().products.find(({ id }) => products?.includes(id));
  return named ?? productOfEntries(evidence.flatMap(({ chain }) => chain));
}

/**
 * Return the first product that has the catalogs of all these entries, or else of some of them.
 * Without entries, that is the first product of the site.
 */
export function productOfEntries(entries: readonly string[]): Product | undefined {
  const { products, catalogs } = content();
  const named = catalogs.filter(({ name }) => entries.some((id) => id.startsWith(`${name}/`)));
  const has = ({ yaml }: Product, { name }: { name: string }): boolean =>
    yaml.catalogs.includes(name);
  return (
    products.find((product) => named.every((catalog) => has(product, catalog))) ??
    products.find((product) => named.some((catalog) => has(product, catalog)))
  );
}

/** Return how sentences name a product or, without one, all products of the site. */
export function productNameIn(lang: Language, product?: Product): string {
  const names = buildNames(content(), lang);
  return nameInTextOf({ language: lang, names }, product?.id ?? null);
}

/** Return the title and the description of a catalog. */
export function catalogText(catalog: string, lang: Language): InOneLanguage<CatalogYaml> {
  const words = content().catalogs.find(({ name }) => name === catalog);
  if (!words) throw new Error(`content/catalogs/${catalog}/catalog.yaml is missing`);
  return inLanguage(words, lang);
}

/** Return a JSON file's address with the hash of its data, so that pages never mix versions. */
export function hashedHref(path: string, data: object): string {
  return `${href(path)}?v=${hashOf(data)}`;
}

/** Return the hash of a JSON file's data that is in its address. */
export function hashOf(data: object): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);
}

/** Build catalog.json. */
export function buildCatalogFile(): CatalogFile {
  return { ...buildCatalog(content()), hints: buildDetectionHints(content()) };
}

/** Return the static paths of a page that exists once per language. */
export function languagePaths(): { params: { lang: Language } }[] {
  return languages().map((lang) => ({ params: { lang } }));
}

/** Return the language paths of a page that is at the root of the site in the first language. */
export function otherLanguagePaths(): { params: { lang: Language } }[] {
  return languagePaths().slice(1);
}

/** Return the static paths of the guides. */
export function guidePaths() {
  return languages().flatMap((lang) =>
    content().guides.map((guide) => ({ params: { lang, slug: guide.slug }, props: { guide } })),
  );
}

/** Return the static paths of the entries. */
export function entryPaths() {
  return languages().flatMap((lang) =>
    content().entries.map((entry) => ({
      params: { lang, catalog: entry.catalog, slug: entry.slug },
      props: { entry },
    })),
  );
}

/** Return the groups of guides that have any, in order. */
export function categories(lang: Language) {
  return siteText(lang)
    .categories.map(({ id, title, icon }) => ({ id, title, icon, guides: guidesIn(id) }))
    .filter(({ guides }) => guides.length > 0);
}

/** Return the guides of a category, in order. */
export function guidesIn(category: string): Guide[] {
  return content()
    .guides.filter(({ yaml }) => yaml.category === category)
    .sort((a, b) => a.yaml.order - b.yaml.order || (a.slug < b.slug ? -1 : 1));
}

/** Return the tables, in order. */
export function tables(): Table[] {
  return [...content().tables].sort((a, b) => a.yaml.order - b.yaml.order);
}

/** Return the log level of a message, or an empty string. */
export function levelOf({ yaml }: Entry): string {
  return yaml.level ?? '';
}

/** Return an entry as a row of the index. */
export function entryRow(entry: Entry, lang: Language) {
  return {
    id: entry.id,
    href: href(`/${lang}/errors/${entry.id}/`),
    title: titleOf(entry),
    summary: entry.prose[lang].head.summary,
    level: levelOf(entry),
    act: entry.yaml.act,
    catalog: entry.catalog,
    printed: printedBy(entry),
  };
}

/** Return the releases of each product that readers may still run, the oldest first. */
export function releasesByProduct(): { title: string; releases: string[] }[] {
  return content().products.map(({ yaml }) => ({
    title: yaml.title,
    releases: Object.keys(releasesInUse(yaml)),
  }));
}

/**
 * Return which releases print a message, for each product that prints it: the index of the product,
 * and those of the first and the last release in `releasesByProduct`, such as `0:12:58 1:0:21`.
 */
function printedBy({ id, catalog, yaml: { templates } }: Entry): string {
  const owner = productOfEntries([id]);
  const products = releasesByProduct();
  return content()
    .products.flatMap((product, index) => {
      if (!product.yaml.catalogs.includes(catalog)) return [];
      const releases = products[index]?.releases ?? [];
      const ends = product === owner ? templates : [];
      const first = Math.min(...ends.map(({ since }) => releases.indexOf(since ?? '')));
      const last = Math.max(
        ...ends.map(({ until }) =>
          until === undefined ? releases.length - 1 : releases.indexOf(until),
        ),
      );
      return ends.length === 0
        ? [`${index}:-1:${releases.length - 1}`]
        : [`${index}:${first}:${last}`];
    })
    .join(' ');
}

/** Return the title of a guide. */
export function guideTitle(slug: string, lang: Language): string {
  return content().guides.find((guide) => guide.slug === slug)?.prose[lang].head.title ?? slug;
}

/** A step for more causes than this is taken by most readers. */
const MAX_CAUSES = 3;

/** Return the data about a page that the components of its prose need, such as its own guide. */
export function proseLocals(lang: Language, own?: Guide): App.Locals['prose'] {
  const blocks = own?.prose[lang].parts.flatMap((part) => part.blocks) ?? [];
  const steps = blocks.filter((block) => block.kind === 'step');
  const causes = blocks.filter((block) => block.kind === 'cause');
  const stepsFor = (cause: string): string[] => own?.yaml.causes[cause] ?? [];
  return {
    lang,
    stepsOf: (cause) =>
      stepsFor(cause).flatMap((id) => steps.find((candidate) => candidate.id === id) ?? []),
    causesOf: (step) => {
      const needing = causes.filter(({ id }) => stepsFor(id).includes(step));
      // The first step of several causes tells them apart if different steps follow it.
      const begun = needing.map(({ id }) => stepsFor(id)).filter(([first]) => first === step);
      const isDecisive = new Set(begun.map(String)).size > 1;
      return isDecisive || needing.length > Math.min(MAX_CAUSES, causes.length / 2) ? [] : needing;
    },
    diagram: (slug) => content().diagrams.find((diagram) => diagram.slug === slug)?.yaml,
    guideTitle: (slug) => guideTitle(slug, lang),
    guideName: (slug) => shortTitle(guideTitle(slug, lang)),
    entryTitle: (id) => {
      const entry = content().entries.find((candidate) => candidate.id === id);
      return entry ? titleOf(entry) : id;
    },
  };
}
