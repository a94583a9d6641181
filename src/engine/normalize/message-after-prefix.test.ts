import { expect, it } from 'vitest';
import { diagnose, entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';

const setUp = entry('agent/set-up', 'The agent is set up.', { role: 'harmless' });
const noAnswer = entry('agent/no-answer', 'nobody answered the question of the agent');

it('reads a fault after a prompt, on the line below a harmless message', () => {
  const lines = [
    'The agent is set up.',
    'Keep it? [Y/n] nobody answered the question of the agent',
  ];
  expect(diagnose(smallCatalog([], [setUp, noAnswer]), lines).findings).toMatchObject([
    { chain: [{ entry: 'agent/set-up' }], lines: [1] },
    { chain: [{ entry: 'agent/no-answer' }], lines: [2] },
  ]);
});

it('ends with the string of an unknown field of JSON', () => {
  const crash = entry('agent/crash', 'fatal error: {text}', {
    role: 'cause',
    ends: 'program',
    common: true,
  });
  const line = '{"payload":"fatal error: bad \\"name\\"","host":"web01"}';
  expect(diagnose(smallCatalog([], [crash]), [line]).findings).toMatchObject([
    { chain: [{ captures: { text: ['bad \\"name\\"'] } }] },
  ]);
});
