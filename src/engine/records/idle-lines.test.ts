import { expect, it } from 'vitest';
import { counted } from '../chain.ts';
import { diagnose, smallCatalog } from '../small-catalog.ts';

const SMALL = smallCatalog([]);
const CATALOG = {
  ...SMALL,
  products: SMALL.products.map((product) => ({
    ...product,
    envelopes: [{ text: '{month} {day} {clock} {host:word} {program}[{pid:int}]: ' }],
  })),
};
const CLOCK = (at: number): string =>
  `Nov 24 10:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
const other = (count: number, text: string, program = 'sshd'): string[] =>
  Array.from({ length: count }, (_, at) => `${CLOCK(at)} web01 ${program}[${at}]: ${text} ${at}`);
const tried = (lines: string[]): number => {
  const before = counted.tried;
  diagnose(CATALOG, lines);
  return counted.tried - before;
};

it('are not read again and again', () => {
  const [few = 0, many = 0] = [1_000, 4_000].map((count) =>
    tried(Array.from({ length: count }, (_, at) => `Started agent on host number ${at}`)),
  );
  expect(few).toBeGreaterThan(0);
  // Four times the lines; a few numbers are taken for words of a template.
  expect(many).toBeLessThan(1.1 * few);
});
it('are read where they may be of the product since the name before them is adopted', () => {
  const said = other(400, 'start failed: dial 192.0.2.1: connection refused', 'wrapper');
  const head = `${CLOCK(500)} web01 wrapper[1]: 2026/11/24 10:08:20 WARNING <main> post failed: dial 192.0.2.1:443: connection refused`;
  const starts = (lines: string[]): number =>
    diagnose(CATALOG, lines)
      .findings.filter(({ chain }) => chain[0]?.entry === 'agent/start-failed')
      .reduce((sum, { count }) => sum + count, 0);
  expect(starts(said)).toBe(0);
  expect(starts([...said, head, '', ...said])).toBe(starts([head, '', ...said]));
  expect(starts([head, '', ...said])).toBeGreaterThan(0);
});
it('end no record that is open', () => {
  const lines = [
    ...other(400, 'nothing to see'),
    '2026/11/24 10:09:00 WARNING post failed: dial 192.0.2.1:443: connection refused',
    ...other(400, 'nothing to see'),
  ];
  expect(diagnose(CATALOG, lines).findings).toHaveLength(1);
});
