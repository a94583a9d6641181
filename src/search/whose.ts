import { isOurs, namesProduct } from './concepts.ts';
import { readTitles } from './find-titles.ts';
import { rarityOf, sizeOf } from './rarity.ts';
import { readQuery } from './read-query.ts';
import { MANNER } from './read-word.ts';
import { readRomaji } from './romaji.ts';
import type { TitleIndex } from './title-index.ts';
import { keysOf, units } from './units.ts';

/** A name in front of what every product of this kind has; what follows `to`, or whoever does it, is a verb. */
const AGENT =
  /(?<![\w/.-]|\b(?:to|can|I|we|not) )([A-Za-z][A-Za-z0-9]+(?:-[a-z0-9]+)*?)(?:'s|の)?[ -]?(?:[Aa]gent(?![\w-])|エージェント)/g;
/** The same for a key: what is done to one often stands before it, so that the name is at the head of a text, or has a capital letter, or is in Japanese. */
const KEY =
  /(?:^(?:error: |the |our |my )?([a-z][a-z0-9]+(?:-[a-z0-9]+)*)|(?<![\w/.-])([A-Z]\w+))(?:'s|の)?[ -]?(?:[Aa][Pp][Ii][ -]?[Kk]ey|APIキー)/g;
/** A name at the head of a text, or behind its level, that has the status of an answer. */
const CODED =
  /^(?:\[\w+\]|\W)*([A-Za-z][A-Za-z0-9]+)(?![\w./])(?=.*(?<![\d.])(?:4\d\d|50\d)(?![\d.]))/g;

/** What a question in Japanese is about: a name at its head, or one of more letters behind some Japanese; what a particle of place follows is where it happens. */
const TOPIC =
  /^(?:[^\p{L}\p{N}]*(?=[A-Za-z]{2})|\W*(?=[A-Z][A-Za-z]{3}))([A-Za-z]+)(?:[がはを]|の(?![^、。\s]{1,8}で)|に(?=接続|つなが|繋が|ログイン|アクセス)|\s+)(?=[\u3041-\u30fe\u4e00-\u9fff])/u;
/** In a story of so many words any name may stand, … */
const STORY = 5;
/** … and in a shorter question this share of what it says beside the name has to stand in one title or symptom with it. */
const TOLD = 0.35;

/** Whether a text is about what another product calls its agent, its key or an answer of its server: a name that no page has stands before it, and this product's nowhere. */
export function isOfAnother(text: string, index: TitleIndex): boolean {
  if (text.includes('\n') || namesProduct(text, index.concepts)) return false;
  if (index.concepts.phrases.test(text)) return true;
  // A name of two words, such as GitLab, is one here: what it is made of says nothing. Japanese in Latin letters is no name.
  const owners = [AGENT, KEY]
    .flatMap((owned) =>
      Array.from(text.matchAll(owned), ([, head = '', name = head]) => name.toLowerCase()),
    )
    .filter((name) => readRomaji(name) === null);
  return [...owners, ...Array.from(text.matchAll(CODED), ([, name = '']) => name)].some(
    (name) => !MANNER.test(name.toLowerCase()) && isUnknown(name, index),
  );
}

/** Whether a text without a word of this product names a program that runs beside it, or is about a name that no page has. */
export function isOfNeighbor(text: string, index: TitleIndex): boolean {
  if (text.includes('\n') || namesProduct(text, index.concepts) || isOurs(text, index.concepts))
    return false;
  const names = Array.from(text.matchAll(index.concepts.around), ([name]) => name);
  return (
    index.concepts.beside.test(text) ||
    (names.length > 0 && !isTold(text, names, index)) ||
    isUnknown(TOPIC.exec(text)?.[1] ?? '', index)
  );
}

/** Whether one title or symptom of a page has the names and enough of what a text says besides. */
function isTold(text: string, names: string[], index: TitleIndex): boolean {
  const asked = readTitles(index, text);
  if (asked.reduce((sum, { share }) => sum + share, 0) >= STORY) return true;
  const read = asked.map(({ keys, share }) => {
    const known = keys.flatMap(([key]) => index.postings.get(key) ?? []);
    return {
      fields: new Set(known),
      own: keys[0]?.[0] ?? '',
      weight:
        share *
        Math.max(
          ...keys.map(([key]) => (index.counts.has(key) ? rarityOf(index, key) : 0)),
          known.length > 0 ? 0 : Math.log(1 + sizeOf(index)),
        ),
    };
  });
  const inNames = keysOf(units(names.join(' ')));
  // Another name of the same thing, too.
  const named = asked.flatMap(({ keys }) =>
    inNames.includes(keys[0]?.[0] ?? '')
      ? [
          new Set(
            keys.flatMap(([key]) => (key.startsWith('~>') ? [] : (index.postings.get(key) ?? []))),
          ),
        ]
      : [],
  );
  const rest = read.filter(({ own }) => !inNames.includes(own));
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  return index.fields.some(
    ({ isPhrase, document }, at) =>
      isPhrase &&
      !index.documents[document]?.id.startsWith('elsewhere:') &&
      named.every((fields) => fields.has(at)) &&
      rest.reduce((sum, { fields, weight }) => sum + (fields.has(at) ? weight : 0), 0) >=
        total * TOLD,
  );
}

/** Whether a part of a name stands on no page of this site, mistyped neither. */
function isUnknown(name: string, { documents, fields, postings, ...index }: TitleIndex): boolean {
  const isHere = (at: number): boolean =>
    !documents[fields[at]?.document ?? -1]?.id.startsWith('elsewhere:');
  return readQuery(`${name} `, index).some(
    ({ keys }) => !keys.some(([key]) => postings.get(key)?.some(isHere)),
  );
}
