/** Chooses the products that may have written a log, by its first bytes. */
import { PROOFS } from '../findings/recognition.ts';
import { decode } from '../lines/bytes.ts';
import { concatBytes } from '../lines/line-reader.ts';
import { readForwards } from '../records/read-log.ts';
import { Session } from '../session.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { Matcher, SiteProduct } from './matcher.ts';
import { byStanding, standingOf, type Standing } from './standing.ts';

/** Bytes of a log, or a number of lines that it leaves out. */
export type Piece = Uint8Array | number;

/** A proven product wrote the log if it knows at least this share of the records. */
const MOST = 0.8;
/** A proven product may have written a log if it explains this share of what the best one does. */
const CLOSE = 0.5;

/**
 * Return the products that may have written a log, the best one first. Those that the text names
 * are tried first, and the others only if none of them can have written it.
 *
 * @param readAs reads the start of the log as that of a product
 */
export function chooseProducts(
  { products }: Matcher,
  start: readonly Piece[],
  readAs: (product: SiteProduct) => Standing,
): SiteProduct[] {
  const text = textOf(start);
  const named = products.filter((product) => isNamed(product, text));
  const tried: { product: SiteProduct; standing: Standing }[] = [];
  for (const product of new Set([...named, ...products])) {
    if (tried.length >= named.length && tried.some(({ standing }) => isCertain(standing))) break;
    tried.push({ product, standing: readAs(product) });
  }
  tried.sort((a, b) => byStanding(a.standing, b.standing));
  return tried
    .filter(({ standing }) => isPossible(standing, tried[0]?.standing ?? standing))
    .map(({ product }) => product);
}

/** Return how much speaks for a product in the start of a log. */
export function readStart(matcher: ProductMatcher, start: readonly Piece[]): Standing {
  const session = new Session(matcher, matcher.product, null, null);
  const log = readForwards(matcher, matcher.product, session);
  for (const piece of start) {
    if (typeof piece === 'number') log.skip(piece);
    else log.push(piece);
  }
  log.close();
  return standingOf(session);
}

/** Return whether a product may have written a log, given the standing of the best one. */
export function isPossible(standing: Standing, best: Standing): boolean {
  return (
    best.proof < PROOFS.proven ||
    (standing.proof === best.proof && standing.explained >= CLOSE * best.explained)
  );
}

/** Return whether no other product can have written a log, unless the log names it. */
function isCertain({ proof, known, records }: Standing): boolean {
  return proof === PROOFS.proven && known >= MOST * records;
}

function textOf(pieces: readonly Piece[]): string {
  const bytes = concatBytes(pieces.filter((piece) => typeof piece !== 'number'));
  // Without the NUL bytes of UTF-16, names can be found.
  return decode(bytes, 0, bytes.length).replaceAll('\0', '');
}

function isNamed({ product: { names, programs } }: SiteProduct, text: string): boolean {
  return [...names, ...programs].some((name) => text.includes(name));
}
