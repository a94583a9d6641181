import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCatalog, buildWords, openContent } from '../../catalog/index.ts';
import { pageAddress } from '../../cli/page-address.ts';
import { compile } from '../../engine/index.ts';
import { maskReport } from '../../engine/mask.ts';
import { reply } from '../../letter/index.ts';
import { inspectText } from '../inspect-text.ts';
import { mishaps, suffer } from './mishaps.ts';

const content = openContent();
const matcher = compile(buildCatalog(content));
const words = [buildWords(content, 'ja'), buildWords(content, 'en')];
const logs = [
  ...content.entries.flatMap(({ samples }) => samples),
  ...content.guides.flatMap(({ cases }) => cases),
].map(({ text }) => text);

it('reads whatever became of a log, and says nothing that is no word', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...logs),
      fc.array(mishaps(logs), { minLength: 1, maxLength: 6 }),
      async (log, list) => {
        const text = list.reduce(suffer, log);
        const report = await inspectText(content, matcher, text);
        for (const { lines, count } of report.findings) {
          expect(count).toBeGreaterThan(0);
          expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
          expect(lines.every((line) => line >= 1 && line <= report.lines.total)).toBe(true);
        }
        expect(report.lines.explained).toBeLessThanOrEqual(report.lines.problem);
        for (const language of words)
          expect(reply(maskReport(report), language, pageAddress(language.language))).not.toMatch(
            /undefined|Invalid Date|NaN:|\[object/,
          );
        // Always the same texts: whether a test passes is not a matter of luck.
      },
    ),
    { seed: 20261126, numRuns: 1500 },
  );
});
