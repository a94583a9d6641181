import { expect, it } from 'vitest';
import { entry, smallCatalog } from '../../../tests/small-catalog.ts';
import { encode } from '../lines/bytes.ts';
import { LiteralWords, shapeOf } from './line-shape.ts';

const words = new LiteralWords(smallCatalog([], [entry('network/refused', 'x509: status 403')]));
const shape = (text: string): string => {
  const bytes = encode(text);
  return JSON.stringify(shapeOf(words, bytes, 0, bytes.length));
};

it.each([
  ['port 443 of 10.0.0.7', 'port 80 of 192.168.12.34'],
  ['web01 said 5s', 'web2 said 1200s'],
])('does not tell "%s" from "%s"', (one, other) => expect(shape(one)).toBe(shape(other)));

it.each([
  ['status 403', 'status 404'],
  ['x509: a', 'x508: a'],
  ['status 40', 'status 41'],
  ['web01a', 'web01b'],
  ['1 2', '1.2'],
])('tells "%s" from "%s"', (one, other) => expect(shape(one)).not.toBe(shape(other)));

it('gives no shape to a line with an escape, nor if a literal digit touches a hole', () => {
  expect(shape('a \\u003c')).toBe('null');
  const touching = smallCatalog([], [entry('network/refused', 'code 4{rest:text}')]);
  const bytes = encode('a');
  expect(shapeOf(new LiteralWords(touching), bytes, 0, 1)).toBeNull();
});
