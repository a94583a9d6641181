import { expect, it } from 'vitest';
import { pageAddress } from './page-address.ts';
import { siteAddress } from './site-address.ts';

it.each([
  [{}, { site: undefined, base: '/' }],
  [
    { SITE_URL: '', BASE_PATH: '' },
    { site: undefined, base: '/' },
  ],
  [
    { SITE_URL: 'https://support.example.com', BASE_PATH: '/kb/' },
    { site: 'https://support.example.com', base: '/kb/' },
  ],
  [
    { SITE_URL: 'http://Support.example.com:8080/', BASE_PATH: 'kb' },
    { site: 'http://support.example.com:8080', base: '/kb/' },
  ],
  [{ BASE_PATH: '//a_b/c.d' }, { site: undefined, base: '/a_b/c.d/' }],
])('reads %j as %j', (environment, address) => expect(siteAddress(environment)).toEqual(address));

it.each([
  [
    { SITE_URL: 'support.example.com' },
    'SITE_URL is "support.example.com": write an address such as https://support.example.com',
  ],
  [
    { SITE_URL: 'https://support example.com' },
    'SITE_URL is "https://support example.com": write an address such as https://support.example.com',
  ],
  [
    { SITE_URL: 'javascript:alert(1)' },
    'SITE_URL is "javascript:alert(1)": write an address such as https://support.example.com',
  ],
  [
    { SITE_URL: 'https://support.example.com/kb' },
    'SITE_URL is "https://support.example.com/kb": write https://support.example.com alone, and put the path in BASE_PATH',
  ],
  [
    { BASE_PATH: 'https://support.example.com/kb' },
    'BASE_PATH is "https://support.example.com/kb": write a path of Latin letters, digits and - . _ ~, such as /kb/',
  ],
  [
    { BASE_PATH: '/my kb/' },
    'BASE_PATH is "/my kb/": write a path of Latin letters, digits and - . _ ~, such as /kb/',
  ],
  [
    { BASE_PATH: '/kb/../' },
    'BASE_PATH is "/kb/../": write a path of Latin letters, digits and - . _ ~, such as /kb/',
  ],
])('rejects %j', (environment, message) => expect(() => siteAddress(environment)).toThrow(message));

it('is used for the links in a reply', () => {
  expect(
    pageAddress('en', { SITE_URL: 'https://support.example.com', BASE_PATH: 'kb' })('guides/dns/'),
  ).toBe('https://support.example.com/kb/en/guides/dns/');
  expect(pageAddress('ja', { BASE_PATH: 'kb' })('guides/dns/')).toBe('/kb/ja/guides/dns/');
});

it.each([
  ['https://help.example.com', {}, 'https://help.example.com/en/guides/dns/'],
  ['https://help.example.com/kb', {}, 'https://help.example.com/kb/en/guides/dns/'],
  [
    'https://help.example.com/kb/',
    { BASE_PATH: '/new/' },
    'https://help.example.com/new/en/guides/dns/',
  ],
  [
    'https://help.example.com/kb/',
    { SITE_URL: 'https://staging.example.com' },
    'https://staging.example.com/en/guides/dns/',
  ],
  [null, {}, '/en/guides/dns/'],
])('makes addresses from %s of site.yaml and %j', (fromYaml, environment, address) =>
  expect(pageAddress('en', environment, fromYaml)('guides/dns/')).toBe(address),
);
