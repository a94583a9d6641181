import { DECISION } from '../numbers.ts';
import { isNamed, namesProduct, type Lexicon } from '../tokenize/lexicon.ts';
import { distinctKeys, tokenize } from '../tokenize/tokens.ts';
import type { ReadQuery } from './read-query.ts';
import { editDistance } from '../../model/edit-distance.ts';
import { hasLogHeader, looksLikeMail } from './classify-text.ts';
import { MIN_QUOTED, NO_HIT, type Hit } from './rank-pages.ts';
import { rarity, type SearchIndex } from '../index/inverted-index.ts';
import type { Query } from './query.ts';
import { readRomaji } from '../tokenize/romaji.ts';

/** Names of whose agent, whose API key or whose response status a text is about. */
const OWNERS = [
  // After `to` or a pronoun, the word is a verb.
  /(?<![\w/.-]|\b(?:to|can|I|we|not) )([A-Za-z][A-Za-z0-9]+(?:-[a-z0-9]+)*?)(?:'s|の)?[ -]?(?:[Aa]gent(?![\w-])|エージェント)/g,
  // Before "API key", often a verb comes instead: a name begins the text or is capitalized.
  /(?:^(?:error: |the |our |my )?|(?<![\w/.-])(?=[A-Z]))([A-Za-z]\w+(?:-[a-z0-9]+)*)(?:'s|の)?[ -]?(?:[Aa][Pp][Ii][ -]?[Kk]ey|APIキー)/g,
  /^(?:\[\w+\]|\W)*([A-Z][A-Z0-9]+)(?![\w./])(?=.+(?<![\d.])(?:4\d\d|50\d)(?![\d.]))/gi,
  // The topic of a question in Japanese. Before a particle of place, a name says where.
  /^[^\p{L}\p{N}]*([A-Za-z]{2,})(?:[がはを]|の(?![^、。\s]{1,8}で)|に(?=接続|つなが|繋が|ログイン|アクセス))(?=[\u3041-\u30fe\u4e00-\u9fff])/gu,
];
/** Endings of adjectives and participles, which names rarely have. */
const MODIFIER = /^[a-z]{3,}(?:ed|ing|ly|ful|less|ous|ible|able|ish|ical)$/;
/** Punctuation and columns that messages have and questions have not. */
const MESSAGE = /\w:\s|:$|::|[[=]|\w\(|\w>$|\S {2,}\S.*\S {2,}\S/;
/** Characters. */
const MIN_MESSAGE = 30;
/** A page that quotes this share of an unknown log is about it. */
const MIN_QUOTED_SHARE = 0.4;
/** The lookbehind starts matches at word boundaries only, so that a long word is scanned once. */
const NAME = /(?<![a-z])[a-z]+(?:_[a-z]+)+/g;
/** A label that a person writes before a question: `Rocky Linux 9: `. */
const LABEL = /^[\w .-]{2,30}: /;
/** A title or symptom that has this share of a query is about its surroundings too. */
const MIN_IN_PHRASE = 0.46;
/** A page that has this share of a message is about it. */
const MIN_COVERED = 0.7;
/** A page that has less of a question without a word of the product's field is no answer. */
const MIN_ON_TOPIC = 0.4;
const JAPANESE = /[\u3041-\u30fe\u4e00-\u9fff]/;

export type Feature = keyof typeof DECISION;

/** What a text says about whose it is. */
interface Owner {
  /** Whether it names the product, and whether it has words of its field. */
  isProduct: boolean;
  ours: number;
  /** Whether it does not name the product, but a rival, a neighbor or the surroundings. */
  rival: boolean;
  neighbor: boolean;
  surroundings: boolean;
}

/** Return what speaks for and against an answer: each about 0 to 1. */
export function featuresOf(
  { query, titles }: ReadQuery,
  hits: readonly Hit[],
): Record<Feature, number> {
  const { isProduct, ours, rival, neighbor, surroundings } = ownerOf(query, titles.lexicon);
  const best = hits.find(isHere) ?? NO_HIT;
  const elsewhere = hits.find((hit) => !isHere(hit)) ?? NO_HIT;
  // Words of the product's field make another name a bystander.
  const own = Math.min(1, ours / 2);
  const isCovered = best.inPhrase >= MIN_IN_PHRASE && namesSurroundings(best, query, titles);
  const features = {
    always: true,
    coverage: best.coverage,
    score: best.score,
    evidence: Math.log1p(best.evidence) / 4,
    inPhrase: best.inPhrase,
    unknown: shareOfUnknown(query, titles),
    elsewhereLead: Math.max(0, best.score - elsewhere.score),
    elsewhereShare: Math.max(0, elsewhere.share - best.share),
    elsewhereInPhrase: Math.max(0, elsewhere.inPhrase - best.inPhrase),
    product: isProduct,
    ours: own,
    rival,
    neighbor,
    neighborOurs: neighbor ? own : 0,
    surroundings: surroundings && !isCovered,
    surroundingsOurs: surroundings && !isCovered ? own : 0,
    message: !isProduct && isMessage(query.typed) && !namesSetting(query.text, titles.codes),
  };
  return Object.fromEntries(
    Object.entries(features).map(([name, value]) => [name, Number(value)]),
  ) as Record<Feature, number>;
}

/** Return the share of a query that no page has, if unknown words weighed as much as the rarest. */
function shareOfUnknown({ terms }: Query, index: SearchIndex): number {
  const sum = (isUnknown: boolean): number =>
    terms
      .filter(({ kind }) => (kind === 'unknown') === isUnknown)
      .reduce(
        (total, term) => total + term.share * (isUnknown ? rarity(index, '') : term.rarity),
        0,
      );
  const unknown = sum(true);
  return unknown / (unknown + sum(false) || 1);
}

/** Return whether a title or symptom of a page names a program of the surroundings in a text. */
function namesSurroundings(
  { id }: Hit,
  { text, terms }: Query,
  { pages, fields, postings, lexicon }: SearchIndex,
): boolean {
  const names = lexicon.foreign.flatMap((list) =>
    Array.from(text.matchAll(list.names), ([name]) => name),
  );
  const named = new Set(distinctKeys(tokenize(names.join(' '))));
  return terms
    .filter(({ keys }) => keys.some(([key]) => named.has(key)))
    .flatMap(({ keys }) => keys.flatMap(([key]) => postings.get(key) ?? []))
    .some((at) => {
      const { page = -1, kind = 'body' } = fields[at] ?? {};
      return pages[page]?.id === id && (kind === 'title' || kind === 'symptom');
    });
}

/** Return whether a query is about the agent, key or status of a name that no page has. */
function hasForeignOwner(
  { text, terms }: Query,
  { counts: vocabulary, lexicon }: SearchIndex,
): boolean {
  const unknown = new Set(
    terms.flatMap(({ keys }) =>
      keys.some(([key]) => vocabulary.has(key)) ? [] : (keys[0]?.[0] ?? []),
    ),
  );
  // A name such as LogicMonitor is one word, whatever its parts.
  const isUnknown = (name: string): boolean =>
    distinctKeys(tokenize(name.toLowerCase())).some(
      (key) => unknown.has(key) || (/[a-z][A-Z]/.test(name) && !vocabulary.has(key)),
    );
  return OWNERS.some((owner) =>
    Array.from(text.matchAll(owner), ([, name = '']) => name).some(
      (name) =>
        !MODIFIER.test(name.toLowerCase()) &&
        readRomaji(name.toLowerCase()) === null &&
        (isUnknown(name) || lexicon.foreign.some(({ names }) => name.search(names) === 0)),
    ),
  );
}

function ownerOf({ typed, text }: Query, lexicon: Lexicon): Owner {
  const isProduct = namesProduct(typed, lexicon);
  const [rival = false, neighbor = false, surroundings = false] = lexicon.foreign.map(
    ({ topic }) => !isProduct && text.search(topic) >= 0,
  );
  return { isProduct, ours: countOurs(text, lexicon), rival, neighbor, surroundings };
}

/** Count the different words of the product's field in a text. */
function countOurs(text: string, { ours }: Lexicon): number {
  const keys = new Set(distinctKeys(tokenize(text)));
  return ours.filter((pattern) => isNamed(pattern, (key) => keys.has(key), text)).length;
}

/** Return whether a page is one of this site. */
export function isHere({ id }: Hit): boolean {
  return !id.startsWith('elsewhere:');
}

/**
 * Return how certain it is that the site has an answer (0 to 1). A message that the engine knows is
 * certain, and a log that it does not know has none, unless a page quotes it.
 */
export function certaintyOf(read: ReadQuery, hits: readonly Hit[]): number {
  const settled = settledCertainty(read, hits);
  return settled ?? probability(featuresOf(read, hits));
}

/**
 * Return the certainty where nothing has to be weighed, else null: for a message that the engine
 * knows, for a log that it does not know, for codes alone, for another topic, and if the best page
 * is one elsewhere.
 */
export function settledCertainty(read: ReadQuery, hits: readonly Hit[]): number | null {
  const { query, route, program, titles: index } = read;
  const best = hits.find(isHere);
  if (!best) return 0;
  if (program) return 1;
  if (
    route?.kind !== 'foreign' &&
    !namesProduct(query.typed, index.lexicon) &&
    hasForeignOwner(query, index)
  )
    return 0;
  const isKnown = route?.kind === 'message' || route?.kind === 'log' || query.isOnlyCodes;
  if (route?.kind === 'message' && route.isOneMessage) return 1;
  if (isKnown) return ownerOf(query, index.lexicon).rival || hasForeignOwner(query, index) ? 0 : 1;
  if (isForeignMessage(read, best)) return 0;
  if (route?.kind !== 'foreign')
    return hits[0] && isHere(hits[0]) && !isOffTopic(read, best) ? null : 0;
  const isOurs =
    route.isOurs || hasLogHeader(query.text) || namesProduct(query.typed, index.lexicon);
  const least = isOurs ? 0 : query.text.length * MIN_QUOTED_SHARE;
  return best.verbatim >= Math.max(MIN_QUOTED, least) ? 1 : 0;
}

/** Return whether a text has no word of the product's field, and the best page has little of it. */
function isOffTopic({ query, titles: { lexicon } }: ReadQuery, best: Hit): boolean {
  return (
    best.coverage < MIN_ON_TOPIC &&
    !namesProduct(query.typed, lexicon) &&
    countOurs(query.text, lexicon) === 0
  );
}

/** Return whether a text is a message in which nothing is the product's, and that no page has. */
function isForeignMessage({ query, titles: { lexicon, codes } }: ReadQuery, best: Hit): boolean {
  const label = LABEL.exec(query.typed)?.[0] ?? '';
  return (
    isMessage(query.typed) &&
    !namesProduct(query.typed, lexicon) &&
    countOurs(label, lexicon) === 0 &&
    !namesSetting(query.text, codes) &&
    best.coverage < MIN_COVERED &&
    best.verbatim < MIN_QUOTED
  );
}

/** Return whether a text has the name of a setting, even a mistyped one. */
function namesSetting(text: string, codes: ReadonlyMap<string, unknown>): boolean {
  const names = text.toLowerCase().match(NAME) ?? [];
  const settings = [...codes.keys()].filter((code) => code.length > 7 && code.includes('_'));
  return names.some((name) =>
    settings.some((known) => editDistance(known, name, { swaps: true }) <= 2),
  );
}

/** Return whether a text has the punctuation of a message after its label, and is no question. */
function isMessage(text: string): boolean {
  return (
    !looksLikeMail(text) &&
    MESSAGE.test(text.replace(LABEL, '')) &&
    text.length > MIN_MESSAGE &&
    !JAPANESE.test(text) &&
    !text.includes('?')
  );
}

/** Return the probability that the site has an answer and the best page is it. */
export function probability(features: Record<Feature, number>, weights = DECISION): number {
  const total = (Object.keys(DECISION) as Feature[]).reduce(
    (before, name) => before + weights[name] * features[name],
    0,
  );
  return 1 / (1 + Math.exp(-total));
}
