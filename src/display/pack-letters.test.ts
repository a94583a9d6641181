import { expect, it } from 'vitest';
import { packLetters, unpackLetters } from './pack-letters.ts';

it.each(['{"a":"plain \\"text\\""}', '{"a":"\u0080\u07ff","b":"ログを読む、ログ"}'])('gives back what it packed: %s', (json) => {
  expect(unpackLetters(packLetters(json))).toBe(json);
});

it('is JSON whose letters take two bytes', () => {
  const packed = packLetters(JSON.stringify({ a: 'ログログ', b: 'x' }));
  expect(JSON.parse(packed)).toEqual({ letters: 'ログ', a: '\u0080\u0081\u0080\u0081', b: 'x' });
});

it('says what cannot be packed', () => expect(() => packLetters('{"a":"😀"}')).toThrow('Words have a character beyond U+FFFF: write another one.'));
