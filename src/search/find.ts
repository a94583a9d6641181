import type { Titles } from '../catalog/index.ts';
import type { Matcher } from '../engine/index.ts';
import type { FullText } from './full-text.ts';
import { route } from './route.ts';
import { fold, terms } from './terms.ts';
import { findTitles, type TitleIndex } from './title-index.ts';

/** What the search answers: ids as `guide:<slug>` and `entry:<catalog>/<slug>`, or a page elsewhere. */
export interface Found {
  results: string[];
  elsewhere: { title: string; url: string } | null;
}

export interface Sources {
  words: Titles;
  matcher: Matcher;
  titles: TitleIndex;
  fullText: FullText;
}

const NOTHING: Found = { results: [], elsewhere: null };
/** Share of a query, by the rarity of its words, that an answer must hold. */
const GOOD = 0.5;
const FAIR = 0.34;
const MAX = 12;

/** Answer a query: the engine for messages, titles and symptoms for words, full text behind them; nothing rather than the least bad page. */
export async function find(query: string, { words, matcher, titles, fullText }: Sources): Promise<Found> {
  const text = query.normalize('NFKC').trim();
  if (text === '') return NOTHING;
  const where = route(matcher, query);
  if (where.kind === 'foreign') return NOTHING;
  if (where.kind === 'message') {
    // A message that somebody else prints, word for word in a guide's symptoms, belongs to that guide.
    const [exact] = findTitles(titles, text).filter(({ id, isPhrase, coverage }) => isPhrase && coverage > 0.7 && id.startsWith('guide:'));
    if (exact) where.guides = [exact.id.slice('guide:'.length), ...where.guides.filter((slug) => `guide:${slug}` !== exact.id)];
  }
  if (where.kind !== 'words') return { results: [...where.guides.map((slug) => `guide:${slug}`), ...where.entries.map((id) => `entry:${id}`)].slice(0, MAX), elsewhere: null };
  const elsewhere = elsewhereOf(text, words);
  const hits = findTitles(titles, text);
  const best = hits[0];
  if (elsewhere && (!best || best.coverage < 0.9)) return { results: [], elsewhere };
  if (!best || best.coverage < (terms(text).length > 4 ? FAIR : GOOD)) return NOTHING;
  const good = hits.filter(({ score, coverage }) => coverage >= FAIR && score >= best.score * 0.35).map(({ id }) => id);
  const more = best.coverage >= GOOD ? await fullText(text) : [];
  return { results: [...new Set([...good, ...more])].slice(0, MAX), elsewhere: null };
}

/** The official page of a topic that this site does not answer, where all words of one of its phrases are in the query. */
function elsewhereOf(text: string, words: Titles): { title: string; url: string } | null {
  const folded = fold(text);
  const topic = words.elsewhere.find((candidate) => candidate.words.some((phrase) => fold(phrase).split(/\s+/).every((word) => (/^[a-z]/.test(word) ? new RegExp(`\\b${word.replace(/[^\w]/g, '')}`).test(folded) : folded.includes(word)))));
  return topic ? { title: topic.title, url: topic.url } : null;
}
