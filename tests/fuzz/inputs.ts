/** Data shared by all fuzz targets, and generators of texts like those that people paste. */
import fc from 'fast-check';
import { mishaps, applyMishap } from '../source/mishaps.ts';
import { content } from '../helpers/whole-content.ts';

/** Real logs of the content: samples and whole cases. */
export const samples = [
  ...content.entries.flatMap((entry) => entry.samples),
  ...content.guides.flatMap(({ cases }) => cases),
  ...content.products.flatMap(({ cases }) => cases.map(({ log }) => log)),
].map(({ text }) => text);

/** Generate damaged copies of the texts. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(mishaps(texts), { maxLength: 6 }))
    .map(([text, list]) => list.reduce(applyMishap, text));
}

/** Generate copies of bytes in which some are changed, removed or inserted. */
export function noisy(bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const noise = fc.record({
    // A fraction of the length.
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(4),
    inserted: fc.uint8Array({ maxLength: 4 }),
  });
  return fc.tuple(bytes, fc.array(noise, { maxLength: 4 })).map(([whole, list]) =>
    list.reduce((before, { at, removed, inserted }) => {
      const from = Math.floor(at * before.length);
      return Uint8Array.from([
        ...before.subarray(0, from),
        ...inserted,
        ...before.subarray(from + removed),
      ]);
    }, whole),
  );
}

/** Split bytes at the given fractions of their length. */
export function chunksOf(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...cuts].sort((a, b) => a - b).map((cut) => Math.floor(cut * bytes.length));
  return [...places, bytes.length].map((to, index) => bytes.subarray(places[index - 1] ?? 0, to));
}

export const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
