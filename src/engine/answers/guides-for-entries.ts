import type { ProductMatcher } from '../templates/matcher.ts';
import type { CatalogEvidence } from '../../model/catalog.ts';
import type { Confidence, Link } from '../../model/report.ts';
import { matchesEvidence } from './evidence.ts';

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** Return whether evidence needs the version, a missing line or a repetition. */
function needsLog({ without, again, affected }: CatalogEvidence): boolean {
  return without !== undefined || again !== undefined || affected !== undefined;
}

/** Return the entries of links, causes before their consequences, each once. */
export function entriesOf(links: readonly Link[]): string[] {
  return [...new Set(links.map(({ entry }) => entry).reverse())];
}

/**
 * Find up to three guides for a message without its log: their evidence ends with one of its links.
 * The most certain come first, then those about this entry alone, then those that need the fewest
 * links around it. Evidence that needs the version, a missing line or a repetition is ignored.
 */
export function guidesForEntries(matcher: ProductMatcher, links: readonly Link[]): string[] {
  const entries = entriesOf(links);
  const found = matcher.catalog.guides.flatMap((guide) => {
    const ranks = guide.evidence.flatMap((evidence) => {
      if (needsLog(evidence)) return [];
      const named = evidence.chain.filter((link) => link !== '..');
      const last = named.at(-1) ?? '';
      const missing = named.filter((link) => !entries.includes(link)).length;
      const at = entries.indexOf(last);
      const { confidence, where = {}, 'where-not': whereNot = {} } = evidence;
      if (
        !links.some(({ foreign: _foreign, ...link }) =>
          matchesEvidence([link], { chain: [last], confidence, where, 'where-not': whereNot }),
        )
      )
        return [];
      const isAlone = matchesEvidence([{ entry: last, message: null, captures: {}, text: '' }], {
        ...evidence,
        where: {},
        'where-not': {},
      });
      return [
        at * 100 + CONFIDENCES.indexOf(confidence) * 10 + (isAlone ? 0 : 5 + Math.min(missing, 4)),
      ];
    });
    return ranks.length > 0 ? [{ id: guide.id, rank: Math.min(...ranks), order: guide.order }] : [];
  });
  return found
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, 3)
    .map(({ id }) => id);
}
