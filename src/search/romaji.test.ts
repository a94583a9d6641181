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
])('reads %s', (word, read) => {
  expect(readRomaji(word)).toBe(read);
});

it.each(['agent', 'start', 'timeout', 'yi', 'kt', 'systemd', 'apt'])('does not read %s', (word) => {
  expect(readRomaji(word)).toBeNull();
});
