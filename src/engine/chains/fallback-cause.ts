/**
 * Finds a known cause that ends an unknown message, or is all of it. A newer version may reword
 * what failed, or leave it out, but Go still appends the reason after a colon. Only problems
 * under the product's own tags count, and only if the cause names the product's server, or has
 * the product's own words, as any program may print other causes. An answer based on it is never
 * certain.
 */
import { NESTED, readChain, unmatchedRestOf } from './chain.ts';
import type { Chain } from './chain-links.ts';
import { isProductChain, isProductExcerpt, namesProduct } from '../findings/recognition.ts';
import type { Header } from '../headers/header.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { firstLineEnd } from '../lines/byte-range.ts';
import { indexOfByte } from '../lines/bytes.ts';

/** A cause is looked for after at most this many colons. */
const MAX_COLONS = 8;

/** Read the known cause that ends the first line of an unknown message, or return null. */
export function readFallbackCause(matcher: ProductMatcher, header: Header): Chain | null {
  const { product } = matcher;
  const { level, tag, bytes, from } = header;
  if (level < product.problemLevel || tag < 0) return null;
  const end = firstLineEnd(header);
  let at = from;
  for (let colons = 0; colons <= MAX_COLONS; colons++) {
    const chain = readChain(matcher, { bytes, from: at, to: end }, NESTED, 1);
    if (chain && chain.end === end && unmatchedRestOf(chain) === null)
      return namesProduct(product, { bytes, from: at, to: end }) ||
        isProductChain(chain, product.ownCatalogs) ||
        isProductExcerpt(chain, product)
        ? { ...chain, isTruncated: true }
        : null;
    do {
      const colon = indexOfByte(bytes, 58, at, end);
      if (colon < 0) return null;
      at = colon + 1;
    } while (bytes[at] !== 32);
    at++;
  }
  return null;
}
