/** Draws so many characters of an alphabet. */
export type Draw = (alphabet: string, length: number) => string;

/** Make a generator of texts for tests that draws the same ones for the same seed. */
export function makeDraw(seed: number): Draw {
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
