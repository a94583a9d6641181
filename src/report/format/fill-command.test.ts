import { expect, it } from 'vitest';
import { makeFinding, makeLink } from '../../../tests/helpers/make-finding.ts';
import type { Link } from '../../engine/index.ts';
import { commandText, examplesIn, fillCommand, refusedIn } from './fill-command.ts';
import type { ValueType } from '../../model/words.ts';
import { valuesFromFindings, type LogValues } from './values.ts';

const TYPES: Record<string, ValueType> = {
  id: { kind: 'path', sh: '/.+/id', powershell: '[A-Z]:\\\\.+\\\\id' },
  name: { kind: 'word', sh: '[\\w.:[\\]-]+', powershell: '[\\w.:-]+' },
  line: { kind: 'command', sh: '(?:/opt/|check-).+' },
  file: { kind: 'path', sh: '/.+', reading: true },
};

const values = (...links: Link[]): LogValues => valuesFromFindings([makeFinding(...links)], TYPES);
const pieces = (text: string, sample: string, fits: string, value: string, language = 'sh') =>
  fillCommand(
    { language, text, of: 'hole', fits, sample },
    values(makeLink('a/b', { hole: value })),
  );
const fill = (...args: Parameters<typeof pieces>): string => commandText(pieces(...args));

it.each([
  [
    'a path',
    'mv -- /x/id /x/id.old',
    '/x/id',
    'id',
    '/opt/my agent/id',
    "mv -- '/opt/my agent/id' '/opt/my agent/id'.old",
  ],
  [
    'a path as one word, also with a space',
    'ls -l -- /x',
    '/x',
    'file',
    '/opt/my tools/check-queue',
    "ls -l -- '/opt/my tools/check-queue'",
  ],
  [
    'a name within a word',
    'curl https://x.example/api',
    'x.example',
    'name',
    'y.example',
    'curl https://y.example/api',
  ],
  [
    'a value that a shell would expand as a pattern',
    'nslookup x',
    'x',
    'name',
    '[::1]',
    "nslookup '[::1]'",
  ],
  [
    'a command with its arguments',
    'timeout 120 check',
    'check',
    'line',
    'check-procs -p cron',
    'timeout 120 check-procs -p cron',
  ],
  [
    'a command run by sh -c',
    'timeout 120 check',
    'check',
    'line',
    'sh -c /opt/x.sh a',
    'timeout 120 /opt/x.sh a',
  ],
  [
    'a command within quotes',
    "sh -c 'check; echo $?'",
    'check',
    'line',
    'check-a -b',
    "sh -c 'check-a -b; echo $?'",
  ],
  ['no Windows path in a POSIX shell', 'cat /x/id', '/x/id', 'id', 'C:\\x\\id', 'cat /x/id'],
])('fills in %s', (_name, text, sample, fits, value, filled) =>
  expect(fill(text, sample, fits, value)).toBe(filled),
);

it.each([
  ['an option', 'id', '-rf'],
  ['an option after a name', 'file', '/opt/x -R /etc'],
  ['another file', 'id', '/etc/passwd'],
  ['a path with ..', 'id', '/var/lib/agent/../../../etc/id'],
  ['a path with a double slash', 'id', '/var//lib/id'],
  ['a relative path', 'id', 'lib/id'],
  ['a file on another host', 'id', '//server/share/id'],
  ['a quote', 'id', "/opt/it's/id"],
  ['a substitution', 'file', '/opt/$(reboot)/id'],
  ['a pattern', 'file', '/opt/*/id'],
  ['a character that reverses the text direction', 'id', '/opt/\u202e/id'],
  ['a value that is too long to check', 'id', `/${'x'.repeat(600)}/id`],
  ['another command', 'line', 'rm -rf /'],
  ['a second command', 'line', 'check-a; reboot'],
  ['a command with quotes', 'line', "check-a 'b c'"],
  ['a shell script', 'line', 'sh -c check-a | sort'],
  ['an undeclared type', 'unknown', '/opt/agent/id'],
])('keeps the sample, marked as an example, for %s', (_name, fits, value) => {
  const filled = pieces('rm -- SAMPLE', 'SAMPLE', fits, value);
  expect(filled).toMatchObject([
    { text: 'rm -- ', from: 'guide' },
    { text: 'SAMPLE', from: 'example' },
  ]);
  expect(examplesIn(filled)).toEqual(['SAMPLE']);
});

it('names a refused value for the reader to judge, unless it is not plain text', () => {
  const refused = (fits: string, value: string): string[] =>
    refusedIn(pieces('rm -- SAMPLE', 'SAMPLE', fits, value));
  expect(refused('id', '/srv/data/name')).toEqual(['/srv/data/name']);
  expect(refused('line', '/bin/sh -c srv/count.sh -t orders')).toEqual(['srv/count.sh -t orders']);
  for (const value of ['/opt/$(reboot)/id', '/opt/\u202e/id', '../id', '/opt/agent/id; reboot'])
    expect(refused('id', value)).toEqual([]);
});

it('does not mark a sample if the log has the same value, whatever its type', () => {
  expect(pieces('rm -- SAMPLE', 'SAMPLE', 'unknown', 'SAMPLE')).toEqual([
    { text: 'rm -- SAMPLE', from: 'guide' },
  ]);
});

it('puts text of another program only into read-only commands', () => {
  const foreign = values(makeLink('a/b', { hole: '/opt/x/id' }, true));
  const by = (fits: string): string =>
    commandText(
      fillCommand({ language: 'sh', text: 'cat /s', of: 'a/b:hole', fits, sample: '/s' }, foreign),
    );
  expect(by('file')).toBe('cat /opt/x/id');
  expect(by('id')).toBe('cat /s');
});

it('keeps the sample where a value cannot be quoted', () => {
  expect(fill("sh -c 'ls /x/id'", '/x/id', 'id', '/opt/my agent/id')).toBe("sh -c 'ls /x/id'");
  expect(fill('echo "in /x/id"', '/x/id', 'id', '/opt/my agent/id')).toBe('echo "in /x/id"');
  expect(fill(`echo "a 'b' /x/id"`, '/x/id', 'id', '/opt/my agent/id')).toBe(`echo "a 'b' /x/id"`);
  expect(fill('timeout 1 x/check', 'check', 'line', 'check-a -b')).toBe('timeout 1 x/check');
  expect(fill('Copy-Item C:\\a\\id.old', 'C:\\a\\id', 'id', 'C:\\my agent\\id', 'powershell')).toBe(
    'Copy-Item C:\\a\\id.old',
  );
});

it('quotes for PowerShell, and rejects paths that are unsafe there', () => {
  const remove = (value: string): string =>
    fill("Remove-Item 'C:\\a b\\id'", "'C:\\a b\\id'", 'id', value, 'powershell');
  expect(remove('C:\\c d\\id')).toBe("Remove-Item 'C:\\c d\\id'");
  expect(remove('D:\\agent\\id')).toBe('Remove-Item D:\\agent\\id');
  for (const value of [
    '/opt/id',
    "C:\\it's\\id",
    'C:\\\u2019; calc; \u201b\\id',
    '\\\\server\\share\\id',
    'C:\\a\\..\\id',
    'C:\\$(calc)\\id',
    'C:\\*\\id',
  ])
    expect(remove(value)).toBe("Remove-Item 'C:\\a b\\id'");
});

it('lists the examples that the reader still has to replace', () => {
  const command = {
    language: 'sh',
    text: 'echo ID | tee /x/id',
    of: 'host-id, path',
    fits: 'name, id',
    sample: 'ID, /x/id',
    example: 'ID',
  };
  expect(examplesIn(fillCommand(command, values()))).toEqual(['ID']);
  expect(fillCommand(command, values(makeLink('a/b', { path: '/opt/id/id' })))).toEqual([
    { text: 'echo ', from: 'guide' },
    { text: 'ID', from: 'example' },
    { text: ' | tee ', from: 'guide' },
    { text: '/opt/id/id', from: 'log' },
  ]);
  expect(examplesIn(fillCommand(command, values(makeLink('a/b', { 'host-id': '3x' }))))).toEqual(
    [],
  );
});
