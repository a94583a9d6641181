import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../lines/bytes.ts';
import { readJsonField } from '../headers/json-csv-fields.ts';
import { JsonLine } from './json-line.ts';

const FIELDS = ['log', 'MESSAGE', 'message'];

function read(line: string): string | null {
  const json = new JsonLine(FIELDS);
  const bytes = encode(line);
  return json.readMessage(bytes, 0, bytes.length) ? decode(json.bytes, 0, json.to) : null;
}

describe('JsonLine', () => {
  it.each([
    [
      '{"log":"a\\u003cb\\u003e \\"c\\"\\n","stream":"stderr","time":"2026-11-24T10:00:00Z"}',
      'a<b> "c"',
    ],
    ['{ "n" : 1 , "on" : true, "message" : "a" }  ', 'a'],
    ['{"message":"a","log":"b","MESSAGE":"c"}', 'b'],
    ['{"log":"a","log":"b"}', 'b'],
    ['{"log":"a\\tb\\\\"}', 'a\tb\\'],
  ])('reads %s', (line, message) => expect(read(line)).toBe(message));

  it.each([
    '{"log":"a',
    '{"log":"a"',
    '{"log":"a"} x',
    '{"log":"a",}',
    '{"log":{"message":"a"}}',
    '{"log":1,"message":"a"}',
    '{"log":"a\\nb"}',
    '{"log":"日本"}',
    '{"log":"\\u65e5"}',
    '{"log":"a\\x"}',
    '{"l\\u006fg":"a"}',
    '{"stream":"stderr"}',
    '{}',
    '{',
    '{"',
    '{"log"',
    '{"log":',
    '{"log":"\\',
    '{"log":"\\u00',
  ])('rejects %s', (line) => expect(read(line)).toBeNull());

  it('reads the same as JSON.parse, or nothing', () => {
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
    );
    const line = fc
      .dictionary(fc.oneof(fc.constantFrom(...FIELDS, 'stream'), fc.string()), value)
      .map((record) => JSON.stringify(record));
    const broken = fc
      .tuple(line, fc.nat(), fc.string({ maxLength: 2 }))
      .map(
        ([text, at, put]) =>
          `${text.slice(0, at % (text.length + 1))}${put}${text.slice(at % (text.length + 1))}`,
      );
    fc.assert(
      fc.property(fc.oneof(line, broken), (text) => {
        const message = text.startsWith('{') ? read(text) : null;
        if (message !== null) expect(message).toBe(readJsonField(FIELDS, text));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a message while the next line is read', () => {
    const json = new JsonLine(FIELDS);
    const [first, second] = [encode('{"log":"first"}'), encode('{"log":"second"}')];
    json.readMessage(first, 0, first.length);
    const { bytes, to } = json;
    json.readMessage(second, 0, second.length);
    expect([decode(bytes, 0, to), decode(json.bytes, 0, json.to), json.ownsBuffer(bytes)]).toEqual([
      'first',
      'second',
      true,
    ]);
  });
});
