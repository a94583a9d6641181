import { expect, it } from 'vitest';
import { readRomaji } from './romaji.ts';

it.each([
  ['settei', 'せってい'],
  ['kidou', 'きどう'],
  ['purokishi', 'ぷろきし'],
  ['shoumeisho', 'しょうめいしょ'],
  ['kanshi', 'かんし'],
  ['wo', 'を'],
  ['matchi', 'まっち'],
  ['jikoku', 'じこく'],
  ['tsunagaranai', 'つながらない'],
  ['hyouji', 'ひょうじ'],
  ['hon', 'ほん'],
])('converts %s', (word, read) => {
  expect(readRomaji(word)).toBe(read);
});

it.each(['agent', 'start', 'timeout', 'yi', 'kt', 'systemd', 'apt'])('rejects %s', (word) => {
  expect(readRomaji(word)).toBeNull();
});
