import { readFileSync } from 'node:fs';
import { compile, type Catalog } from '../../src/engine/index.ts';
import { compareMatchers } from '../source/compare-matchers.ts';
import { ReferenceMatcher } from '../source/reference-matcher.ts';
import type { Inputs } from './benchmark-inputs.ts';

/** Lines to compare at once. A report must be able to list all of them. */
const BATCH = 4000;
const SHOWN = 10;

/** Compare how the engine and the plain matcher read each line; return false if they differ. */
export function checkLogs(
  { smallCatalog: few, largeCatalog: many, smallLog: log, largeLog: logOfMany }: Inputs,
  print: (text: string) => void,
): boolean {
  const rows: [Catalog, string][] = [
    [few, log],
    ...(logOfMany === null ? [] : [[many, logOfMany] as [Catalog, string]]),
  ];
  return rows.map(([catalog, file]) => checkLog(catalog, file, print)).every(Boolean);
}

function checkLog(catalog: Catalog, file: string, print: (text: string) => void): boolean {
  const [product] = catalog.products;
  if (!product) throw new Error('the catalog has no product');
  const [matcher, plain] = [compile(catalog), new ReferenceMatcher(catalog, product)];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  let [known, wrong] = [0, 0];
  for (let at = 0; at < lines.length; at += BATCH) {
    const comparison = compareMatchers(lines.slice(at, at + BATCH), matcher, plain, product.plain);
    known += comparison.known;
    for (const { line, plain: expected, engine } of comparison.differences) {
      if (wrong++ < SHOWN)
        print(`${line}\n  plain:  ${expected || 'nothing'}\n  engine: ${engine || 'nothing'}\n`);
    }
  }
  const inputs = `${lines.length.toLocaleString('en')} lines, ${catalog.entries.length} entries`;
  const outcome = `${known.toLocaleString('en')} lines known, ${wrong} read differently`;
  print(`${file}: ${inputs}; ${outcome}\n`);
  return known > 0 && wrong === 0;
}
