import type { Symptoms, Titles } from '../catalog/index.ts';
import { isAboutOurs, withoutLabel } from './about-ours.ts';
import { guidesOfCode, lookUpCodes } from './codes.ts';
import { isOurs, mendSlips, namesProduct } from './concepts.ts';
import { findTitles, readTitles, type Hit } from './find-titles.ts';
import { hasHead, looksLikeLog, looksLikeMail, mayHoldMessage } from './looks-like.ts';
import { pastedFile } from './pasted-file.ts';
import type { Route } from './route.ts';
import { ofSpeaker, speakerOf } from './speaker.ts';
import type { TitleIndex } from './title-index.ts';
import { keysOf } from './units.ts';
import { isOfAnother, isOfNeighbor } from './whose.ts';

/** What the search answers: ids as `guide:<slug>` and `entry:<catalog>/<slug>`, or a page elsewhere. */
export interface Found {
  /** What the query was taken for. */
  kind: 'log' | 'message' | 'file' | 'code' | 'words' | 'foreign' | 'empty';
  results: string[];
  /** No page holds all that was asked for: these are the nearest. */
  isRelaxed: boolean;
  elsewhere: { title: string; url: string } | null;
  /** What the query's words were read as, mistyped ones mended: the keys that a result holds are marked in it. */
  read: string[];
}

export interface Sources {
  words: Titles;
  /** What people type; loaded with the first query that a log does not answer. */
  asked: () => Promise<Asked>;
  /** Loaded with the first text that may hold a message. */
  engine: () => Promise<(text: string, isLog: boolean) => Route>;
}

export interface Asked {
  symptoms: Symptoms;
  titles: TitleIndex;
}

/** Score from which a page is an answer. */
const GOOD = 0.45;
/** Share of the query's words below which a page is about something else, … */
const LEAST = 0.42;
/** … unless it holds so many of them: who tells a story uses words that no page has. */
const MANY = 4;
/** Who tells a story of so many words leaves no page a large share of it: these are enough then, and the results are marked as the nearest ones. */
const STORY = { asked: 6, score: 0.33, coverage: 0.27, words: 2, near: 0.65, most: 3 };
/** In a whole mail a page has a smaller share yet. */
const MAIL = { ...STORY, asked: 15, score: 0.23, coverage: 0.2, words: 7 };
/** Share of the query's words below which the results are marked as the nearest ones. */
const WHOLE = 0.7;
/** A page that has fewer words of the query than this has pieces of them, which may stand in others by chance: it needs as much as a whole answer. */
const PIECES = 1;
/** How far behind the best one a page may be. */
const NEAR = 0.5;
/** A number that is no status of an answer, as Windows has them. */
const CODE = /^\W*(?:[Ee]rror |エラー ?)\d{4}\b/;
/** The status of an answer at the end of a message. */
const STATUS = /: [45]\d\d\W*$/;
/** One that says the same of every request, also of those for which a line is answered. */
const FAULT = /: 5\d\d\W*$/;
/** The path of a file. */
const FILE = /\w\/\w|(?:^|\s)\/\w/;
/** Characters of a title or symptom that stand in a text by more than chance. */
const VERBATIM = 20;
/** Of a log that the engine does not know so many characters are compared with titles and symptoms: a page that is frozen for a minute answers nothing. */
const LONGEST = 5000;
/** Share of a line that no more than stands around what is known in it. */
const MOSTLY = 0.4;
const MAX = 20;

/** Answer a query: codes letter by letter, messages by the engine, words by titles and symptoms; nothing rather than the least bad page. */
export async function find(query: string, sources: Sources): Promise<Found> {
  const { words, asked } = sources;
  const text = query.normalize('NFKC').trim();
  if (text === '') return nothing('empty');
  const isPasted = looksLikeLog(query);
  const file = isPasted ? pastedFile(text, words) : null;
  const isLog = isPasted && !looksLikeMail(query);
  const message =
    isLog && (!file || file.isOutput) ? await findMessage(query, isLog, sources) : null;
  if (file && !message?.results.length) {
    const { codes } = (await asked()).symptoms;
    return found(
      'file',
      [...file.guides, ...file.names.flatMap((name) => guidesOfCode(codes, name) ?? [])].map(guide),
    );
  }
  if (message) return message;
  const { symptoms, titles } = await asked();
  const codes = lookUpCodes(text, symptoms);
  if (codes.isAll && !(isLog && text.includes('\n')))
    return found('code', [
      ...codes.guides.map(guide),
      ...findTitles(titles, text)
        .filter(({ id, coverage }) => isPage(id) && coverage > 0.9)
        .map(({ id }) => id)
        .slice(0, 5),
    ]);
  const meant = isLog ? text : mendSlips(text, titles.concepts);
  const speaker = isLog ? null : speakerOf(text, symptoms);
  if (!isLog && !speaker && isOfAnother(meant, titles))
    return nothing(mayHoldMessage(text) ? 'foreign' : 'words');
  const known = !isLog && mayHoldMessage(text) ? await findMessage(query, isLog, sources) : null;
  if (!known && !isLog && !speaker && isOfNeighbor(meant, titles))
    return nothing(mayHoldMessage(text) ? 'foreign' : 'words');
  if (speaker) {
    const said = known ?? findWords(meant, codes.guides, words, symptoms, titles);
    const results = ofSpeaker(said.results, speaker, symptoms, words);
    return results.length > 0 ? { ...said, kind: 'message', results, elsewhere: null } : said;
  }
  // The number alone, in the place of the answer's words, is the cause; no message is known by it.
  if (
    (known?.kind === 'message' && STATUS.test(text)) ||
    (known?.kind === 'log' && FAULT.test(text))
  )
    return { ...known, results: [...new Set([...codes.guides.map(guide), ...known.results])] };
  return known ?? findWords(meant, codes.guides, words, symptoms, titles);
}

async function findMessage(
  query: string,
  isLog: boolean,
  { words, engine, asked }: Sources,
): Promise<Found | null> {
  const where = (await engine())(query, isLog);
  if (where.kind === 'words') return null;
  const inTitles = async (): Promise<Hit[]> =>
    findTitles((await asked()).titles, query.slice(0, LONGEST)).filter(({ id }) =>
      id.startsWith('guide:'),
    );
  if (where.kind === 'foreign') {
    // Lines in a dress that the engine does not know, or cut, which a guide has word for word: with the program's name or head, or little around it.
    const { symptoms } = await asked();
    const least =
      hasHead(query) || namesProduct(query, symptoms.thesaurus)
        ? VERBATIM
        : Math.max(VERBATIM, query.length * MOSTLY);
    const known = (await inTitles()).filter(({ exact }) => exact >= least);
    return known.length > 0
      ? found(
          'message',
          known.map(({ id }) => id),
        )
      : nothing('foreign');
  }
  const guides = where.guides.map(guide);
  // A message that is nothing but another one has no page that says more than that one's.
  const entries = where.entries
    .filter((id) => !/^\{[\w-]+\}$/.test(words.entries[id]?.title ?? ''))
    .map((id) => `entry:${id}`);
  if (where.kind === 'log') {
    // Beside lines that show no fault, another program may have said something that a guide has word for word.
    const said =
      guides.length > 0
        ? []
        : (await inTitles()).filter((hit) => hit.exact >= VERBATIM).map(({ id }) => id);
    return found('log', [...guides, ...said, ...entries]);
  }
  // A message that somebody else prints, word for word in a guide's symptoms, belongs to that guide.
  const exact = (await inTitles())
    .filter((hit) => hit.exact >= 12 && hit.exact >= where.literal * 0.8)
    .sort((a, b) => b.exact - a.exact)[0];
  if (exact) return found('message', [exact.id, ...guides, ...entries]);
  // What the system says of a file is the same of every file: a guide that has that file too knows which one it is.
  const about =
    FILE.test(query) && where.entries.every((id) => id.startsWith('os/'))
      ? (await inTitles())[0]
      : undefined;
  if (about && about.coverage >= WHOLE) return found('message', [about.id, ...entries, ...guides]);
  return found('message', where.isOneMessage ? [...entries, ...guides] : [...guides, ...entries]);
}

function findWords(
  text: string,
  coded: string[],
  words: Titles,
  symptoms: Symptoms,
  titles: TitleIndex,
): Found {
  const read = readTitles(titles, text);
  const hits = withGuides(findTitles(titles, text, read), words, coded);
  const best = hits[0];
  const isMail = looksLikeMail(text);
  if (
    best &&
    !isPage(best.id) &&
    best.score >= (isMail && best.asked >= MAIL.asked ? MAIL.score : GOOD)
  )
    return { ...nothing('words'), elsewhere: elsewhereOf(best.id, symptoms) };
  if (!best) return nothing('words');
  const isGood =
    best.score >= GOOD &&
    (best.coverage >= (best.words < PIECES ? WHOLE : LEAST) || best.words >= MANY);
  if (
    !isGood &&
    !(
      isPage(best.id) &&
      (isStory(best, STORY) || (isMail && isStory(best, MAIL))) &&
      isOurs(text, titles.concepts)
    )
  )
    return nothing('words');
  // A message that the engine does not know is another program's, unless it names the product or what is its own, nearly all of it stands in one place, or a guide has it word for word or has the code at its head.
  if (
    isMessage(withoutLabel(text)) &&
    !isMail &&
    best.coverage < WHOLE &&
    best.exact < VERBATIM &&
    !namesProduct(text, titles.concepts) &&
    !isAboutOurs(text, symptoms, words, titles) &&
    !(CODE.test(text) && coded.some((slug) => best.id === guide(slug)))
  )
    return nothing('foreign');
  const least = isGood ? Math.max(best.score * NEAR, GOOD * 0.7) : best.score * STORY.near;
  const good = hits.filter(({ id, score }) => isPage(id) && score >= least).map(({ id }) => id);
  return {
    ...found('words', isGood ? good : good.slice(0, STORY.most)),
    isRelaxed: best.coverage < WHOLE,
    read: keysOf(read),
  };
}

function isStory({ asked, score, coverage, words }: Hit, least: typeof STORY): boolean {
  return (
    asked >= least.asked &&
    score >= least.score &&
    coverage >= least.coverage &&
    words >= least.words
  );
}

/** Guides first for words: a guide is as good as the message that leads to it, and better for a code that it is about. */
function withGuides(hits: Hit[], words: Titles, coded: string[]): Hit[] {
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
        coverage: Math.max(own.coverage, LEAST),
      });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function elsewhereOf(id: string, { elsewhere }: Symptoms): Found['elsewhere'] {
  const topic = elsewhere.find(({ slug }) => `elsewhere:${slug}` === id);
  return topic ? { title: topic.title, url: topic.url } : null;
}

/** Marks of a message, and no Japanese around it that would make it a question. */
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
const nothing = (kind: Found['kind']): Found => ({
  kind,
  results: [],
  isRelaxed: false,
  elsewhere: null,
  read: [],
});
const found = (kind: Found['kind'], results: string[]): Found => ({
  kind,
  results: [...new Set(results)].slice(0, MAX),
  isRelaxed: false,
  elsewhere: null,
  read: [],
});
