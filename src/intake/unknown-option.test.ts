import { expect, it } from 'vitest';
import { readToml } from './read-toml.ts';
import { findUnknownOption } from './unknown-option.ts';

const OPTIONS = { 'check-http': ['u', 'url', 't', 'timeout'] };

it.each([
  ['["check-http", "-u", "http://a/", "--timeout=3"]', null],
  ['"check-http -t3 --url http://a/ --help"', null],
  ['["check-http", "--tiemout", "3"]', '1:27 --tiemout --timeout'],
  ['"check-http -u http://a/ --bogus"', '1:36 --bogus'],
  [String.raw`['C:\Program Files\check-http.exe', '-x']`, '1:48 -x'],
  ['"/usr/bin/check-http -z"', '1:32 -z'],
  ['["check-http", "--timeout 3"]', '1:26 "--timeout 3" "--timeout", "3"'],
  ['["check-http", "-t 3 --url=a"]', '1:26 "-t 3 --url=a" "-t", "3", "--url=a"'],
  ['["check-http", "--timeout=3 -u a"]', '1:26 "--timeout=3 -u a" "--timeout=3", "-u", "a"'],
  // Values with blanks.
  ['["check-http", "--url=a -t", "-u b --t"]', null],
  // Another program, what follows the options, and what a shell runs.
  ['"check-other --bogus"', null],
  ['["check-http", "--", "--bogus"]', null],
  ['"check-http -u a | tee --bogus"', null],
  [`"check-http -u 'a --bogus'"`, null],
])('finds the unknown option in %s', (command, unknown) => {
  const read = readToml(`command = ${command}`);
  const value = 'entries' in read ? read.entries[0]?.value : undefined;
  const found = value && findUnknownOption(value, OPTIONS);
  expect(
    found &&
      [`${found.place.line}:${found.place.column}`, found.found, found.expected]
        .filter(Boolean)
        .join(' '),
  ).toBe(unknown);
});
