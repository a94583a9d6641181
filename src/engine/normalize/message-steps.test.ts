import { expect, it } from 'vitest';
import { stepsOf } from '../../../tests/helpers/step-samples.ts';

const GAVE_UP = '2026/01/02 03:00:00 WARNING <main> gave up';

it.each([
  ['leadingHeader', GAVE_UP],
  ['emptyLine', ' \t'],
  ['standaloneMessage', 'Starting agent version:1.2'],
  ['otherProgram', 'cron: Started a job'],
  ['messageAfterPrefix', '\nthe last words were start failed: no disk'],
  ['continuation', 'some more words'],
])('%s reads its line after a record', (step, line) => {
  expect(stepsOf(`${GAVE_UP}\n${line}`).at(-1)).toBe(step);
});

it('messageInSentence reads a message without quotation marks', () => {
  expect(stepsOf('here\nWe see Starting agent version:1.2 on web01')[1]).toBe('messageInSentence');
});

it('ignores text that is not part of a record', () => {
  expect(stepsOf('hello')).toEqual([null]);
});

it('notes a named source and leaves the line to the other steps', () => {
  expect(stepsOf(`${GAVE_UP}\nSource: agentd`)[1]).toBe('otherProgram');
});
