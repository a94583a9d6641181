import { expect, it } from 'vitest';
import { encodeRange } from '../lines/byte-range.ts';
import { readStructuredLine } from './structured-line.ts';

const FIELDS = {
  time: ['time', 'ts'],
  level: ['level', 'log.level'],
  tag: ['logger'],
  message: ['msg'],
  cause: ['err'],
};
const read = (as: 'json' | 'logfmt', text: string) =>
  readStructuredLine({ as, ...FIELDS }, encodeRange(text));

it.each([
  ['json', '{"ts":1795563615.1,"log":{"level":"warn"},"msg":"a","err":{"message":"b"}}', 'a: b'],
  ['json', '{"ts":"1795563615123","log.level":"warn","msg":"a","err":null}', 'a'],
  ['logfmt', 'ts=2026-11-24T23:40:15Z level=warn msg="a \\"b\\"" err=c', 'a "b": c'],
  ['logfmt', 'time="2026-11-24 23:40:15" level=warn msg=a', 'a'],
] as const)('reads %s: %s', (as, text, message) =>
  expect(read(as, text)).toEqual({ message, level: 'warn', tag: '', time: 20261124234015 }),
);

it.each([
  ['json', '{"level":"warn"}'],
  ['json', '{"msg":"cut of'],
  ['json', '[]'],
  ['logfmt', 'level=warn'],
  ['logfmt', 'not msg=a'],
] as const)('reads nothing in %s: %s', (as, text) => expect(read(as, text)).toBeNull());

it('reads a long word without a value in linear time', () =>
  expect(read('logfmt', `msg=a ${'x'.repeat(300_000)}`)?.message).toBe('a'));
