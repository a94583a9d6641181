import type { ProductMatcher } from '../templates/matcher.ts';
import type { CatalogEvidence, CatalogGuide } from '../../model/catalog.ts';
import { CONFIDENCES, type Link } from '../../model/report.ts';
import { namesProduct } from '../findings/recognition.ts';
import { encodeRange } from '../lines/byte-range.ts';
import { lastEntryOf, matchesEvidence } from './evidence.ts';

/** Return whether evidence needs the version, a missing line or a repetition. */
function needsLog({ without, again, affected }: CatalogEvidence): boolean {
  return without !== undefined || again !== undefined || affected !== undefined;
}

interface RankedGuide {
  id: string;
  rank: number;
  /** Whether its evidence is this message alone. */
  isAlone: boolean;
  /** Whether its evidence names a value of the message. */
  namesValue: boolean;
  order: number;
}

/** Return the entries of links, causes before their consequences, each once. */
export function entriesOf(links: readonly Link[]): string[] {
  return [...new Set(links.map(({ entry }) => entry).reverse())];
}

/** Return whether evidence ends with a link, and its conditions on values hold for that link. */
function endsWith(evidence: CatalogEvidence, { foreign: _foreign, ...link }: Link): boolean {
  const { confidence, where = {}, 'where-not': whereNot = {} } = evidence;
  const last = { chain: [lastEntryOf(evidence)], confidence, where, 'where-not': whereNot };
  return matchesEvidence([link], last);
}

/**
 * Find the last link for which a guide's evidence names causes, whatever comes before that link.
 * Return these causes.
 */
export function causesOfLast({ evidence }: CatalogGuide, links: readonly Link[]): string[] {
  for (const link of links.toReversed()) {
    const ending = evidence.filter((each) => !needsLog(each) && endsWith(each, link));
    const causes = new Set(ending.flatMap(({ cause }) => cause ?? []));
    if (causes.size > 0) return [...causes];
  }
  return [];
}

/**
 * Find up to three guides for a message without its log: their evidence ends with one of its links.
 * The most certain come first, then guides about this entry alone, then guides that need the fewest
 * links around it. Evidence that needs the version, a missing line, a repetition or a message of
 * another product is ignored.
 */
export function guidesForEntries(matcher: ProductMatcher, links: readonly Link[]): string[] {
  return rankGuides(matcher, links)
    .slice(0, 3)
    .map(({ id }) => id);
}

/**
 * Return the guide for a message without its log, or undefined if there is none. If the end of its
 * chain is unknown, and not only cut off, take only a guide whose evidence is about the last link.
 * A cause that any program may print has no guide if several fit, unless it names the product or
 * its server, or one of them is about a value of the cause.
 */
export function guideForMessage(
  matcher: ProductMatcher,
  links: readonly Link[],
  isEndKnown: boolean,
): string | undefined {
  const ranked = rankGuides(matcher, links).filter(({ isAlone }) => isEndKnown || isAlone);
  const [best] = ranked;
  const [link] = links;
  const mayBeAnything =
    links.length === 1 &&
    link &&
    matcher.product.common.includes(link.entry.split('/')[0] ?? '') &&
    !namesProduct(matcher.product, encodeRange(link.text));
  const tied = ranked.filter(({ rank }) => rank === best?.rank);
  return mayBeAnything && best && !best.isAlone && tied.length > 1
    ? tied.find(({ namesValue }) => namesValue)?.id
    : best?.id;
}

/** Return the guides whose evidence ends with one of the links, the best first. */
function rankGuides(matcher: ProductMatcher, links: readonly Link[]): RankedGuide[] {
  const entries = entriesOf(links);
  const found = matcher.catalog.guides.flatMap((guide) => {
    const ranks = guide.evidence.flatMap((evidence) => {
      const last = lastEntryOf(evidence);
      const at = entries.indexOf(last);
      if (at < 0 || needsLog(evidence) || !links.some((link) => endsWith(evidence, link)))
        return [];
      const named = evidence.chain.filter((link) => link !== '..');
      if (!named.every((link) => matcher.entries.has(link))) return [];
      const missing = named.filter((link) => !entries.includes(link)).length;
      const isAlone = matchesEvidence([{ entry: last, message: null, captures: {}, text: '' }], {
        ...evidence,
        where: {},
        'where-not': {},
      });
      const certainty = CONFIDENCES.indexOf(evidence.confidence);
      return [
        {
          rank: at * 100 + certainty * 10 + (isAlone ? 0 : 5 + Math.min(missing, 4)),
          isAlone,
          namesValue: evidence.where !== undefined,
        },
      ];
    });
    const [best] = ranks.sort(
      (a, b) => a.rank - b.rank || Number(b.namesValue) - Number(a.namesValue),
    );
    return best ? [{ id: guide.id, order: guide.order, ...best }] : [];
  });
  return found.sort((a, b) => a.rank - b.rank || a.order - b.order);
}
