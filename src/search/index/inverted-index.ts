import type { Symptoms, Titles } from '../../model/words.ts';
import { compileThesaurus, type CompiledThesaurus } from '../tokenize/synonyms.ts';
import { squeeze } from '../tokenize/fold.ts';
import { addSynonymPostings } from './synonym-postings.ts';
import { buildPostings, tokenizeFields, type Postings } from './postings.ts';
import { fieldWeights } from './field-weights.ts';

/** A searchable text of a document. */
interface Field {
  text: string;
  /** Index of its document. */
  document: number;
  /** Factor for the weight of a word that matches in it. */
  worth: number;
  /** Whether it is a title or symptom, which is also compared with a query as a whole. */
  isPhrase: boolean;
}

interface Document {
  id: string;
  /** Titles and symptoms without spaces and punctuation (see `squeeze`). */
  squeezed: string[];
}

/** A small in-memory index of titles, symptoms and summaries. */
export interface SearchIndex {
  documents: Document[];
  fields: Field[];
  /** Total weight of the words of each field. */
  weights: Float64Array;
  postings: Postings;
  /** How many documents contain a key. */
  counts: Map<string, number>;
  concepts: CompiledThesaurus;
  products: Symptoms['products'];
}

/** A document before tokenizing. */
interface Source {
  id: string;
  texts: Text[];
}

type Text = Pick<Field, 'text' | 'worth'>;

/** Worth of a word in a symptom; texts worth at least this are phrases. */
const SYMPTOM_WORTH = 1;
/**
 * The message at the beginning of a Japanese symptom: `command timed out` of 「command timed
 * outと出る」.
 */
const QUOTED = /^[\x20-\x7e]{12,}(?=[^\x20-\x7e])/;
/** A bare path or file name is not a message, but a value in many. */
const PATH = /^(?:\/\S+|[\w-]+\.[a-z]+)$/;
/** Separator between texts that are squeezed in one call, because each call is expensive. */
const SEPARATOR = '\0';

/**
 * Build the index from the titles of a language and from the symptoms; titles and symptoms of the
 * other language are found too. A slow phone does this before its first result, so a posting is
 * just a number, without an object of its own.
 */
export function buildIndex(words: Titles, symptoms: Symptoms): SearchIndex {
  const documents: Document[] = [];
  const fields: Field[] = [];
  for (const { id, texts } of sourcesOf(words, symptoms)) {
    for (const { text, worth } of texts)
      fields.push({ text, document: documents.length, worth, isPhrase: worth >= SYMPTOM_WORTH });
    documents.push({ id, squeezed: squeezeAll(texts) });
  }
  const concepts = compileThesaurus(symptoms.thesaurus);
  const read = tokenizeFields(fields);
  const postings = buildPostings(read);
  const spanned = addSynonymPostings(postings, concepts.inDocument, fields);
  const counts = new Map<string, number>();
  for (const [key, posted] of postings) counts.set(key, countDocuments(fields, posted));
  const weights = fieldWeights({ documents, counts }, read, concepts.inDocument, spanned);
  return { documents, fields, weights, postings, counts, concepts, products: symptoms.products };
}

function sourcesOf(words: Titles, { guides: symptoms, elsewhere }: Symptoms): Source[] {
  return [
    ...Object.entries(words.guides).map(([slug, { title, summary }]) => ({
      id: `guide:${slug}`,
      texts: [
        titleText(title),
        ...(symptoms[slug] ?? []).map(symptomText),
        nameText(slug),
        summaryText(summary),
      ],
    })),
    ...Object.entries(words.entries).map(([id, { title, summary }]) => ({
      id: `entry:${id}`,
      texts: [
        titleText(title.replace(/\{[\w-]+\}/g, ' ')),
        nameText(id.replace('/', ' ')),
        summaryText(summary),
      ],
    })),
    ...Object.entries(words.tables).map(([slug, { title, summary }]) => ({
      id: `table:${slug}`,
      texts: [symptomText(title), nameText(slug), summaryText(summary)],
    })),
    ...elsewhere.map(({ slug, title, words: phrases }) => ({
      id: `elsewhere:${slug}`,
      texts: [titleText(title), ...phrases.map(symptomText)],
    })),
  ];
}

const titleText = (text: string): Text => ({ text, worth: 1.1 });
const symptomText = (text: string): Text => ({ text, worth: SYMPTOM_WORTH });
const nameText = (text: string): Text => ({ text, worth: 0.8 });
const summaryText = (text: string): Text => ({ text, worth: 0.55 });

/**
 * Squeeze titles and symptoms and the messages quoted in them; drop those too short to be
 * distinctive.
 */
function squeezeAll(texts: Text[]): string[] {
  const phrases: string[] = [];
  for (const { text, worth } of texts) {
    if (worth < SYMPTOM_WORTH || PATH.test(text)) continue;
    phrases.push(text);
    const message = QUOTED.exec(text);
    if (message !== null) phrases.push(message[0]);
  }
  return squeeze(phrases.join(SEPARATOR))
    .split(SEPARATOR)
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
