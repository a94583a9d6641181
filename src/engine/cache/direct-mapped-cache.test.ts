import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Clusters } from '../findings/unknown-clusters.ts';
import { diagnose, smallCatalog } from '../../../tests/helpers/small-catalog.ts';

const SINCE = '2026-01-02 04:00:00';

it('counts repeated unknown lines as if each were parsed', () => {
  const word = fc.constantFrom(
    'post',
    'started',
    'moon',
    '7',
    'b12',
    'web-40',
    '10.0.0.7:443',
    'fails:',
    '"7 x"',
    'deadbeef7',
    '7s',
    'é',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('INFO', 'WARNING', 'ERROR'), text), {
        minLength: 1,
        maxLength: 6,
      }),
      (kinds) => {
        const clusters = new Clusters();
        const lines = Array.from({ length: 900 }, (_, index): string => {
          const [level, words] = kinds[(index * index) % kinds.length] as [string, string];
          const message = index % 3 === 0 ? words : words.replaceAll('7', String(index));
          const isNewer = index >= 600;
          if (level !== 'INFO') clusters.addRecord(message, index + 2, index + 2, isNewer);
          return `0${isNewer ? 5 : 3}:00:00 ${level} ${message}`;
        });
        const {
          unknown,
          lines: { problem, explained },
        } = diagnose(smallCatalog([]), ['03:00:00 INFO Started agent', ...lines], { since: SINCE });
        expect(unknown.map(({ nearest: _similar, ...counted }) => counted)).toEqual(
          clusters.listClusters({ withLines: true }),
        );
        expect([problem, explained]).toEqual([
          lines.filter((line) => !line.includes('INFO')).length,
          0,
        ]);
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});
