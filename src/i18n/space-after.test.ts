import { expect, it } from 'vitest';
import { spaceAfter } from './space-after.ts';

it.each([
  ['Only if:', ' '],
  ['It is over.', ' '],
  ['次の場合のみ：', ''],
  ['すでに解消しています。', ''],
  ['最初の異常', ' '],
])('the space after “%s”', (text, space) => {
  expect(spaceAfter(text)).toBe(space);
});
