import { expect, it } from 'vitest';
import { checkOptions } from './check-options.ts';
import { readToml } from './read-toml.ts';

const OPTIONS = { 'check-http': ['u', 'url', 't', 'timeout'] };

it.each([
  ['["check-http", "-u", "http://a/", "--timeout=3"]', []],
  ['"check-http -t3 --url http://a/ --help"', []],
  ['["check-http", "--tiemout", "3"]', ['1:27 --tiemout --timeout']],
  ['"check-http -u http://a/ --bogus"', ['1:36 --bogus']],
  [String.raw`['C:\Program Files\check-http.exe', '-x']`, ['1:48 -x']],
  ['"/usr/bin/check-http -z"', ['1:32 -z']],
  // Another program, what follows the options, and what a shell runs.
  ['"check-other --bogus"', []],
  ['["check-http", "--", "--bogus"]', []],
  ['"check-http -u a | tee --bogus"', []],
  [`"check-http -u 'a --bogus'"`, []],
])('checks the options in %s', (command, faults) => {
  const read = readToml(`command = ${command}`);
  const value = 'entries' in read ? read.entries[0]?.value : undefined;
  expect(
    value &&
      checkOptions(value, OPTIONS).map(({ place, found, expected }) =>
        [`${place.line}:${place.column}`, found, expected].filter(Boolean).join(' '),
      ),
  ).toEqual(faults);
});
