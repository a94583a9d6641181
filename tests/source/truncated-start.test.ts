import { expect, it } from 'vitest';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { matcher } from '../helpers/whole-content.ts';

const HEADER = '2026/11/24 22:40:15 WARNING <command> ';
const SENTENCE = 'Failed to post metrics value (will retry): ';
const CAUSE =
  'Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp: lookup api.mackerelio.com: no such host';
const firstGuide = (log: string) => diagnoseBytes(matcher, log).answers[0]?.guide;

it('reads a first line that lost its beginning, up to half of its sentence', () => {
  const line = `${HEADER}${SENTENCE}${CAUSE}\n`;
  for (let lost = 0; lost < HEADER.length + SENTENCE.length / 2; lost++)
    expect(firstGuide(line.slice(lost)), line.slice(lost)).toBe('dns');
});

it('includes the text after a hole when it measures how much of a sentence is left', () => {
  const line = 'Checker "queue" output stderr: unknown flag `depht\'\n';
  for (let lost = 1; lost <= 'Checke'.length; lost++)
    expect(firstGuide(line.slice(lost)), line.slice(lost)).toBe('check-unknown');
  const value = `invalid argument for flag \`-w, --warning' (expected int64): strconv.ParseInt: parsing "9%": invalid syntax`;
  expect(firstGuide(`er "queue" output stderr: ${value}\n`)).toBe('check-unknown');
  expect(firstGuide('"queue" output: unknown flag `depht\'\n')).toBeUndefined();
});

it('does not guess from less than half of a sentence, or from another line than the first', () => {
  expect(firstGuide('retry): unexpected end of JSON input\n')).toBeUndefined();
  expect(firstGuide(`hello\n${SENTENCE.slice(5)}${CAUSE}\n`)).toBeUndefined();
});

it('accepts a cause alone only if it names a Mackerel server', () => {
  expect(firstGuide(`retry): ${CAUSE}\n`)).toBe('dns');
  expect(firstGuide(`${CAUSE}\n`)).toBe('dns');
  expect(firstGuide('dial tcp: lookup api.mackerelio.com on 10.0.0.2:53: no such host\n')).toBe(
    'dns',
  );
  expect(firstGuide(`${CAUSE.replaceAll('mackerelio.com', 'example.com')}\n`)).toBeUndefined();
});

it('ignores a version whose end a pager may have cut off', () => {
  const line =
    '2026/11/24 22:40:15 INFO <main> Starting mackerel-agent version:0.72.15, rev:92c7c83, apibase:https://api.mackerelio.com';
  const versionAt = (end: string) =>
    diagnoseBytes(matcher, `${line.slice(0, line.indexOf(end))}>\n`).version;
  expect(['.15', '5, rev', ', rev'].map(versionAt)).toEqual([null, null, null]);
  expect(versionAt(', apibase')).toBe('0.72.15');
});
