import { expect, it } from 'vitest';
import { jsonLine } from './json-line.ts';

it('escapes invisible characters and parses to the same value', () => {
  const value = { text: 'a\u007f\u009b\u00ad\u202e\u3164\u{e0041}\ufeff\n\ud800 日本' };
  const line = jsonLine(value);
  expect(line).toBe(
    '{"text":"a\\u007f\\u009b\\u00ad\\u202e\\u3164\\udb40\\udc41\\ufeff\\n\\ud800 日本"}\n',
  );
  expect(JSON.parse(line)).toEqual(value);
});
