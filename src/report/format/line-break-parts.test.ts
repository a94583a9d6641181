import { expect, it } from 'vitest';
import { splitAtBreaks } from './line-break-parts.ts';

it('splits addresses between their parts', () => {
  expect(splitAtBreaks('Get "https://api.example.com/api/v0/hosts": dial')).toEqual([
    'Get "https://',
    'api.example.com/',
    'api/',
    'v0/',
    'hosts": dial',
  ]);
});

it('keeps times and i/o in one piece', () => {
  expect(splitAtBreaks('04:12:09 read udp: i/o timeout')).toEqual([
    '04:12:09 read udp: i/o timeout',
  ]);
});
