import { expect, it } from 'vitest';
import { encodeRange } from '../lines/byte-range.ts';
import { SourceColumn } from './source-column.ts';

const sourceIn = (...lines: string[]): string | null => {
  const column = new SourceColumn(['host', '@logStream']);
  for (const line of lines) column.seeLine(encodeRange(line));
  return column.readSource(encodeRange(lines.at(-1) ?? ''));
};

it.each([
  [['@timestamp,@message,@logStream', '2026-03-02,"a, ""b""",web01'], 'web01'],
  [['"time","host","text"', '"04:12","web01","a,b"'], 'web01'],
  [['@logStream,host', 'stream,web01'], 'web01'],
  [['time,text', '04:12,host'], null],
  [['time,host', '04:12'], null],
  [['04:12,web01'], null],
])('reads the source in %j', (lines, source) => expect(sourceIn(...lines)).toBe(source));
