import { expect, it } from 'vitest';
import { compareVersions, isInRange } from './version.ts';

it.each([
  ['0.9.0', '0.10.0', -1],
  ['16', '16.0', 0],
  ['16.4', '16.10', -1],
  ['1.26.3', '1.26.3-3+deb13u11', 0],
  ['17beta1', '16.4', 1],
  ['9.4.53.1', '9.4.53', 1],
  ['unknown', '0.1', -1],
])('compares %s with %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(0 - sign);
});

it('reads ranges of versions with two numbers', () => {
  expect(isInRange('16.3', '>=16.1 <16.4')).toBe(true);
  expect(isInRange('16.4', '<16.4')).toBe(false);
});
