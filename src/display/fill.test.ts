import { expect, it } from 'vitest';
import type { Finding, Link } from '../engine/index.ts';
import type { InspectedReport } from '../inspect/index.ts';
import { commandText, examplesIn, fillCommand, valuesFor, valuesOf } from './fill.ts';

const link = (entry: string, captures: Record<string, string>, foreign = false): Link => ({ entry, message: null, captures: Object.fromEntries(Object.entries(captures).map(([hole, value]) => [hole, [value]])), text: '', ...(foreign && { foreign: true as const }) });
const finding = (...chain: Link[]): Finding => ({ chain, rest: null, role: 'cause', level: null, count: 1, lines: [1], first: null, last: null });
const fill = (text: string, sample: string, hole: string, value: string, language = 'sh') => commandText(fillCommand({ language, text, of: hole, sample }, valuesOf([finding(link('a/b', { [hole]: value }))])));

it.each([
  ['a path', 'cat -A /x/id; rm /x/id.old', '/x/id', 'path', '/opt/my agent/id', "cat -A '/opt/my agent/id'; rm '/opt/my agent/id'.old"],
  ['what a shell would read', 'umount -l /mnt/share', '/mnt/share', 'path', "/mnt/$(id)'s", "umount -l '/mnt/$(id)'\\''s'"],
  ['an option in the place of a name', 'cat x', 'x', 'path', '-rf', "cat '-rf'"],
  ['a command with its arguments', 'timeout 120 check', 'check', 'command', 'check-procs -p cron', 'timeout 120 check-procs -p cron'],
  ['a command of the shell', 'timeout 120 check', 'check', 'command', 'sh -c sleep 100', "timeout 120 sh -c 'sleep 100'"],
  ['a command that only a shell can run', 'timeout 120 check', 'check', 'command', 'a | b', "timeout 120 sh -c 'a | b'"],
  ['a command where the shell is there', 'env sh -c check', 'check', 'command', 'sh -c a b', "env sh -c 'a b'"],
  ['simple words within quotes', "sh -c 'check; echo $?'", 'check', 'command', 'a -b', "sh -c 'a -b; echo $?'"],
  ['nothing else within quotes', "sh -c 'check; echo $?'", 'check', 'command', 'a; b', "sh -c 'check; echo $?'"],
  ['no path of Windows in a shell', 'cat /x', '/x', 'path', 'C:\\x', 'cat /x'],
])('fills in %s', (_name, text, sample, hole, value, filled) => expect(fill(text, sample, hole, value)).toBe(filled));

it('quotes for PowerShell, and fills no other path in there', () => {
  expect(fill("Remove-Item 'C:\\a b\\id'", "'C:\\a b\\id'", 'path', "C:\\it's\\id", 'powershell')).toBe("Remove-Item 'C:\\it''s\\id'");
  expect(fill("Remove-Item 'C:\\id'", "'C:\\id'", 'path', 'C:\\\u2019; calc; \u201b', 'powershell')).toBe("Remove-Item 'C:\\\u2019\u2019; calc; \u201b\u201b'");
  expect(fill("Remove-Item 'C:\\id'", "'C:\\id'", 'path', '/opt/id', 'powershell')).toBe("Remove-Item 'C:\\id'");
});

it('tells what is left to be replaced', () => {
  const command = { language: 'sh', text: 'echo ID | tee /x/id', of: 'host-id, path', sample: 'ID, /x/id', example: 'ID' };
  expect(examplesIn(fillCommand(command, valuesOf([])))).toEqual(['ID']);
  const pieces = fillCommand(command, valuesOf([finding(link('a/b', { path: '/opt/id' }))]));
  expect(pieces).toEqual([{ text: 'echo ', from: 'guide' }, { text: 'ID', from: 'example' }, { text: ' | tee ', from: 'guide' }, { text: '/opt/id', from: 'log' }]);
  expect(examplesIn(fillCommand(command, valuesOf([finding(link('a/b', { 'host-id': '3x' }))])))).toEqual([]);
});

it('takes a value of another program, or of another finding, only where the guide names the entry', () => {
  const [own, other] = [finding(link('agent/df-failed', { status: '1' }), link('os/stale', { path: '/mnt/nfs' }, true)), finding(link('agent/find-host', { path: '/opt/id' }))];
  const values = valuesOf([own], [own, other]);
  expect(['path', 'agent/df-failed:path', 'os/stale:path', 'agent/find-host:path', 'nothing | os/stale:path', 'os/other:path'].map(values)).toEqual([null, '/mnt/nfs', '/mnt/nfs', '/opt/id', '/mnt/nfs', null]);
});

it('knows the line of a fault in a configuration, and fills nothing in from a report that came back', () => {
  const inspections = [{ kind: 'config', problems: [{ guide: 'other', line: 1 }, { guide: 'toml-errors', line: 2 }] }];
  const report = { reopened: null, findings: [], inspections } as unknown as InspectedReport;
  const answer = { guide: 'toml-errors', evidence: [], consequences: [] };
  expect(valuesFor(answer, report)('line')).toBe('2');
  expect(valuesFor(answer, { ...report, reopened: {} } as InspectedReport)('line')).toBe(null);
});
