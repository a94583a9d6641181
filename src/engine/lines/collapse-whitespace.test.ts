import { expect, it } from 'vitest';
import { hasWidenedGaps, makeGapCollapser } from './collapse-whitespace.ts';

const LINE = '2026/11/24 22:40:15 INFO <main> Starting agent, now';

it('detects only logs with widened gaps', () => {
  expect(hasWidenedGaps(LINE.replaceAll(' ', '\t'))).toBe(true);
  expect(hasWidenedGaps('exit status 1'.replaceAll(' ', '\t')), 'a message without a header').toBe(
    true,
  );
  expect(hasWidenedGaps('exit status 1')).toBe(false);
  expect(hasWidenedGaps(`Nov 24 ${LINE}`.replaceAll(' ', '   '))).toBe(true);
  expect(hasWidenedGaps(LINE)).toBe(false);
  expect(
    hasWidenedGaps(LINE.replace(' INFO <main> ', '\tINFO\t<main>\t')),
    'the columns of a spreadsheet',
  ).toBe(false);
  expect(hasWidenedGaps(`${LINE}\n${LINE.replaceAll(' ', '\t')}`)).toBe(false);
});

it('collapses gaps across chunks', () => {
  const narrow = makeGapCollapser();
  const text = LINE.replaceAll(' ', ' \t ');
  expect(
    [...text]
      .map((character) => new TextDecoder().decode(narrow(new TextEncoder().encode(character))))
      .join(''),
  ).toBe(LINE);
});
