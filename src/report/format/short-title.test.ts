import { expect, it } from 'vitest';
import { casesInTitle, shortTitle } from './short-title.ts';

it.each([
  ['The API key is refused (401, 403)', 'The API key is refused', ['401', '403']],
  ['APIキーが拒否された（401・403）', 'APIキーが拒否された', ['401', '403']],
  [
    'コンテナエージェントが設定を読めない（ファイル、HTTP、S3）',
    'コンテナエージェントが設定を読めない',
    ['ファイル', 'HTTP', 'S3'],
  ],
  ['"Failed to post (will retry)"', '"Failed to post (will retry)"', []],
  ['Gaps in graphs', 'Gaps in graphs', []],
  ['（401）', '（401）', []],
])('splits %s into its title and its cases', (title, short, cases) => {
  expect(shortTitle(title)).toBe(short);
  expect(casesInTitle(title)).toEqual(cases);
});
