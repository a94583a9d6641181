import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSteps, stepsOf } from '../../../tests/step-samples.ts';

const GAVE_UP = '2026/01/02 03:00:00 WARNING <main> gave up';

it.each([
  ['plain-header', GAVE_UP],
  ['empty-line', ' \t'],
  ['standalone-message', 'Starting agent version:1.2'],
  ['other-program', 'cron: Started a job'],
  ['message-after-prefix', '\nthe last words were start failed: no disk'],
  ['continuation', 'some more words'],
])('%s reads its line after a record', (step, line) => {
  expect(stepsOf(`${GAVE_UP}\n${line}`).at(-1)).toBe(step);
});

it('message-in-sentence reads a message without quotation marks', () => {
  expect(stepsOf('here\nWe see Starting agent version:1.2 on web01')[1]).toBe(
    'message-in-sentence',
  );
});

it('ignores text that is not part of a record', () => {
  expect(stepsOf('hello')).toEqual([null]);
});

it('notes a named source and leaves the line to the other steps', () => {
  expect(stepsOf(`${GAVE_UP}\nSource: agentd`)[1]).toBe('other-program');
});

it.each(openSteps().steps.map(({ name }) => name))('%s is in the file of its name', (name) => {
  expect(existsSync(new URL(`${name}.ts`, import.meta.url))).toBe(true);
});
