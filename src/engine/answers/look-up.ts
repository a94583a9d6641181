/**
 * Interprets short texts without a report, such as a line pasted into a search box or an example.
 */
import { STANDALONE, findChain, readChain } from '../chains/chain.ts';
import { chooseAnswers } from './choose-answers.ts';
import { linksOf } from '../chains/chain-links.ts';
import type { Matcher } from '../products/matcher.ts';
import { byStanding, standingOf } from '../products/standing.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { readExcerpt } from '../normalize/truncated-start.ts';
import { isShortPaste } from '../../model/short-paste.ts';
import { readForwards } from '../records/read-log.ts';
import type { Link } from '../../model/report.ts';
import { Session } from '../session.ts';
import { encode } from '../lines/bytes.ts';
import { entriesOf, guidesForEntries } from './guides-for-entries.ts';

/**
 * What is known of a message: its links, the number of literal bytes that matched, the entries, and
 * up to three guides whose evidence ends with one of the links.
 */
export interface LookedUp {
  links: Link[];
  literal: number;
  entries: string[];
  guides: string[];
}

/**
 * Look up a message that contains the text or is contained in it. If several products have one,
 * return the one with the most matching bytes. Return null if no product has one.
 */
export function lookUp({ products }: Matcher, text: string): LookedUp | null {
  return products
    .flatMap(({ matcher }) => lookUpIn(matcher, text) ?? [])
    .reduce<LookedUp | null>(
      (best, found) => (best && best.literal >= found.literal ? best : found),
      null,
    );
}

function lookUpIn(matcher: ProductMatcher, text: string): LookedUp | null {
  const bytes = encode(text.trim());
  const chain =
    readChain(matcher, { bytes, from: 0, to: bytes.length }, STANDALONE) ??
    findChain(matcher, { bytes, from: 0, to: bytes.length }, { ...STANDALONE, loose: true }) ??
    readExcerpt(matcher, bytes);
  if (!chain) return null;
  const links = linksOf(chain);
  return {
    links,
    literal: chain.literal,
    entries: entriesOf(links),
    guides: guidesForEntries(matcher, links),
  };
}

/**
 * The answer to a short log: the guides, and the entries of their evidence. If there is no answer,
 * it has the entries that were found, and the guides about them.
 */
export interface Answered {
  isAnswered: boolean;
  entries: string[];
  guides: string[];
}

/**
 * Answer a log of a few lines without building a report, with the product that most probably wrote
 * it. Return null if no product did.
 */
export function answer({ products }: Matcher, text: string): Answered | null {
  const [best] = products
    .map(({ matcher }) => {
      const session = readText(matcher, text);
      return { matcher, session, standing: standingOf(session) };
    })
    .sort((a, b) => byStanding(a.standing, b.standing));
  return best?.session.recognition.isProduct ? answerOf(best.matcher, best.session) : null;
}

function readText(matcher: ProductMatcher, text: string): Session {
  const session = new Session(matcher, null, null);
  const isShort = isShortPaste(text);
  if (isShort) session.expectShortPaste();
  const log = readForwards(matcher, session, { isShort });
  log.push(encode(text));
  log.close();
  session.settle({ withLines: false });
  return session;
}

function answerOf(matcher: ProductMatcher, session: Session): Answered {
  const answers = chooseAnswers(matcher, session);
  const evidence = new Set(answers.flatMap((given) => given.evidence));
  const findings =
    evidence.size > 0
      ? [...evidence].flatMap((index) => session.findings[index] ?? [])
      : session.findings;
  const links = findings.flatMap(({ chain }) => chain);
  return {
    isAnswered: answers.length > 0,
    entries: entriesOf(links),
    guides:
      answers.length > 0 ? answers.map(({ guide }) => guide) : guidesForEntries(matcher, links),
  };
}
