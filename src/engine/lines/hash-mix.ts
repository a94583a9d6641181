/** The two halves of a 64-bit hash, into which four bytes or a number are mixed at a time. */

/** The halves before anything is mixed in. */
export const LOW_SEED = 0x811c9dc5 | 0;
export const HIGH_SEED = 0x9747b28c | 0;

/** Mix four bytes into the low half, with a constant of MurmurHash3. */
export function mixLow(low: number, word: number): number {
  const mixed = Math.imul(low ^ word, 0x85ebca6b);
  return (mixed << 13) | (mixed >>> 19);
}

/** Mix four bytes into the high half, with the constant of MurmurHash2. */
export function mixHigh(high: number, word: number): number {
  return Math.imul(high ^ word, 0x5bd1e995) ^ (high >>> 15);
}
