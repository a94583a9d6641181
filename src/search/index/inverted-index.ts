import type { Symptoms, Titles } from '../../model/words.ts';
import type { FieldKind } from '../numbers.ts';
import { squeeze } from '../tokenize/fold.ts';
import { compileLexicon, type Lexicon, type Pattern } from '../tokenize/lexicon.ts';
import { tokenize } from '../tokenize/tokens.ts';

/** A searchable text of a page. */
interface Field {
  text: string;
  /** Index of its page. */
  page: number;
  kind: FieldKind;
  /** Total weight of its words, by their rarity. */
  length: number;
}

interface Page {
  id: string;
  /** Titles and symptoms without spaces and punctuation (see `squeeze`). */
  phrases: string[];
}

/** A small in-memory index of titles, symptoms and summaries. */
export interface SearchIndex {
  pages: Page[];
  fields: Field[];
  /** The fields that have a key or name a concept, as ascending indices into `fields`. */
  postings: Map<string, number[]>;
  /** How many pages have a key. */
  counts: Map<string, number>;
  /** The pages about a code, best first. A code with underscores is also listed without them. */
  codes: Map<string, number[]>;
  products: Symptoms['products'];
  lexicon: Lexicon;
}

type Texts = Partial<Record<FieldKind, string[]>>;

/** Rarities assume at least so many pages, or all words of a small site would be frequent. */
const MIN_PAGES = 300;
/** The message at the beginning of a Japanese symptom: 「command timed outと出る」. */
const QUOTED = /^[\x20-\x7e]{12,}(?=[^\x20-\x7e])/;
const MIN_PHRASE = 4;
/** Separator between texts that are squeezed in one call, because each call is expensive. */
const SEPARATOR = '\0';

/**
 * Build the index from the titles of a language and from the symptoms of both. A slow phone does
 * this before its first result.
 */
export function buildIndex(words: Titles, symptoms: Symptoms): SearchIndex {
  const lexicon = compileLexicon(symptoms.thesaurus);
  const index: SearchIndex = {
    ...{ pages: [], fields: [], lexicon, products: symptoms.products },
    ...{ postings: new Map(), counts: new Map(), codes: new Map() },
  };
  const tokens = pagesOf(words, symptoms).flatMap(([id, texts]) => {
    const page = index.pages.push({ id, phrases: phrasesOf(texts) }) - 1;
    return Object.entries(texts).flatMap(([kind, own]) =>
      own.map((text) => addField(index, { text, page, kind: kind as FieldKind, length: 0 })),
    );
  });
  const numbers = new Map(index.pages.map(({ id }, at) => [id, at]));
  const numberOf = (slug: string): number => numbers.get(`guide:${slug}`) ?? -1;
  const headings = Object.keys(symptoms.guides).map(
    (slug) => index.fields.push({ text: '', page: numberOf(slug), kind: 'heading', length: 0 }) - 1,
  );
  for (const [key, guides] of Object.entries(symptoms.headings))
    for (const guide of guides) post(index, key, headings[guide] ?? -1);
  addConcepts(index);
  for (const [key, posted] of index.postings)
    index.counts.set(key, new Set(posted.map((at) => index.fields[at]?.page)).size);
  tokens.forEach((own, at) => {
    const field = index.fields[at];
    if (field)
      field.length = own.reduce((sum, { key, share }) => sum + share * rarity(index, key), 0);
  });
  for (const [code, slugs] of Object.entries(symptoms.codes))
    index.codes.set(code, slugs.map(numberOf));
  for (const [code, pages] of [...index.codes])
    if (/^[a-z]+(?:_[a-z]+)+$/.test(code)) index.codes.set(code.replaceAll('_', ''), pages);
  return index;
}

/** Return the inverse page frequency (IDF) of a key, smoothed. */
export function rarity({ pages, counts }: SearchIndex, key: string): number {
  return Math.log(1 + Math.max(pages.length, MIN_PAGES) / ((counts.get(key) ?? 0) + 0.5));
}

function addField(index: SearchIndex, field: Field): { key: string; share: number }[] {
  const at = index.fields.push(field) - 1;
  return tokenize(field.text).map(({ keys, share }) => {
    for (const key of keys) post(index, key, at);
    return { key: keys[0] ?? '', share };
  });
}

function post({ postings }: SearchIndex, key: string, field: number): void {
  const posted = postings.get(key);
  if (posted === undefined) postings.set(key, [field]);
  else if (posted[posted.length - 1] !== field) posted.push(field);
}

/**
 * Add the fields that name each concept. Looking up the words of all concepts takes less time than
 * looking for concepts in all fields.
 */
function addConcepts({ postings, fields, lexicon }: SearchIndex): void {
  const literals = lexicon.concepts
    .flatMap(({ patterns }) => patterns)
    .filter(({ keys }) => keys.length === 0)
    .map(({ literal }) => literal);
  const any = new RegExp(literals.join('|') || '(?!)');
  const hiragana = fields.flatMap(({ text }, at) => {
    const plain = text.normalize('NFKC');
    return any.test(plain) ? [{ at, plain }] : [];
  });
  const fieldsOf = ({ keys, literal }: Pattern): number[] =>
    keys.length > 0
      ? keys.map((key) => postings.get(key) ?? []).reduce(common)
      : hiragana.flatMap(({ at, plain }) => (plain.includes(literal) ? [at] : []));
  const named = lexicon.concepts.map(({ key, patterns }): [string, number[]] => [
    key,
    [...new Set(patterns.flatMap(fieldsOf))].sort((a, b) => a - b),
  ]);
  for (const [key, posted] of named) if (posted.length > 0) postings.set(key, posted);
}

function pagesOf(words: Titles, { guides, elsewhere }: Symptoms): [id: string, texts: Texts][] {
  return [
    ...Object.entries(words.guides).map(([slug, { title, summary }]): [string, Texts] => [
      `guide:${slug}`,
      { title: [title], symptom: guides[slug] ?? [], summary: [summary] },
    ]),
    ...Object.entries(words.entries).map(([id, { title }]): [string, Texts] => [
      `entry:${id}`,
      { title: [title.replace(/\{[\w-]+\}/g, ' ')] },
    ]),
    ...Object.entries(words.tables).map(([slug, { title, summary }]): [string, Texts] => [
      `table:${slug}`,
      { symptom: [title], summary: [summary] },
    ]),
    ...elsewhere.map(({ slug, title, words: phrases }): [string, Texts] => [
      `elsewhere:${slug}`,
      { title: [title], symptom: phrases },
    ]),
  ];
}

/** Squeeze titles and symptoms and the messages quoted in them; drop those that are too short. */
function phrasesOf({ title = [], symptom = [] }: Texts): string[] {
  const phrases = [...title, ...symptom].flatMap((text) => [text, ...(QUOTED.exec(text) ?? [])]);
  return squeeze(phrases.join(SEPARATOR))
    .split(SEPARATOR)
    .filter((text) => text.length >= MIN_PHRASE);
}

function common(list: number[], other: number[]): number[] {
  const both = new Set(other);
  return list.filter((at) => both.has(at));
}
