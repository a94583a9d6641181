import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileParts } from '../templates/fit.ts';
import { parseTemplate } from '../templates/template.ts';
import { encode } from '../lines/bytes.ts';
import { writeTime } from './timestamps.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { compileForm } from './header.ts';

const FORMS = [
  '{stamp} {stream:word} {flag:flag} ',
  '{weekday:word} {date} {clock} {host:word} {program}[{pid:int}]: ',
  '{container:word} | ',
  '{number:int}:',
  '{n:int}',
];

const reader = (...texts: string[]): EnvelopeReader => {
  const created = new EnvelopeReader();
  created.expectForms(texts.map((text) => compileForm(compileParts(parseTemplate(text)))));
  return created;
};
const readLine = (envelopes: EnvelopeReader, line: string): { at: number; time: string | null } => {
  const bytes = encode(line);
  return { at: envelopes.readEnvelopes(bytes, 0, bytes.length), time: writeTime(envelopes.time) };
};

describe('EnvelopeReader', () => {
  it('reads the text and the time after envelopes', () => {
    expect(
      readLine(
        reader('{container:word} | ', '{stamp} '),
        'web-1 | 2026-11-24T10:00:01.5Z the text',
      ),
    ).toEqual({ at: 31, time: '2026-11-24T10:00:01' });
  });

  it('returns no time for a line without one', () => {
    const one = reader('{stamp} ');
    expect(readLine(one, '2026-11-24T10:00:01Z text').time).toBe('2026-11-24T10:00:01');
    expect(readLine(one, 'text')).toEqual({ at: -1, time: null });
    expect(readLine(one, '2026-11-24T10:00:02Z text').time).toBe('2026-11-24T10:00:02');
  });

  it('reads every line like the first one', () => {
    const line = fc.oneof(
      fc
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
        .map((parts) => parts.join('')),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS),
        fc.array(line, { maxLength: 8 }),
        line,
        (form, before, last) => {
          const used = reader(form);
          for (const text of before) readLine(used, text);
          expect(readLine(used, last)).toEqual(readLine(reader(form), last));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
