import type { Symptoms, Titles } from '../catalog/index.ts';
import { conceptsOf, type Concepts } from './concepts.ts';
import { squeeze } from './fold.ts';
import { postConcepts } from './post-concepts.ts';
import { postTerms, readTerms, type Postings } from './terms.ts';
import { weighFields } from './weigh-fields.ts';

/** A text of a document that is searched. */
interface Field {
  text: string;
  /** The number of its document. */
  document: number;
  /** What a word in it is worth. */
  worth: number;
  /** It is a title or a symptom, which are compared with a query as a whole. */
  isPhrase: boolean;
}

interface Document {
  id: string;
  /** Titles and symptoms. */
  squeezed: string[];
}

/** A small index of titles, symptoms and summaries: it answers while full text is not there yet, and says when nothing fits. */
export interface TitleIndex {
  documents: Document[];
  fields: Field[];
  /** What the words of each field weigh together. */
  weights: Float64Array;
  postings: Postings;
  /** In how many documents a key stands. */
  counts: Map<string, number>;
  concepts: Concepts;
}

/** A document before it is read. */
interface Source {
  id: string;
  texts: Text[];
}

type Text = Pick<Field, 'text' | 'worth'>;

/** What a word is worth in what people type. */
const TYPED = 1;
/** The message at the head of a Japanese symptom: `command timed out` of 「command timed outと出る」. */
const QUOTED = /^[\x20-\x7e]{12,}(?=[^\x20-\x7e])/;
/** A path or the name of a file that stands alone is no message: it is a value in many. */
const PATH = /^(?:\/\S+|[\w-]+\.[a-z]+)$/;
/** What stands between the texts that are squeezed together, because one call costs as much as a text. */
const BETWEEN = '\0';

/**
 * Make the index from the titles of a language and from what people type; titles and symptoms of the other language are found too. A slow
 * phone does this before its first result: nothing is made for a place where a word stands but a number.
 */
export function indexTitles(words: Titles, symptoms: Symptoms): TitleIndex {
  const documents: Document[] = [];
  const fields: Field[] = [];
  for (const { id, texts } of sourcesOf(words, symptoms)) {
    for (const { text, worth } of texts)
      fields.push({ text, document: documents.length, worth, isPhrase: worth >= TYPED });
    documents.push({ id, squeezed: squeezeAll(texts) });
  }
  const concepts = conceptsOf(symptoms.thesaurus);
  const read = readTerms(fields);
  const postings = postTerms(read);
  const spanned = postConcepts(postings, concepts.found, fields);
  const counts = new Map<string, number>();
  for (const [key, posted] of postings) counts.set(key, countDocuments(fields, posted));
  const weights = weighFields({ documents, counts }, read, concepts.found, spanned);
  return { documents, fields, weights, postings, counts, concepts };
}

function sourcesOf(words: Titles, { guides: symptoms, elsewhere }: Symptoms): Source[] {
  return [
    ...Object.entries(words.guides).map(([slug, { title, summary }]) => ({
      id: `guide:${slug}`,
      texts: [titled(title), ...(symptoms[slug] ?? []).map(typed), named(slug), summed(summary)],
    })),
    ...Object.entries(words.entries).map(([id, { title, summary }]) => ({
      id: `entry:${id}`,
      texts: [
        titled(title.replace(/\{[\w-]+\}/g, ' ')),
        named(id.replace('/', ' ')),
        summed(summary),
      ],
    })),
    ...Object.entries(words.tables).map(([slug, { title, summary }]) => ({
      id: `table:${slug}`,
      texts: [typed(title), named(slug), summed(summary)],
    })),
    ...elsewhere.map(({ slug, title, words: phrases }) => ({
      id: `elsewhere:${slug}`,
      texts: [titled(title), ...phrases.map(typed)],
    })),
  ];
}

const titled = (text: string): Text => ({ text, worth: 1.1 });
const typed = (text: string): Text => ({ text, worth: TYPED });
const named = (text: string): Text => ({ text, worth: 0.8 });
const summed = (text: string): Text => ({ text, worth: 0.55 });

/** Titles and symptoms squeezed, with the messages that stand in them; not what is too short to be told. */
function squeezeAll(texts: Text[]): string[] {
  const phrases: string[] = [];
  for (const { text, worth } of texts) {
    if (worth < TYPED || PATH.test(text)) continue;
    phrases.push(text);
    const message = QUOTED.exec(text);
    if (message !== null) phrases.push(message[0]);
  }
  return squeeze(phrases.join(BETWEEN))
    .split(BETWEEN)
    .filter((text) => text.length > 3);
}

function countDocuments(fields: Field[], posted: number[]): number {
  let last = -1;
  return posted.reduce((count, at) => {
    const document = fields[at]?.document ?? -1;
    const isNew = document !== last;
    last = document;
    return isNew ? count + 1 : count;
  }, 0);
}
