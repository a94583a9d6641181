import fc from 'fast-check';
import { ParseError, parseTOML } from 'toml-eslint-parser';
import { expect, it } from 'vitest';
import { parseToml } from './parse-toml.ts';
import { SyntaxFault } from './toml-tokens.ts';

const TEXT = `# comment
apikey = "abc" # the key
roles = [ "My-Service:app", "Another:db", ]
verbose = false
[host_status]
on_start = "working"
on_stop  = 'poweroff'
[plugin.checks."ssh 22"]
command = ["ruby", "/path/x.rb"]
max_check_attempts = 3
env = { FOO = "bar", A.b = 1, }
[plugin.metrics.app]
command = """
several "lines" \\
  and \\u00e9"""
include_pattern = '''^a\\d+'''
[[list.of]]
a = 1979-05-27T07:32:00Z
b = [1, -2.5e3, 0xff, inf, [ "x", ["y"] ], 1_000]
`;
/** Text that a typo inserts. */
const pieces = fc.constantFrom(
  ...'"\'[]{}=,.#\n\\ \tab1-_:é',
  '"""',
  "'''",
  '\r\n',
  '[[',
  '0x',
  '1e',
  '2026-11-24',
  'true',
  '= ',
);
const typos = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(6),
    inserted: fc.oneof(fc.constant(''), pieces),
  }),
  { minLength: 1, maxLength: 4 },
);

/**
 * Return the line of the first syntax error, 0 for none. A duplicate key counts as none, because
 * toml-eslint-parser reports it after all other errors.
 */
function lineOfError(parse: () => unknown): number {
  try {
    parse();
    return 0;
  } catch (error) {
    if (error instanceof SyntaxFault) return error.line;
    if (error instanceof ParseError)
      return error.message.includes('multiple times') ? 0 : error.lineNumber;
    throw error;
  }
}

it('finds the first error on the same line as toml-eslint-parser', () => {
  const property = fc.property(typos, (list) => {
    const text = list.reduce((before, { at, removed, inserted }) => {
      const place = Math.floor(at * before.length);
      return before.slice(0, place) + inserted + before.slice(place + removed);
    }, TEXT);
    expect(lineOfError(() => parseToml(text))).toBe(
      lineOfError(() => parseTOML(text, { tomlVersion: '1.1' })),
    );
  });
  fc.assert(property, { numRuns: 3000 });
});
