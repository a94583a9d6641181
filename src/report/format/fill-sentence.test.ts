import { expect, it } from 'vitest';
import { decisiveLine, fillSentence, holesInSentence } from './fill-sentence.ts';

const values = (known: Record<string, string>) => ({ find: (hole: string) => known[hole] ?? null });

it('fills the holes of a sentence with the values of the log', () => {
  expect(fillSentence('Line {line}: {key} is wrong.', values({ line: '4', key: 'roles' }))).toBe(
    'Line 4: roles is wrong.',
  );
});

it('fills nothing if a value is missing', () => {
  expect(fillSentence('Line {line}.', values({}))).toBeNull();
});

it('uses the fallback text of a hole if the log has no value', () => {
  expect(fillSentence("{a | b | 'the file'} is gone.", values({}))).toBe('the file is gone.');
  expect(fillSentence("{path | 'the file'} is gone.", values({ path: '/x' }))).toBe('/x is gone.');
});

it('keeps a long value short, and on one line', () => {
  expect(fillSentence('{text}', values({ text: 'a\tb' }))).toBe('a b');
  expect(fillSentence('{path}.', values({ path: '/'.repeat(200) }))).toBe(`${'/'.repeat(120)} ….`);
});

it('does not shorten the meaning of a message', () => {
  const meaning = `${'The plugin has stopped. '.repeat(9)}Start it.`;
  expect(fillSentence('It failed. {meaning}', values({ meaning }))).toBe(`It failed. ${meaning}`);
});

it('does not fill a value that looks like a hole', () => {
  expect(fillSentence('{a} and {b}', values({ a: '{b}', b: 'x' }))).toBe('{b} and x');
});

it('lists the holes', () => {
  expect(holesInSentence("{a | b/c:d} of {e | 'it'}")).toEqual(['a | b/c:d', 'e']);
});

it('takes from a text of several lines the one that names the error, without its date', () => {
  expect(decisiveLine('2026/03/02 04:13:20 cannot connect\nexit status 1\n')).toBe(
    'cannot connect',
  );
  expect(decisiveLine('Traceback (most recent call last):\n  File "a.py"\nKeyError: 1\n')).toBe(
    'KeyError: 1',
  );
});
