import { describe, expect, it } from 'vitest';
import { readLevel, readMinute } from './line-header.ts';
import { LEVELS } from '../../model/levels.ts';

const bytesOf = (line: string): Uint8Array => new TextEncoder().encode(line);

describe('the header of a line', () => {
  it.each([
    ['2026/11/24 22:41:04 ERROR <main> x', Date.UTC(2026, 10, 24, 22, 41)],
    ['Nov 24 22:43:04 web01 mackerel-agent[1]: 2026-11-24T00:00:59 INFO', Date.UTC(2026, 10, 24)],
    ['{"time":"2026-01-02 03:04:05","log":"2025/01/01 00:00:00"}', Date.UTC(2026, 0, 2, 3, 4)],
    ['12026/11/24 22:41:04', 0],
    ['2026/11/24 22:41', 0],
    ['2026/1x/24 22:41:04', 0],
    [`${' '.repeat(300)}2026/11/24 22:41:04`, 0],
  ])('reads the minute of %s', (line, time) => {
    expect(readMinute(bytesOf(line), 0, bytesOf(line).length)).toBe(time / 60_000);
  });

  it.each([
    ['2026/11/24 22:41:04 ERROR <main> x', 'ERROR'],
    ['ERRORS and MYWARNING, then WARNING', 'WARNING'],
    ['[DEBUG]', 'DEBUG'],
    ['INFORMATION', undefined],
    ['goes on', undefined],
  ])('reads the level of %s', (line, level) => {
    expect(LEVELS[readLevel(bytesOf(line), 0, bytesOf(line).length) - 1]).toBe(level);
  });
});
