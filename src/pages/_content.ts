import { createHash } from 'node:crypto';
import {
  buildCatalog,
  buildSigns,
  loadContent,
  titleOf,
  type Content,
  type Entry,
  type Guide,
  type Table,
} from '../catalog/index.ts';
import { href } from '../components/href.ts';
import { nameInProse } from '../display/index.ts';
import { LANGUAGES, type Language } from '../i18n/index.ts';
import { CATEGORIES } from '../schemas/guide.ts';

export { CATEGORIES };

let loaded: Content | undefined;

/** The content, read once for all pages. */
export function content(): Content {
  return (loaded ??= loadContent());
}

/** The address of a JSON file with a hash of what is in it: a page that names it never gets another version's. */
export function hashedHref(path: string, data: object): string {
  return `${href(path)}?v=${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12)}`;
}

/** catalog.json: the catalog, and the signs of what else may be pasted. */
export function catalogFile() {
  return { ...buildCatalog(content()), signs: buildSigns(content()) };
}

/** A path for each language. */
export function languagePaths(): { params: { lang: Language } }[] {
  return LANGUAGES.map((lang) => ({ params: { lang } }));
}

/** The guides of a category in their order. */
export function guidesIn(category: (typeof CATEGORIES)[number]): Guide[] {
  return content()
    .guides.filter(({ yaml }) => yaml.category === category)
    .sort((a, b) => a.yaml.order - b.yaml.order || (a.slug < b.slug ? -1 : 1));
}

/** The tables in their order. */
export function tables(): Table[] {
  return [...content().tables].sort((a, b) => a.yaml.order - b.yaml.order);
}

/** The level of a message's line, or an empty text. */
export function levelOf({ yaml }: Entry): string {
  return yaml.level ?? '';
}

/** An entry as a row of the index. */
export function rowOf(entry: Entry, lang: Language) {
  return {
    id: entry.id,
    href: href(`/${lang}/errors/${entry.id}/`),
    title: titleOf(entry),
    summary: entry.prose[lang].head.summary,
    level: levelOf(entry),
    act: entry.yaml.act,
  };
}

/** What the components inside MDX need to know of a page. */
export function proseLocals(lang: Language, platforms: string[] = []): App.Locals['prose'] {
  const guideTitle = (slug: string): string =>
    content().guides.find((guide) => guide.slug === slug)?.prose[lang].head.title ?? slug;
  return {
    lang,
    platforms,
    diagram: (slug) => content().diagrams.find((diagram) => diagram.slug === slug)?.yaml,
    guideTitle,
    guideName: (slug) => nameInProse(guideTitle(slug)),
    entryTitle: (id) => {
      const entry = content().entries.find((candidate) => candidate.id === id);
      return entry ? titleOf(entry) : id;
    },
  };
}
