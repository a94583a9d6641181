import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCatalog, buildWords, openContent } from '../../catalog/index.ts';
import { pageAddress } from '../../cli/page-address.ts';
import { compile } from '../../engine/index.ts';
import { maskReport } from '../../engine/mask.ts';
import { reply } from '../../letter/index.ts';
import { inspectText } from '../inspect-text.ts';

const content = openContent();
const matcher = compile(buildCatalog(content));
const words = [buildWords(content, 'ja'), buildWords(content, 'en')];
const logs = [...content.entries.flatMap(({ samples }) => samples), ...content.guides.flatMap(({ cases }) => cases)].map(({ text }) => text);
const SCRAPS = ['\0', '\r', '\n\n', '"', '\\x', '{', '}', '<', '&#60;', '%', '\x1b[31m', '\ufffd', '起動', '| ', '2026/02/31 25:61:61 ', '2026/99/99 99:99:99', ' ERROR <main> ', '9'.repeat(40), '[', "'''", '+99:99', 'NaN', '1e400', '-'];

/** One thing that happens to a log: where, as a share of its length, and what. */
const mishap = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  kind: fc.constantFrom('cut', 'put', 'repeat', 'digits', 'other log', 'backwards'),
  scrap: fc.constantFrom(...SCRAPS),
  log: fc.constantFrom(...logs),
});

function suffer(log: string, { at, length, kind, scrap, log: other }: typeof mishap extends fc.Arbitrary<infer Mishap> ? Mishap : never): string {
  const from = Math.floor(at * log.length);
  const [before, piece, after] = [log.slice(0, from), log.slice(from, from + length), log.slice(from + length)];
  switch (kind) {
    case 'cut': return before + after;
    case 'put': return before + scrap + piece + after;
    case 'repeat': return before + piece.repeat(3) + after;
    case 'digits': return log.replaceAll(/\d/g, (digit, place: number) => ((place * 7 + length) % 5 === 0 ? String((Number(digit) + length) % 10) : digit));
    case 'other log': return before + other + piece + after;
    case 'backwards': return log.split('\n').reverse().join('\n');
  }
}

it('reads whatever became of a log, and says nothing that is no word', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...logs), fc.array(mishap, { minLength: 1, maxLength: 6 }), async (log, mishaps) => {
    const text = mishaps.reduce(suffer, log);
    const report = await inspectText(content, matcher, text);
    for (const { lines, count } of report.findings) {
      expect(count).toBeGreaterThan(0);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      expect(lines.every((line) => line >= 1 && line <= report.lines.total)).toBe(true);
    }
    expect(report.lines.explained).toBeLessThanOrEqual(report.lines.problem);
    for (const language of words) expect(reply(maskReport(report), language, pageAddress(language.language))).not.toMatch(/undefined|Invalid Date|NaN:|\[object/);
  // Always the same texts: whether a test passes is not a matter of luck.
  }), { seed: 20261126, numRuns: 1500 });
});
