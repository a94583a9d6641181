import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { renderFollowUp } from './render-follow-up.ts';

const ask = {
  what: 'Which version runs.',
  commands: { linux: 'mackerel-agent version', windows: '$a = 1\n$a' },
  reads: 'The number decides.',
};

it.each([
  ['linux', '- Which version runs.\n    mackerel-agent version\n  The number decides.'],
  ['windows', '- Which version runs.\n    $a = 1\n    $a\n  The number decides.'],
  ['macos', '- Which version runs.\n  [Linux]\n    mackerel-agent version\n  The number decides.'],
] as const)('prints the command for %s', (os, text) => {
  expect(stripVTControlCharacters(renderFollowUp(ask, 'en', os))).toBe(text);
});

it('says which example value to replace', () => {
  expect(
    stripVTControlCharacters(
      renderFollowUp({ ...ask, commands: { linux: 'ps 1234' }, example: '1234' }, 'en', 'linux'),
    ),
  ).toBe(
    '- Which version runs.\n    ps 1234\n    An example: replace 1234 with your own before you run it.\n  The number decides.',
  );
});

it('fills a value of the log in place of the example', () => {
  const question = {
    ...ask,
    commands: { linux: 'kubectl logs my-pod' },
    of: '-pod',
    fits: 'pod',
    sample: 'my-pod',
    example: 'my-pod',
  };
  const types = { pod: { kind: 'word' as const, sh: '[a-z-]+' } };
  const values = { types, find: () => 'web' };
  expect(stripVTControlCharacters(renderFollowUp(question, 'en', 'linux', true, values))).toBe(
    '- Which version runs.\n    kubectl logs web',
  );
});
