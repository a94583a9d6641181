import { expect, it } from 'vitest';
import { packReleases, unpackReleases } from './pack-releases.ts';

it('restores every version with its date', () => {
  const releases = {
    '0.9.0': '2014-07-09',
    '0.10.0': '2014-08-01',
    '0.10.1': '2014-08-01',
    '0.10.3': '2014-08-30',
    '1.0.0': '2016-03-01',
    '1.0.1': '2016-02-29',
  };
  expect(packReleases(releases)).toBe(' 0.9.0 16260;23,0 0.10.3 29 1.0.0 549,-1');
  expect(Object.entries(unpackReleases(packReleases(releases)))).toEqual(Object.entries(releases));
});
