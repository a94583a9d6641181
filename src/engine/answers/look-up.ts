/**
 * Interprets short texts without a report, such as a line pasted into a search box or an example.
 */
import { STANDALONE, findChain, readChain } from '../chains/chain.ts';
import { chooseAnswers } from './explain.ts';
import { linksOf } from '../chains/chain-links.ts';
import type { Matcher } from '../templates/matcher.ts';
import { readExcerpt } from '../normalize/truncated-start.ts';
import { isShortPaste, readForwards } from '../records/read-log.ts';
import type { Link } from '../../model/report.ts';
import { Session } from '../session.ts';
import { encode } from '../lines/bytes.ts';
import { entriesOf, guidesForEntries } from './guides-for-entries.ts';

/**
 * What is known of a message: its links, the number of literal bytes that matched, and the guides
 * whose evidence ends with it.
 */
export interface LookedUp {
  links: Link[];
  literal: number;
  entries: string[];
  guides: string[];
}

/**
 * Look up a message that contains the text or that the text contains. Return null if no entry
 * matches.
 */
export function lookUp(matcher: Matcher, text: string): LookedUp | null {
  const bytes = encode(text.trim());
  const chain =
    readChain(matcher, bytes, 0, bytes.length, STANDALONE) ??
    findChain(matcher, bytes, 0, bytes.length, { ...STANDALONE, loose: true }) ??
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
 * The answer to a short log: the guides, and the entries of their evidence. Without an answer, the
 * entries found, and the guides about them.
 */
export interface Answered {
  isAnswered: boolean;
  entries: string[];
  guides: string[];
}

/**
 * Answer a log of a few lines without a report, or return null if it does not belong to the
 * product.
 */
export function answer(matcher: Matcher, text: string): Answered | null {
  const [product] = matcher.products;
  if (!product) return null;
  const session = new Session(matcher, product, null, null);
  const isShort = isShortPaste(text);
  if (isShort) session.expectShortPaste();
  const log = readForwards(matcher, product, session, { isShort });
  log.push(encode(text));
  log.close();
  session.settle({ withLines: false });
  if (!session.recognition.isProduct) return null;
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
