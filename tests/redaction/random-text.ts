/** Draws `length` random characters of an alphabet. */
export type Draw = (alphabet: string, length: number) => string;

/** Make a seeded generator of random texts (xorshift32); the same seed gives the same texts. */
export function makeRandomText(seed: number): Draw {
  let state = seed;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
  return (alphabet, length) =>
    Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
}
