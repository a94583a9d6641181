/** What a short text means, for those who need no report: a line that was pasted into a search box, a sample. */
import { ALONE, findChain, readChain } from '../chain.ts';
import { explain } from '../explain.ts';
import { linksOf } from '../links.ts';
import type { Matcher } from '../matcher.ts';
import { readPiece } from '../records/cut-beginning.ts';
import { readForwards } from '../records/read-log.ts';
import type { Link } from '../report.ts';
import { Session } from '../session.ts';
import { encode } from '../text.ts';
import { entriesOf, guidesNaming } from './guides-naming.ts';

/** What is known of a message: its links, how many bytes of it are literals of their templates, and the guides whose evidence ends with it. */
export interface LookedUp {
  links: Link[];
  literal: number;
  entries: string[];
  guides: string[];
}

/** Look a message up that may stand anywhere in a text, or of which the text is a piece; null where no entry fits. */
export function lookUp(matcher: Matcher, text: string): LookedUp | null {
  const bytes = encode(text.trim());
  const chain =
    readChain(matcher, bytes, 0, bytes.length, ALONE) ??
    findChain(matcher, bytes, 0, bytes.length, { ...ALONE, loose: true }) ??
    readPiece(matcher, bytes);
  if (!chain) return null;
  const links = linksOf(chain);
  return {
    links,
    literal: chain.literal,
    entries: entriesOf(links),
    guides: guidesNaming(matcher, links),
  };
}

/** What answers a short log: the entries of the evidence, and the guides; where nothing answers, what was found and the guides that name it. */
export interface Answered {
  isAnswered: boolean;
  entries: string[];
  guides: string[];
}

/** Answer a log of some lines without a report on it; null where it is not known to be the product's. */
export function answer(matcher: Matcher, text: string): Answered | null {
  const [product] = matcher.products;
  if (!product) return null;
  const session = new Session(matcher, product, null, null);
  const log = readForwards(matcher, product, session);
  log.push(encode(text));
  log.close();
  session.settle({ withLines: false });
  if (!session.recognition.isProduct) return null;
  const answers = explain(matcher, session);
  const evidence = new Set(answers.flatMap((given) => given.evidence));
  const findings =
    evidence.size > 0
      ? [...evidence].flatMap((index) => session.findings[index] ?? [])
      : session.findings;
  const links = findings.flatMap(({ chain }) => chain);
  return {
    isAnswered: answers.length > 0,
    entries: entriesOf(links),
    guides: answers.length > 0 ? answers.map(({ guide }) => guide) : guidesNaming(matcher, links),
  };
}
