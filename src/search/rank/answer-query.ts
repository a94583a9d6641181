import type { Symptoms, Titles } from '../../model/words.ts';
import { isAboutProduct, withoutLabel } from './mentions-product.ts';
import { guidesOfCode, findCodes } from './codes.ts';
import { hasProductWord, fixConversionMistakes, namesProduct } from '../tokenize/synonyms.ts';
import { rankDocuments, tokenizeForIndex, type Hit } from './rank-documents.ts';
import { hasLogHeader, looksLikeLog, looksLikeMail, mayContainMessage } from './classify-text.ts';
import { recognizeFile } from './pasted-file.ts';
import type { Route } from './match-message.ts';
import { adaptToProgram, sourceProgramOf } from './source-program.ts';
import type { SearchIndex } from '../index/inverted-index.ts';
import { distinctKeys } from '../tokenize/tokens.ts';
import { isAboutForeignProduct, isAboutNeighbor } from './foreign-product.ts';
import { withoutNoise } from './without-noise.ts';

/**
 * The answer to a query: ids as `guide:<slug>`, `entry:<catalog>/<slug>` and `table:<slug>`, or a
 * page elsewhere.
 */
export interface SearchResults {
  /** How the query was interpreted. */
  kind: 'log' | 'message' | 'file' | 'code' | 'words' | 'foreign' | 'empty';
  results: string[];
  /** Whether no page matches the whole query, so that the results are only the nearest ones. */
  isRelaxed: boolean;
  elsewhere: { title: string; url: string } | null;
  /** Keys of the query's words with typos fixed; results highlight them. */
  highlightKeys: string[];
}

export interface SearchData {
  words: Titles;
  /** Symptoms and the index; loaded with the first query that is not answered as a log. */
  loadWordIndex: () => Promise<WordIndex>;
  /** Loaded with the first text that may hold a message. */
  loadEngine: () => Promise<(text: string, isLog: boolean) => Route>;
}

export interface WordIndex {
  symptoms: Symptoms;
  titles: SearchIndex;
}

/** Least score of an answer. */
const MIN_SCORE = 0.45;
/** Least share of the query's words that a page must have, … */
const MIN_COVERAGE = 0.42;
/** … unless it has this many of them: a long description contains words that no page has. */
const ENOUGH_WORDS = 4;
/**
 * Thresholds for a query of at least `asked` words if no page matches a large share of them; its
 * results are marked as the nearest ones.
 */
const LONG_QUERY = { asked: 6, score: 0.33, coverage: 0.27, words: 2, near: 0.65, most: 3 };
/** Thresholds for a whole mail: a page matches an even smaller share of its words. */
const MAIL = { ...LONG_QUERY, asked: 15, score: 0.23, coverage: 0.2, words: 7 };
/** Below this share of the query's words, results are marked as the nearest ones. */
const FULL_COVERAGE = 0.7;
/**
 * A page with fewer matching words than this matches only fragments, perhaps by chance. It must
 * therefore cover as much of the query as a full answer.
 */
const MIN_WORDS = 1;
/** Least score of a further result, relative to the best one. */
const MIN_RELATIVE_SCORE = 0.5;
/** A Windows error number, as opposed to an HTTP status. */
const WINDOWS_ERROR = /^\W*(?:[Ee]rror |エラー ?)\d{4}\b/;
/** An HTTP error status at the end of a message. */
const STATUS = /: [45]\d\d\W*$/;
/**
 * A server error at the end of a message. It means the same for every request, so it counts even in
 * a known log line.
 */
const SERVER_ERROR = /: 5\d\d\W*$/;
/** A file path. */
const FILE_PATH = /\w\/\w|(?:^|\s)\/\w/;
/** Length in characters from which a verbatim match with a title or symptom is no coincidence. */
const MIN_VERBATIM = 20;
/**
 * How many characters of an unknown log are compared with titles and symptoms, so that a large
 * paste does not freeze the page.
 */
const MAX_COMPARED = 5000;
/** Least share of an unattributed text that a verbatim match must cover. */
const MIN_VERBATIM_SHARE = 0.4;
/** Fewest words that a vague question must have left. */
const MIN_WORDS_LEFT = 2;
const MAX_RESULTS = 20;

/**
 * Answer a query. If it gets no answer, ask again without its noise: a word that no page has must
 * not hide the answer to the others. These results are only the nearest ones.
 */
export async function answerQuery(query: string, sources: SearchData): Promise<SearchResults> {
  const first = await answerOnce(query, sources);
  if (first.results.length > 0 || first.elsewhere || first.kind === 'empty' || looksLikeLog(query))
    return first;
  const { titles } = await sources.loadWordIndex();
  const rest = withoutNoise(query.normalize('NFKC').trim(), titles);
  if (rest === null) return first;
  const again = await answerOnce(rest.text, sources);
  const words = tokenizeForIndex(titles, rest.text).reduce((sum, { share }) => sum + share, 0);
  if (rest.isVague && (again.isRelaxed || mayContainMessage(query) || words < MIN_WORDS_LEFT))
    return first;
  return { ...again, isRelaxed: again.results.length > 0 };
}

/**
 * Answer a query: codes by exact match, messages by the engine, words by titles and symptoms.
 * Return nothing rather than a poor match.
 */
async function answerOnce(query: string, sources: SearchData): Promise<SearchResults> {
  const text = query.normalize('NFKC').trim();
  if (text === '') return nothing('empty');
  const isPasted = looksLikeLog(query);
  const isLog = isPasted && !looksLikeMail(query);
  const pasted = isPasted ? await answerPaste(query, text, isLog, sources) : null;
  if (pasted) return pasted;
  const { symptoms, titles } = await sources.loadWordIndex();
  const codes = findCodes(text, symptoms);
  if (codes.isOnlyCodes && !(isLog && text.includes('\n')))
    return found('code', [
      ...codes.guides.map(guide),
      ...rankDocuments(titles, text)
        .filter(({ id, coverage }) => isPage(id) && coverage > 0.9)
        .map(({ id }) => id)
        .slice(0, 5),
    ]);
  return isLog
    ? findWords(text, codes.guides, sources.words, symptoms, titles)
    : answerWords(query, text, codes.guides, sources);
}

/** Answer a pasted log or file; null if it has to be read as words. */
async function answerPaste(
  query: string,
  text: string,
  isLog: boolean,
  sources: SearchData,
): Promise<SearchResults | null> {
  const file = recognizeFile(text, sources.words);
  const message =
    isLog && (!file || file.isOutput) ? await findMessage(query, isLog, sources) : null;
  if (!file || message?.results.length) return message;
  const { codes } = (await sources.loadWordIndex()).symptoms;
  return found(
    'file',
    [...file.guides, ...file.names.flatMap((name) => guidesOfCode(codes, name) ?? [])].map(guide),
  );
}

/** Answer words that may hold a message, or say which program reports it. */
async function answerWords(
  query: string,
  text: string,
  coded: string[],
  sources: SearchData,
): Promise<SearchResults> {
  const { symptoms, titles } = await sources.loadWordIndex();
  const corrected = fixConversionMistakes(text, titles.concepts);
  const program = sourceProgramOf(text, symptoms);
  const isMaybeMessage = mayContainMessage(text);
  const foreign = nothing('words');
  if (!program && isAboutForeignProduct(corrected, titles)) return foreign;
  const known = isMaybeMessage ? await findMessage(query, false, sources) : null;
  if (!known && !program && isAboutNeighbor(corrected, titles)) return foreign;
  const answer = known ?? findWords(corrected, coded, sources.words, symptoms, titles);
  if (program) {
    const results = adaptToProgram(answer.results, program, symptoms, sources.words);
    return results.length > 0 ? { ...answer, kind: 'message', results, elsewhere: null } : answer;
  }
  // If a bare status replaces the response's text, the status is the cause, and no known message
  // has it.
  const isStatusCause =
    (known?.kind === 'message' && STATUS.test(text)) ||
    (known?.kind === 'log' && SERVER_ERROR.test(text));
  return isStatusCause
    ? { ...answer, results: [...new Set([...coded.map(guide), ...answer.results])] }
    : answer;
}

async function findMessage(
  query: string,
  isLog: boolean,
  { words, loadEngine, loadWordIndex }: SearchData,
): Promise<SearchResults | null> {
  const where = (await loadEngine())(query, isLog);
  if (where.kind === 'words') return null;
  const inTitles = async (): Promise<Hit[]> =>
    rankDocuments((await loadWordIndex()).titles, query.slice(0, MAX_COMPARED)).filter(({ id }) =>
      id.startsWith('guide:'),
    );
  if (where.kind === 'foreign') {
    // The lines may be truncated or inside an unknown wrapper. Accept guides that match verbatim if
    // the text has the product's name or header, or if the match covers much of the text.
    const { symptoms } = await loadWordIndex();
    const least =
      hasLogHeader(query) || namesProduct(query, symptoms.thesaurus)
        ? MIN_VERBATIM
        : Math.max(MIN_VERBATIM, query.length * MIN_VERBATIM_SHARE);
    const known = (await inTitles()).filter(({ verbatimLength }) => verbatimLength >= least);
    return known.length > 0
      ? found(
          'message',
          known.map(({ id }) => id),
        )
      : nothing('foreign');
  }
  const guides = where.guides.map(guide);
  // Skip pass-through templates: their pages say no more than those of the inner message.
  const entries = where.entries
    .filter((id) => !/^\{[\w-]+\}$/.test(words.entries[id]?.title ?? ''))
    .map((id) => `entry:${id}`);
  if (where.kind === 'log') {
    // The log itself shows no fault, but may contain another program's line that a guide quotes.
    const quoted =
      guides.length > 0
        ? []
        : (await inTitles())
            .filter((hit) => hit.verbatimLength >= MIN_VERBATIM)
            .map(({ id }) => id);
    return found('log', [...guides, ...quoted, ...entries]);
  }
  // A message of another program that a guide's symptoms quote belongs to that guide.
  const exact = (await inTitles())
    .filter((hit) => hit.verbatimLength >= 12 && hit.verbatimLength >= where.literal * 0.8)
    .sort((a, b) => b.verbatimLength - a.verbatimLength)[0];
  if (exact) return found('message', [exact.id, ...guides, ...entries]);
  // OS errors are the same for every file, so prefer a guide that also names this file.
  const about =
    FILE_PATH.test(query) && where.entries.every((id) => id.startsWith('os/'))
      ? (await inTitles())[0]
      : undefined;
  if (about && about.coverage >= FULL_COVERAGE)
    return found('message', [about.id, ...entries, ...guides]);
  return found('message', where.isOneMessage ? [...entries, ...guides] : [...guides, ...entries]);
}

function findWords(
  text: string,
  coded: string[],
  words: Titles,
  symptoms: Symptoms,
  titles: SearchIndex,
): SearchResults {
  const read = tokenizeForIndex(titles, text);
  const hits = promoteGuides(rankDocuments(titles, text, read), words, coded);
  const best = hits[0];
  if (!best) return nothing('words');
  const isMail = looksLikeMail(text);
  if (
    !isPage(best.id) &&
    best.score >= (isMail && best.queryWords >= MAIL.asked ? MAIL.score : MIN_SCORE)
  )
    return { ...nothing('words'), elsewhere: elsewhereOf(best.id, symptoms) };
  const isGood =
    best.score >= MIN_SCORE &&
    (best.coverage >= (best.words < MIN_WORDS ? FULL_COVERAGE : MIN_COVERAGE) ||
      best.words >= ENOUGH_WORDS);
  if (!isGood && !(meetsLongQuery(best, isMail) && hasProductWord(text, titles.concepts)))
    return nothing('words');
  if (
    !isMail &&
    isForeignMessage(text, best, titles) &&
    !isAboutProduct(text, symptoms, words, titles) &&
    !(WINDOWS_ERROR.test(text) && coded.some((slug) => best.id === guide(slug)))
  )
    return nothing('foreign');
  const least = isGood
    ? Math.max(best.score * MIN_RELATIVE_SCORE, MIN_SCORE * 0.7)
    : best.score * LONG_QUERY.near;
  const good = hits.filter(({ id, score }) => isPage(id) && score >= least).map(({ id }) => id);
  return {
    ...found('words', isGood ? good : good.slice(0, LONG_QUERY.most)),
    isRelaxed: best.coverage < FULL_COVERAGE,
    highlightKeys: distinctKeys(read),
  };
}

/**
 * Return whether an unknown message is probably another program's: it names neither the product nor
 * a word of it, and the best page neither covers most of it nor quotes it.
 */
function isForeignMessage(text: string, best: Hit, titles: SearchIndex): boolean {
  return (
    isMessage(withoutLabel(text).replace(titles.concepts.places, ' ').replace(/^\W+/, '')) &&
    best.coverage < FULL_COVERAGE &&
    best.verbatimLength < MIN_VERBATIM &&
    !namesProduct(text, titles.concepts)
  );
}

/** Return whether a page matches enough words of a long question, or of a mail. */
function meetsLongQuery(best: Hit, isMail: boolean): boolean {
  return (
    isPage(best.id) &&
    (meetsThresholds(best, LONG_QUERY) || (isMail && meetsThresholds(best, MAIL)))
  );
}

function meetsThresholds(
  { queryWords, score, coverage, words }: Hit,
  least: typeof LONG_QUERY,
): boolean {
  return (
    queryWords >= least.asked &&
    score >= least.score &&
    coverage >= least.coverage &&
    words >= least.words
  );
}

/**
 * Raise the scores of guides: a guide inherits most of the score of a message that leads to it, and
 * gains if it is about a code in the query.
 */
function promoteGuides(hits: Hit[], words: Titles, coded: string[]): Hit[] {
  const best = new Map(hits.map((hit) => [hit.id, hit]));
  for (const hit of hits) {
    if (!hit.id.startsWith('entry:')) continue;
    for (const [at, slug] of (
      words.entries[hit.id.slice('entry:'.length)]?.guides ?? []
    ).entries()) {
      const score = hit.score * (0.9 - 0.1 * at);
      if (score > (best.get(guide(slug))?.score ?? 0))
        best.set(guide(slug), { ...hit, id: guide(slug), score });
    }
  }
  for (const [at, slug] of coded.entries()) {
    const own = best.get(guide(slug));
    if (own)
      best.set(own.id, {
        ...own,
        score: own.score + 0.25 / (at + 1),
        coverage: Math.max(own.coverage, MIN_COVERAGE),
      });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function elsewhereOf(id: string, { elsewhere }: Symptoms): SearchResults['elsewhere'] {
  const topic = elsewhere.find(({ slug }) => `elsewhere:${slug}` === id);
  return topic ? { title: topic.title, url: topic.url } : null;
}

/**
 * Return whether a text has the punctuation of a message, and no Japanese or question mark that
 * would make it a question.
 */
function isMessage(text: string): boolean {
  return (
    /\w:\s|::|[[=]|\w\(/.test(text) &&
    text.length > 40 &&
    !/[\u3041-\u30fe\u4e00-\u9fff]/.test(text) &&
    !text.includes('?')
  );
}

const guide = (slug: string): string => `guide:${slug}`;
const isPage = (id: string): boolean => !id.startsWith('elsewhere:');
const nothing = (kind: SearchResults['kind']): SearchResults => ({
  kind,
  results: [],
  isRelaxed: false,
  elsewhere: null,
  highlightKeys: [],
});
const found = (kind: SearchResults['kind'], results: string[]): SearchResults => ({
  kind,
  results: [...new Set(results)].slice(0, MAX_RESULTS),
  isRelaxed: false,
  elsewhere: null,
  highlightKeys: [],
});
