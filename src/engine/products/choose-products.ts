/** Chooses the products that may have written a log and, once it is read, the ones that did. */
import { PROOFS } from '../findings/recognition.ts';
import { concatBytes, decode } from '../lines/bytes.ts';
import { readForwards } from '../records/read-log.ts';
import { Session } from '../session.ts';
import type { SourceNames } from '../sources/source-names.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { CatalogProduct } from '../../model/catalog.ts';
import type { Matcher, SiteProduct } from './matcher.ts';
import { byStanding, standingOf, type Standing } from './standing.ts';

/** Bytes of a log, or the number of lines that were removed from it. */
export type Piece = Uint8Array | number;

/** A product that has read a log, or the start of it. */
interface Candidate {
  readonly product: CatalogProduct;
  standing(): Standing;
  /** Return the sources that the log has named so far; null before it is read. */
  origin(): SourceNames | null;
}

/** A proven product wrote the log if it knows at least this share of the records. */
const MOST = 0.8;
/** A proven product may have written a log if it explains this share of what the best one does. */
const CLOSE = 0.5;
/**
 * If other programs write to the log as well, a product may print its first line within this many
 * bytes.
 */
const MAX_UNDECIDED = 1 << 20;

/**
 * Return the products that may have written a log, the best one first. Products that the text names
 * are tried first; the others are tried unless a named product certainly wrote it alone.
 *
 * @param present products that are always among them
 * @param readAs reads the start of the log as the log of a product
 */
export function chooseProducts(
  { products }: Matcher,
  start: readonly Piece[],
  present: readonly string[],
  readAs: (product: SiteProduct) => Candidate,
): SiteProduct[] {
  const text = textOf(start);
  const named = products.filter(
    ({ product }) => present.includes(product.id) || isNamed(product, text),
  );
  const tried = new Map<Candidate, SiteProduct>();
  for (const product of new Set([...named, ...products])) {
    if (tried.size >= named.length && [...tried.keys()].some(isCertain)) break;
    tried.set(readAs(product), product);
  }
  return possibleProducts([...tried.keys()], 0, present).map(
    (candidate) => tried.get(candidate) as SiteProduct,
  );
}

/** Read the start of a log as the log of a product. */
export function readStart(matcher: ProductMatcher, start: readonly Piece[]): Candidate {
  const session = new Session(matcher, null, null);
  const log = readForwards(matcher, session);
  for (const piece of start) {
    if (typeof piece === 'number') log.skip(piece);
    else log.push(piece);
  }
  log.close();
  const standing = standingOf(session);
  return { product: matcher.product, standing: () => standing, origin: () => log.sources };
}

/** Sort candidates, the best one first; equal ones stay in their order. */
export function sortByStanding<Each extends Candidate>(candidates: readonly Each[]): Each[] {
  return candidates
    .map((candidate) => ({ candidate, standing: candidate.standing() }))
    .sort((a, b) => byStanding(a.standing, b.standing))
    .map(({ candidate }) => candidate);
}

/**
 * Return the candidates that may have written the log, the best one first.
 *
 * @param size bytes of the log that were read
 * @param present products that are always among them
 */
export function possibleProducts<Each extends Candidate>(
  candidates: readonly Each[],
  size: number,
  present: readonly string[],
): Each[] {
  const sorted = sortByStanding(candidates);
  const [best] = sorted;
  if (!best) return [];
  const { proof, explained } = best.standing();
  if (proof < PROOFS.proven || (size < MAX_UNDECIDED && best.origin()?.hasOthers)) return sorted;
  const writers = writersOf(sorted);
  return sorted.filter((candidate) => {
    const standing = candidate.standing();
    return (
      writers.includes(candidate) ||
      present.includes(candidate.product.id) ||
      (standing.proof === proof && standing.explained >= CLOSE * explained)
    );
  });
}

/**
 * Return the candidates that wrote the log: the best one, and each one whose messages are under the
 * names of other programs or containers.
 */
export function writersOf<Each extends Candidate>([best, ...others]: readonly Each[]): Each[] {
  if (!best) return [];
  const writers = [best];
  const names = new Set(best.origin()?.writers);
  for (const candidate of others) {
    const found = [...(candidate.origin()?.writers ?? [])];
    if (names.size === 0 || found.length === 0 || found.some((name) => names.has(name))) continue;
    const { proof } = candidate.standing();
    const isOwnProgram = found.some((name) => candidate.product.programs.includes(name));
    if (proof < PROOFS.proven && !(isOwnProgram && proof > PROOFS.none)) continue;
    writers.push(candidate);
    for (const name of found) names.add(name);
  }
  return writers;
}

/** Return whether a product certainly wrote the log, and no other product did. */
function isCertain(candidate: Candidate): boolean {
  const { proof, known, records, hasOwn } = candidate.standing();
  return (
    proof === PROOFS.proven &&
    hasOwn &&
    known >= MOST * records &&
    candidate.origin()?.hasOthers !== true
  );
}

function textOf(pieces: readonly Piece[]): string {
  const bytes = concatBytes(pieces.filter((piece) => typeof piece !== 'number'));
  // Remove the NUL bytes of UTF-16, so that names are found in it.
  return decode(bytes, 0, bytes.length).replaceAll('\0', '');
}

function isNamed({ names, programs }: CatalogProduct, text: string): boolean {
  return [...names, ...programs].some((name) => text.includes(name));
}
