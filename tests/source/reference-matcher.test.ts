import { expect, it } from 'vitest';
import { compile } from '../../src/engine/index.ts';
import { checkLogs } from '../bench/check-logs.ts';
import { makeInputs } from '../bench/benchmark-inputs.ts';
import { compareMatchers, RECORD } from './compare-matchers.ts';
import { ReferenceMatcher } from './reference-matcher.ts';
import { sample } from '../helpers/sample.ts';
import { catalog, content } from '../helpers/whole-content.ts';

it('agrees with the engine on every line of the samples and cases', () => {
  const excerpts = [
    ...content.entries.flatMap(({ samples }) => samples),
    ...content.guides.flatMap(({ cases }) => cases),
  ];
  const lines = [...new Set(excerpts.flatMap(({ text }) => text.split('\n')))].filter((line) =>
    RECORD.test(line),
  );
  const comparisons = catalog.products.flatMap((product, turn) => {
    const matcher = compile({ ...catalog, products: [product] });
    const plain = new ReferenceMatcher(catalog, product);
    return sample(lines, 2, turn).map((line) =>
      compareMatchers([line], matcher, plain, product.plain),
    );
  });
  expect(comparisons.flatMap(({ differences }) => differences)).toEqual([]);
  expect(comparisons.reduce((sum, { known }) => sum + known, 0)).toBeGreaterThan(
    content.entries.length / 2,
  );
});

it('agrees with the engine on every line of the benchmark', () => {
  const printed: string[] = [];
  expect(
    checkLogs(makeInputs(content, catalog, 1), (text) => printed.push(text)),
    printed.join(''),
  ).toBe(true);
});
