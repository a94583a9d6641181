import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clusters, maskValues } from './unknown-clusters.ts';

function cluster(lines: readonly string[]): Clusters {
  const clusters = new Clusters();
  lines.forEach((text, index) => clusters.addRecord(text, index + 1));
  return clusters;
}
const list = (...lines: string[]) => cluster(lines).listClusters({ withLines: true });

describe('maskValues', () => {
  it.each([
    ['took 3.5s at 10:15:01, port=8080', 'took <*> at <*>, port=<*>'],
    ['dial 10.0.0.1:443: refused', 'dial <*>: refused'],
    ['host "web 01" and "" and "a \\" b"', 'host "<*>" and "" and "<*>"'],
    ['an open "quote 1', 'an open "quote <*>'],
    ['commit deadbeef, not a decade.', 'commit <*>, not a decade.'],
    ['it took 3. Then\tno  more 4...', 'it took <*>. Then no more <*>...'],
    ['起動に3回失敗しました　再試行', '起動に<*>回失敗しました 再試行'],
    ['first line 1\nsecond', 'first line <*>'],
    ['', ''],
  ])('%s', (text, masked) => expect(maskValues(text)).toBe(masked));
});

describe('Clusters', () => {
  it('counts lines that differ only in values, and keeps the first line', () => {
    expect(list('took 3s', 'gave up', 'took 4s')).toEqual([
      { template: 'took <*>', count: 2, line: 1, lines: [1, 3] },
      { template: 'gave up', count: 1, line: 2, lines: [2] },
    ]);
  });
  it('limits the number of clusters and counts the dropped lines', () => {
    const clusters = cluster(
      Array.from({ length: 800 }, (_, index) =>
        [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join(''),
      ),
    );
    expect(clusters.listClusters({ withLines: false })).toHaveLength(500);
    expect(clusters.folded).toBe(300);
    clusters.addRecord('a', 801);
    expect(clusters.folded).toBe(300);
  });
});

const line = fc
  .array(
    fc.constantFrom(
      'alpha',
      'beta',
      'gamma',
      'delta',
      '17',
      '"x y"',
      'k=v1',
      'deadbeef',
      '失敗',
      '"',
      'é',
    ),
    { maxLength: 9 },
  )
  .map((words) => words.join(' '));
const matches = (template: string, text: string): boolean => {
  const [wanted, words] = [template.split(' '), maskValues(text).split(' ')];
  return (
    wanted.length === words.length &&
    wanted.every((word, at) => word === '<*>' || word === words[at])
  );
};

describe('properties', () => {
  it('matches and counts each line once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const clusters = new Clusters();
        let before = clusters.listClusters({ withLines: true });
        lines.forEach((text, index) => {
          clusters.addRecord(text, index + 1);
          const after = clusters.listClusters({ withLines: true });
          expect(after.some(({ template }) => matches(template, text))).toBe(true);
          before.forEach(({ template, line: first }, at) => {
            expect(after[at]?.line).toBe(first);
            expect(matches(after[at]?.template ?? '', template)).toBe(true);
          });
          before = after;
        });
        expect(before.reduce((sum, { count }) => sum + count, 0) + clusters.folded).toBe(
          lines.length,
        );
        expect(list(...lines)).toEqual(before);
      }),
    );
  });
  it('is idempotent', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(maskValues(maskValues(text))).toBe(maskValues(text));
      }),
    );
  });
});
