import { expect, it } from 'vitest';
import { unfoldTap } from './unfold-tap.ts';

const RESULTS = `$ mkr checks run
TAP version 13
1..3
ok 1 - ssh
  ---
  command: [/bin/sh, -c, check-procs -p sshd]
  status: OK
  stdout: 'Procs OK: Found 2 matching processes; cmd /sshd/'
  ...
not ok 2 - disk
  ---
  memo: it's /
  command: [check-disk]
  status: WARNING
  stdout: 'Disk WARNING: Path: /, All: 8123.1 MB, Used: 6712.4 MB, Free: 1410.7 MB,
    Free percentage: 17.37'
  exitCode: 1
  ...
not ok 3 - log
  ---
  command: [check-log, -f, x]
  status: UNKNOWN
  stdout: |-
    LOG UNKNOWN: 0 warnings.
    The following 1 files are missing.
  stderr: "a \\"b\\""
  exitCode: 3
  ...
     error Failed 2/3 tests, 33.33% okay
`;

it('keeps what failed checks printed, on the same lines', () => {
  const lines = unfoldTap(RESULTS).split('\n');
  expect(lines.flatMap((line, at) => (line === '' ? [] : `${at + 1} ${line}`))).toEqual([
    ...RESULTS.split('\n')
      .slice(0, 9)
      .map((line, at) => `${at + 1} ${line}`),
    '15 Disk WARNING: Path: /, All: 8123.1 MB, Used: 6712.4 MB, Free: 1410.7 MB, Free percentage: 17.37',
    '24 LOG UNKNOWN: 0 warnings.',
    '25 The following 1 files are missing.',
    '26 a "b"',
    '29      error Failed 2/3 tests, 33.33% okay',
  ]);
  expect(lines).toHaveLength(RESULTS.split('\n').length);
});

it.each([
  ['a log', '2026/11/30 03:12:00 INFO <main> ok 1 - x\n  ---\n'],
  ['the tests of another program', 'not ok 1 - adds\n  ---\n  duration_ms: 3\n  ...\n'],
])('leaves %s alone', (_name, text) => expect(unfoldTap(text)).toBe(text));
