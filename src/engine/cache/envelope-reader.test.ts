import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileParts, Fitter } from '../templates/fit.ts';
import { parseTemplate } from '../templates/template.ts';
import { encode } from '../lines/bytes.ts';
import { writeTime } from '../headers/timestamps.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { compileForm } from '../headers/header-form.ts';

const FORMS = [
  '{stamp} {stream:word} {flag:flag} ',
  '{weekday:word} {date} {clock} {host:word} {program}[{pid:int}]: ',
  '{container:word} | ',
  '{number:int}:',
  '{n:int}',
];

/** Create a reader that expects envelopes like those of a line. */
const reader = (line: string, ...texts: string[]): EnvelopeReader => {
  const created = new EnvelopeReader(new Fitter());
  const bytes = encode(line);
  created.expectLike(
    texts.map((text) => compileForm(compileParts(parseTemplate(text)))),
    { bytes, from: 0, to: bytes.length },
  );
  return created;
};
const readLine = (envelopes: EnvelopeReader, line: string): { at: number; time: string | null } => {
  const bytes = encode(line);
  return { at: envelopes.readEnvelopes(bytes, 0, bytes.length), time: writeTime(envelopes.time) };
};

describe('EnvelopeReader', () => {
  it('reads the text and the time after envelopes', () => {
    const line = 'web-1 | 2026-11-24T10:00:01.5Z the text';
    expect(readLine(reader(line, '{container:word} | ', '{stamp} '), line)).toEqual({
      at: 31,
      time: '2026-11-24T10:00:01',
    });
  });

  it('returns no time for a line without one', () => {
    const one = reader('2026-11-24T10:00:00Z text', '{stamp} ');
    expect(readLine(one, '2026-11-24T10:00:01Z text').time).toBe('2026-11-24T10:00:01');
    expect(readLine(one, 'text')).toEqual({ at: -1, time: null });
    expect(readLine(one, '2026-11-24T10:00:02Z text').time).toBe('2026-11-24T10:00:02');
  });

  it('reads no envelope with another name, not even one that differs in a digit', () => {
    const one = reader('web-1 | text', '{container:word} | ');
    expect(readLine(one, 'web-1 | more').at).toBe(8);
    expect(readLine(one, 'web-2 | more').at).toBe(-1);
    expect(readLine(one, 'web-12 | more').at).toBe(-1);
  });

  it('reads each line as a new reader would', () => {
    const line = fc
      .tuple(
        fc.constantFrom(
          '2026-11-24T10:00:0',
          '2026-11-24T10:00:00.',
          'Tue 2026-11-24 10:00:0',
          'web-',
          '',
          '1',
        ),
        fc.nat(999),
        fc.constantFrom('Z stderr F ', ' web01 agent[7]: ', ' | ', ':', '', ' web1 agent[12]: '),
        fc.constantFrom('', '2', 'text', ' text'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS),
        line,
        fc.array(fc.oneof(line, fc.string({ maxLength: 12 })), { maxLength: 8 }),
        line,
        (form, first, before, last) => {
          const used = reader(first, form);
          for (const text of before) readLine(used, text);
          expect(readLine(used, last)).toEqual(readLine(reader(first, form), last));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
