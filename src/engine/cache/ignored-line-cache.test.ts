import { expect, it } from 'vitest';
import { openProductDiagnosis } from '../diagnose.ts';
import { encode } from '../lines/bytes.ts';
import { compileFirst, diagnose, smallCatalog } from '../../../tests/helpers/small-catalog.ts';

const SMALL = smallCatalog([]);
const CATALOG = {
  ...SMALL,
  formats: {
    ...SMALL.formats,
    envelopes: [{ text: '{month} {day} {clock} {host:word} {program}[{pid:int}]: ' }],
  },
};
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const stamp = (at: number): string =>
  `Nov 24 10:${twoDigits(Math.floor(at / 60) % 60)}:${twoDigits(at % 60)}`;
const linesOf = (count: number, text: string, program = 'sshd'): string[] =>
  Array.from({ length: count }, (_, at) => `${stamp(at)} web01 ${program}[${at}]: ${text} ${at}`);
const countTried = (lines: string[]): number => {
  const matcher = compileFirst(CATALOG);
  const diagnosis = openProductDiagnosis(matcher);
  diagnosis.push(encode(lines.join('\n')));
  diagnosis.close();
  return matcher.state.tried;
};

it('parses repeated lines once', () => {
  const [few = 0, many = 0] = [1_000, 4_000].map((count) =>
    countTried(Array.from({ length: count }, (_, at) => `Started agent on host number ${at}`)),
  );
  expect(few).toBeGreaterThan(0);
  // Four times the lines; some numbers share a hash with a word of a template.
  expect(many).toBeLessThan(1.1 * few);
});
it('parses ignored lines again once the name before them is adopted', () => {
  const said = linesOf(400, 'start failed: dial 192.0.2.1: connection refused', 'wrapper');
  const header = `${stamp(500)} web01 wrapper[1]: 2026/11/24 10:08:20 WARNING <main> post failed: dial 192.0.2.1:443: connection refused`;
  const starts = (lines: string[]): number =>
    diagnose(CATALOG, lines)
      .findings.filter(({ chain }) => chain[0]?.entry === 'agent/start-failed')
      .reduce((sum, { count }) => sum + count, 0);
  expect(starts(said)).toBe(0);
  expect(starts([...said, header, '', ...said])).toBe(starts([header, '', ...said]));
  expect(starts([header, '', ...said])).toBeGreaterThan(0);
});
it('does not end an open record', () => {
  const lines = [
    ...linesOf(400, 'nothing to see'),
    '2026/11/24 10:09:00 WARNING post failed: dial 192.0.2.1:443: connection refused',
    ...linesOf(400, 'nothing to see'),
  ];
  expect(diagnose(CATALOG, lines).findings).toHaveLength(1);
});
