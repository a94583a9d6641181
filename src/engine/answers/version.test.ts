import { expect, it } from 'vitest';
import type { CatalogEntry } from '../../model/catalog.ts';
import { makeLink } from '../../../tests/helpers/make-finding.ts';
import { compareVersions, isInRange, wordingOf } from './version.ts';

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

it('returns no version range if no version prints all of the messages', () => {
  const entryOf = (since: string | null, until: string | null): CatalogEntry =>
    ({ messages: [], templates: [{ ...(since && { since }), ...(until && { until }) }] }) as never;
  const entries = new Map([
    ['a/new', entryOf('0.77.0', null)],
    ['a/older', entryOf('0.40.0', null)],
    ['a/old', entryOf(null, '0.60.0')],
  ]);
  const rangeOf = (...names: string[]) =>
    wordingOf(
      names.map((name) => makeLink(name, {})),
      entries,
    );
  expect(rangeOf('a/older', 'a/old')).toEqual({ since: '0.40.0', until: '0.60.0' });
  expect(rangeOf('a/new', 'a/old')).toEqual({ since: null, until: null });
});
