import { expect, it } from 'vitest';
import { openProductDiagnosis } from '../diagnose.ts';
import { encode } from '../lines/bytes.ts';
import { compileFirst, entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';

const SMALL = smallCatalog([], [entry('network/said', 'it said {text:foreign}', { nested: true })]);
const CATALOG = {
  ...SMALL,
  products: SMALL.products.map((product) => ({ ...product, foreign: ['network'] })),
};

/** Return how many templates are tried for foreign text that is nested to a depth. */
const countTried = (depth: number): number => {
  const matcher = compileFirst(CATALOG);
  const diagnosis = openProductDiagnosis(matcher);
  const text = 'it said '.repeat(depth);
  diagnosis.push(encode(`2026/11/24 10:09:00 WARNING post failed: ${text}something\n`));
  diagnosis.close();
  return matcher.state.tried;
};

it('reads nested foreign text once, not again for each text around it', () => {
  const few = countTried(10);
  expect(few).toBeGreaterThan(10);
  expect(countTried(20)).toBeLessThan(3 * few);
});
