import { expect, it } from 'vitest';
import { diagnose, entry, smallCatalog } from '../small-catalog.ts';
import { testSamples } from './step-samples.ts';

testSamples('truncated-line', [
  {
    name: 'a header whose message is on the next line',
    damaged: '2026/01/02 03:00:00 WARNING <main>\ngave up',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
  {
    name: 'the start of a sentence',
    damaged: '2026/01/02 03:00:00 WARNING <main> gave up\n\nStarting agent versi\non:1.2',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up\nStarting agent version:1.2',
    line: 2,
  },
]);

it.each([
  ['indented', '\n at {place:text} of it', '   at main.c:3 of it'],
  ['at its beginning', '\nat {place:text} of it', 'at main.c:3 of it'],
])(
  'reads a message of two lines without a header whole, with the second line %s',
  (_where, end, line) => {
    const first = 'crashed while it was waiting:';
    const catalog = smallCatalog([], [entry('agent/crashed', first + end)]);
    const { findings } = diagnose(catalog, ['03:05:00 WARNING gave up', '', first, line]);
    expect(findings).toMatchObject([
      { chain: [{ entry: 'agent/gave-up' }], lines: [1] },
      {
        chain: [{ entry: 'agent/crashed', captures: { place: ['main.c:3'] } }],
        lines: [3, 4],
        rest: null,
      },
    ]);
    expect(findings[1]?.breaksOff).toBeUndefined();
  },
);
