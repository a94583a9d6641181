import type { Content, Entry } from './content.ts';
import type { Language } from './prose.ts';
import type { EntryWords, Titles, Words } from './words.ts';

/** Make words/<lang>.json from the content: what a report says, in one language. */
export function buildWords(content: Content, language: Language): Words {
  return {
    schema: 1,
    language,
    entries: entryWords(content, language),
    guides: Object.fromEntries(content.guides.map(({ slug, prose }) => [slug, { ...prose[language].head, parts: prose[language].parts }])),
    diagrams: Object.fromEntries(content.diagrams.map(({ slug, yaml }) => [slug, yaml.text[language]])),
    logs: Object.fromEntries(
      content.products.map(({ id, yaml }) => [id, yaml.logs.map(({ os, label, where, command, clipboard }) => ({ os, label: label[language], where, command, ...(clipboard !== undefined && { clipboard }) }))]),
    ),
    missing: Object.fromEntries(
      content.products.map(({ id, yaml }) => [
        id,
        Object.fromEntries([
          ...Object.entries(yaml.missing),
          ...content.guides.flatMap((guide) => (guide.yaml.decides ? [[`guide:${guide.slug}`, guide.yaml.decides] as const] : [])),
        ].map(([key, { what, command }]) => [key, { what: what[language], command }])),
      ]),
    ),
    alertMinutes: Object.fromEntries(content.products.map(({ id, yaml }) => [id, yaml['alert-minutes']])),
    settings: Object.fromEntries(
      content.products.map(({ id, settings }) => [id, Object.fromEntries(settings.settings.flatMap(({ paths, about }) => paths.map((path) => [path, about[language]])))]),
    ),
    releases: Object.fromEntries(content.products.map(({ id, yaml }) => [id, yaml.releases])),
  };
}

/** Make words/<lang>/titles.json from the content: what the search knows of the pages, small enough to load while somebody types. */
export function buildTitles(content: Content, language: Language): Titles {
  const other: Language = language === 'ja' ? 'en' : 'ja';
  return {
    language,
    entries: entryWords(content, language),
    guides: Object.fromEntries(content.guides.map(({ slug, prose }) => [slug, prose[language].head])),
    tables: Object.fromEntries(content.tables.map(({ slug, yaml }) => [slug, { title: yaml.title[language], summary: yaml.summary[language] }])),
    symptoms: Object.fromEntries(content.guides.map(({ slug, prose }) => [slug, [prose[other].head.title, ...prose[other].head.symptoms]])),
    elsewhere: content.elsewhere.map(({ slug, title, words, url }) => ({ slug, title: title[language], words, url: url[language] })),
  };
}

function entryWords(content: Content, language: Language): Record<string, EntryWords> {
  return Object.fromEntries(content.entries.map((entry) => [entry.id, { title: titleOf(entry), summary: entry.prose[language].head.summary, act: entry.yaml.act }]));
}

/** The message of an entry as people read it: its first wording, with `{name:type}` shortened to `{name}`. */
export function titleOf(entry: Entry): string {
  return (entry.yaml.templates[0]?.text ?? '').replace(/\{(\w[\w-]*):[\w-]+\}/g, '{$1}').replaceAll('{{', '{').trim();
}
