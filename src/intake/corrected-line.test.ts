import { describe, expect, it } from 'vitest';
import type { ConfigProblem } from '../model/inspection.ts';
import { isCopyable, probableLine } from './corrected-line.ts';

const problem = (part: Partial<ConfigProblem>): ConfigProblem => ({
  code: 'unknown-key',
  effect: 'refused',
  guide: null,
  cause: null,
  line: 1,
  column: 1,
  length: 1,
  excerpt: '',
  key: null,
  setting: null,
  found: null,
  expected: null,
  write: null,
  probable: null,
  detail: null,
  ...part,
});

describe('the line that was probably meant', () => {
  it('has the key that exists in place of the misspelled one', () => {
    expect(
      probableLine(
        problem({ excerpt: 'rolse = ["a:b"]', length: 5, found: 'rolse', expected: 'roles' }),
      ),
    ).toBe('roles = ["a:b"]');
  });

  it('has only the name of the key if its section is on another line', () => {
    expect(
      probableLine(
        problem({
          excerpt: '  commnad = "check-http"',
          column: 3,
          length: 7,
          found: 'plugin.checks.x.commnad',
          expected: 'plugin.checks.x.command',
        }),
      ),
    ).toBe('command = "check-http"');
  });

  it('keeps the text after the misspelled name of a table', () => {
    const excerpt = '[plugin.metric.mysql]';
    expect(
      probableLine(
        problem({
          excerpt,
          column: 2,
          length: 19,
          found: 'plugin.metric',
          expected: 'plugin.metrics',
        }),
      ),
    ).toBe('[plugin.metrics.mysql]');
  });

  it('is null if the key belongs in another section, or if no key is similar', () => {
    const elsewhere = { excerpt: 'memo = "x"', length: 4, found: 'plugin.memo', expected: 'memo' };
    expect(probableLine(problem(elsewhere))).toBeNull();
    expect(probableLine(problem({ ...elsewhere, expected: null }))).toBeNull();
    expect(probableLine(problem({ ...elsewhere, code: 'range' }))).toBeNull();
  });
});

it('a line with a masked key cannot be copied', () => {
  expect([isCopyable('apikey = "**********"'), isCopyable('memo = "a * b"')]).toEqual([
    false,
    true,
  ]);
});
