import { expect, it } from 'vitest';
import { diagnose, entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import { testSamples } from '../../../tests/helpers/step-samples.ts';

testSamples('truncatedLine', [
  {
    name: 'the start of a sentence',
    damaged: '2026/01/02 03:00:00 WARNING <main> gave up\n\nStarting agent versi\non:1.2',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up\nStarting agent version:1.2',
    line: 2,
  },
]);

const refused = entry('agent/refused', 'the server {host:word} refused the values of this host');

it('reads a message that a mail wrapped over three lines whole', () => {
  const lines = ['the server 192.0.2.1 refused', 'the values of', 'this host'];
  expect(diagnose(smallCatalog([], [refused]), lines).findings).toMatchObject([
    { chain: [{ entry: 'agent/refused', captures: { host: ['192.0.2.1'] } }], lines: [1, 2, 3] },
  ]);
});
it('reads the lines of a wrapped message together if its end is missing', () => {
  const lines = ['the server 192.0.2.1 refused', 'the values', 'of', '', 'What is that?'];
  expect(diagnose(smallCatalog([], [refused]), lines).findings).toMatchObject([
    { chain: [{ entry: 'agent/refused', captures: { host: ['192.0.2.1'] } }] },
  ]);
});

it('does not join two messages that were both cut', () => {
  const kept = entry('agent/kept', 'values of {host:word} are kept for six hours');
  const { findings } = diagnose(smallCatalog([], [refused, kept]), [
    'the server 192.0.2.1 refused the',
    'values of 192.0.2.1 are kept',
  ]);
  expect(findings).toMatchObject([
    { chain: [{ entry: 'agent/refused' }], lines: [1] },
    { chain: [{ entry: 'agent/kept' }], lines: [2] },
  ]);
});

it('reads a message of three lines without a header whole', () => {
  const [first, note] = ['the nightly job ended with: {exit:int}', 'Its note: {note:text}'];
  const catalog = smallCatalog(
    [],
    [
      entry('agent/ended', `${first}\n% {job:text}`),
      entry('agent/ended-with-a-note', `${first}\n${note}\n% {job:text}`),
    ],
  );
  const lines = [
    'the nightly job ended with: 3',
    'Its note: at 1',
    '% save --all',
    'no space left',
  ];
  expect(diagnose(catalog, lines).findings).toMatchObject([
    {
      chain: [
        {
          entry: 'agent/ended-with-a-note',
          captures: { exit: ['3'], note: ['at 1'], job: ['save --all'] },
        },
      ],
    },
  ]);
});

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
