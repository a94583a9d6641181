/**
 * The reason that stands at the end of a message which nobody knows: a newer version says in other words what failed, and Go still puts
 * after a colon why. Only trouble in the product's own words counts, with the name of the product's server in the reason: anybody may
 * print the others. Nothing follows from it for certain.
 */
import { NESTED, readChain, restOf, type Chain } from './chain.ts';
import { isNamedIn } from './findings/recognition.ts';
import type { Header } from './heads/header.ts';
import type { CompiledProduct, Matcher } from './matcher.ts';
import { lineEnd } from './slices.ts';
import { indexOfByte } from './text.ts';

/** Colons of a message that a reason may stand behind. */
const MAX_COLONS = 8;

/** Read the reason at the end of the first line of a message that no template fits, or null. */
export function readReason(matcher: Matcher, product: CompiledProduct, head: Header): Chain | null {
  const { level, tag, bytes, from } = head;
  if (level < product.problemLevel || tag < 0) return null;
  const end = lineEnd(head);
  if (!isNamedIn(product, { bytes, from, to: end })) return null;
  let at = from;
  for (let colons = 0; colons < MAX_COLONS; colons++) {
    const colon = indexOfByte(bytes, 58, at, end);
    if (colon < 0) return null;
    at = colon + 1;
    if (bytes[at] !== 32) continue;
    const chain = readChain(matcher, bytes, at + 1, end, NESTED, 1);
    if (chain && chain.end === end && restOf(chain) === null)
      return isNamedIn(product, { bytes, from: at, to: end }) ? { ...chain, cut: true } : null;
  }
  return null;
}
