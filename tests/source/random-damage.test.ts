import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageAddress } from '../../src/cli/page-address.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { customerReply } from '../../src/report/index.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { mishaps, applyMishap } from './mishaps.ts';
import { IS_THOROUGH } from '../helpers/sample.ts';
import { content, matcher, words } from '../helpers/whole-content.ts';

const logs = [
  ...content.entries.flatMap(({ samples }) => samples),
  ...content.guides.flatMap(({ cases }) => cases),
].map(({ text }) => text);

it('reads a damaged log without inconsistent findings or unformatted values', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...logs),
      fc.array(mishaps(logs), { minLength: 1, maxLength: 6 }),
      async (log, list) => {
        const text = list.reduce(applyMishap, log);
        const report = await inspectText(content, matcher, text);
        for (const { lines, count } of report.findings) {
          expect(count).toBeGreaterThan(0);
          expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
          expect(lines.every((line) => line >= 1 && line <= report.lines.total)).toBe(true);
        }
        expect(report.lines.explained).toBeLessThanOrEqual(report.lines.problem);
        for (const language of [words.ja, words.en]) {
          const reply = customerReply(maskReport(report), language, pageAddress(language.language));
          // A reply may quote what the damage put into the log.
          for (const [found] of reply.matchAll(/undefined|Invalid Date|NaN:|\[object/g))
            expect(text, reply).toContain(found);
        }
      },
    ),
    // A fixed seed keeps the result the same from run to run.
    { seed: 20261126, numRuns: IS_THOROUGH ? 500 : 200 },
  );
});
