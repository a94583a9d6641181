import { expect, it } from 'vitest';
import { guideSchema } from './guide.ts';

const evidenceOf = (chain: unknown[]): unknown =>
  guideSchema.parse({
    category: 'disk',
    order: 1,
    checked: { version: '1.0.0', date: '2026-01-02' },
    effect: 'degrades',
    evidence: [{ chain, confidence: 'likely' }],
  }).evidence;

it('writes out a chain for each entry that its links list', () => {
  const chains = [
    ['agent/output', '..', 'os/full'],
    ['agent/output', '..', 'os/denied'],
    ['tools/output', '..', 'os/full'],
    ['tools/output', '..', 'os/denied'],
  ];
  expect(evidenceOf([['agent/output', 'tools/output'], '..', ['os/full', 'os/denied']])).toEqual(
    chains.map((chain) => ({ chain, confidence: 'likely' })),
  );
});

it('rejects a list of one entry, and .. within a list', () => {
  expect(() => evidenceOf([['os/full']])).toThrow();
  expect(() => evidenceOf([['os/full', '..']])).toThrow();
});
