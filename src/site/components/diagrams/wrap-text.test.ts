import { expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

it.each([
  ['keeps a text that fits', 'Collect', 'en', 300, ['Collect']],
  [
    'breaks English between words',
    'Once a minute, to the server',
    'en',
    120,
    ['Once a minute, to', 'the server'],
  ],
  [
    'breaks Japanese between words and keeps a unit with its number',
    '値はメモリで最大6時間待ちます。',
    'ja',
    130,
    ['値はメモリで最大', '6時間待ちます。'],
  ],
  [
    'does not break a host name',
    '送信先はapi.mackerelio.comです',
    'ja',
    150,
    ['送信先は', 'api.mackerelio.comです'],
  ],
  [
    'keeps endings and punctuation with their word',
    '集めた値は保存されません。',
    'ja',
    130,
    ['集めた値は', '保存されません。'],
  ],
  [
    'keeps a unit after a non-breaking space',
    'used: 3,800\u00a0kB',
    'en',
    70,
    ['used:', '3,800\u00a0kB'],
  ],
  ['returns no lines for an empty text', '', 'en', 100, []],
] as const)('%s', (_name, text, lang, width, lines) =>
  expect(wrapText(text, lang, width, 13)).toEqual(lines),
);
