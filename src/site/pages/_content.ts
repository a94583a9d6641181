import { createHash } from 'node:crypto';
import {
  CATEGORIES,
  buildCatalog,
  buildDetectionHints,
  loadContent,
  titleOf,
  type Content,
  type Entry,
  type Guide,
  type Table,
} from '../../compiler/index.ts';
import { href } from '../components/href.ts';
import { shortTitle } from '../../report/format/index.ts';
import { LANGUAGES, type Language } from '../../model/languages.ts';

export { CATEGORIES };

let loaded: Content | undefined;

/** Return the content, which is read once for all pages. */
export function content(): Content {
  return (loaded ??= loadContent());
}

/** Return a JSON file's address with the hash of its data, so that pages never mix versions. */
export function hashedHref(path: string, data: object): string {
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return `${href(path)}?v=${hash.slice(0, 12)}`;
}

/** Build catalog.json: the catalog, and the hints that recognize other pasted input. */
export function buildCatalogFile() {
  return { ...buildCatalog(content()), signs: buildDetectionHints(content()) };
}

/** Return the static paths of a page that exists once per language. */
export function languagePaths(): { params: { lang: Language } }[] {
  return LANGUAGES.map((lang) => ({ params: { lang } }));
}

/** Return the guides of a category, in order. */
export function guidesIn(category: (typeof CATEGORIES)[number]): Guide[] {
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
  };
}

/** Return the data about a page that the components inside its MDX need. */
export function proseLocals(lang: Language, platforms: string[] = []): App.Locals['prose'] {
  const guideTitle = (slug: string): string =>
    content().guides.find((guide) => guide.slug === slug)?.prose[lang].head.title ?? slug;
  return {
    lang,
    platforms,
    diagram: (slug) => content().diagrams.find((diagram) => diagram.slug === slug)?.yaml,
    guideTitle,
    guideName: (slug) => shortTitle(guideTitle(slug)),
    entryTitle: (id) => {
      const entry = content().entries.find((candidate) => candidate.id === id);
      return entry ? titleOf(entry) : id;
    },
  };
}
