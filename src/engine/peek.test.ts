import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDiagnosis } from './products/open-diagnosis.ts';
import { compile } from './products/matcher.ts';
import { diagnose, entry, guide, smallCatalog } from '../../tests/helpers/small-catalog.ts';

const CATALOG = smallCatalog(
  [
    guide('refused', [{ chain: ['..', 'network/refused'], confidence: 'certain' }], {
      'explains-away': ['agent/child-ended', 'agent/lost'],
    }),
    guide('posting', [{ chain: ['agent/post-failed', '..'], confidence: 'possible' }]),
  ],
  [entry('agent/lost', 'lost', { role: 'cause' })],
);
const MATCHER = compile(CATALOG);

const LINES = [
  'INFO <main> Starting agent version:1.2.3',
  'INFO <main> Started agent',
  'INFO <main> Stopping agent',
  'WARNING <main> posted',
  'WARNING <main> lost',
  'WARNING <main> post failed: dial 192.0.2.1:443: connection refused',
  'WARNING <main> post failed: the moon is full',
  'ERROR <main> checks failed: answer: 403 Forbidden',
  'ERROR <main> what nobody knows 17',
  'ERROR <main> child ended',
];
const log = fc
  .array(
    fc.record({
      text: fc.constantFrom(...LINES),
      wait: fc.integer({ min: 0, max: 400 }),
      bare: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((records) => {
    let time = Date.UTC(2026, 0, 2, 3, 4, 5);
    return records
      .map(({ text, wait, bare }) => {
        time += wait * 1000;
        if (bare) return text.replace(/^\w+ <main> /, '');
        const clock = new Date(time).toISOString().slice(0, 19).replaceAll('-', '/');
        return `${clock.replace('T', ' ')} ${text}`;
      })
      .join('\n');
  });

describe('peek', () => {
  it('does not affect the report, wherever it is called', () => {
    fc.assert(
      fc.property(log, fc.array(fc.nat(4000), { maxLength: 8 }), (text, cuts) => {
        const bytes = new TextEncoder().encode(text);
        const [plain, peeked] = [openDiagnosis(MATCHER), openDiagnosis(MATCHER)];
        plain.push(bytes);
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        for (const [at, place] of places.entries()) {
          peeked.push(bytes.subarray(places[at - 1] ?? 0, place));
          peeked.peek();
        }
        expect(peeked.close()).toEqual(plain.close());
      }),
      { numRuns: 300 },
    );
  });

  it('reports the answers for the lines so far', () => {
    const diagnosis = openDiagnosis(MATCHER);
    diagnosis.push(
      new TextEncoder().encode(
        '2026/01/02 03:05:00 WARNING <main> post failed: dial 192.0.2.1:443: connection refused\n' +
          '2026/01/02 03:06:00 INFO <main> idle\n'.repeat(1000),
      ),
    );
    expect(diagnosis.peek()).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'refused' }],
      span: { from: '2026-01-02T03:05:00' },
    });
  });
});

describe('records after a given time', () => {
  const lines = [
    '03:05:00 WARNING post failed: dial 192.0.2.1:443: connection refused',
    '03:06:00 WARNING post failed: dial 192.0.2.1:443: connection refused',
    '03:07:00 ERROR quite unknown',
    '03:08:00 INFO Starting agent version:1.2.3',
    'start failed: dial 192.0.2.1:443: connection refused',
  ];

  it('are counted, and a line without a time has that of the line before', () => {
    const report = diagnose(CATALOG, lines, { since: '2026-01-02T03:05:00' });
    expect(report.findings.map(({ count, newer }) => [count, newer])).toEqual([
      [2, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(report.unknown).toMatchObject([{ isNewer: true }]);
    expect(
      diagnose(CATALOG, lines, { since: '2026-01-02T03:08:00' }).findings.map(({ newer }) => newer),
    ).toEqual([0, 0, 0]);
  });
  it('are not counted unless asked for', () => {
    expect(diagnose(CATALOG, lines).findings.every((finding) => !('newer' in finding))).toBe(true);
  });
  it('are found in files in any order, and the span covers all files', () => {
    const report = diagnose(CATALOG, [...lines.slice(2), ...lines.slice(0, 2)], {
      since: '2026-01-02T03:06:00',
    });
    expect(report.span).toEqual({ from: '2026-01-02T03:05:00', to: '2026-01-02T03:08:00' });
    expect(report.findings.map(({ newer }) => newer)).toEqual([1, 1, 0]);
  });
});
