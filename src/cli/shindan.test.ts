import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../engine/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const REFUSED = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden
`;
/** A real paste of 2018, from a talk about answering such questions. */
const TALK = `ERROR <command> Error while updating host specs: API error. status: 403, msg: api request failed
WARNING <command> Failed to post metrics value (will retry): API error. status: 403, msg: api request failed
INFO <main> Starting mackerel-agent version:0.48.1, rev:f71d19b, apibase:https://api.mackerelio.com
WARNING <command> API error. status: 403, msg: status code is not 200
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API error. status: 403, msg: status code is not 200
`;

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function shindan(args: string[], input?: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'shindan', ...args], { encoding: 'utf8', input: input ?? '', env: { ...process.env, NO_COLOR: '1', LANG: 'C' } });
  return { code: status, out: stdout, err: stderr };
}

const reports = (out: string): (Report & { file: string; schema: number })[] => out.trim().split('\n').map((line) => JSON.parse(line) as Report & { file: string; schema: number });

describe('diagnose', () => {
  it('says what is wrong in a real paste, in both languages', () => {
    const path = file('talk.log', TALK);
    const json = shindan(['diagnose', '--json', path]);
    expect(json.code).toBe(1);
    const [report] = reports(json.out);
    expect(report).toMatchObject({ schema: 1, file: path, product: 'mackerel-agent', version: '0.48.1', status: 'action-needed', exited: true, answers: [{ guide: 'key-rejected', confidence: 'certain', state: 'ongoing' }], lines: { total: 5, problem: 4, explained: 4 } });
    expect(report?.answers).toHaveLength(1);
    expect(shindan(['diagnose', '--lang', 'ja', path]).out).toContain('idファイルを消さないでください');
    expect(shindan(['diagnose', '--lang', 'en', path]).out).toMatch(/Do not delete the id file/);
  });

  it('reads several files, gzip and standard input, and tells the worst', () => {
    const healthy = file('healthy.log', START);
    const refused = file('refused.log.gz', gzipSync(REFUSED));
    const all = shindan(['diagnose', '--json', healthy, refused, '-'], START);
    expect(all.code).toBe(1);
    expect(reports(all.out).map(({ status }) => status)).toEqual(['healthy', 'action-needed', 'healthy']);
    expect(shindan(['diagnose', healthy]).code).toBe(0);
    expect(shindan(['diagnose', file('empty.log', '')]).code).toBe(3);
  });

  it('says in one line what it cannot read, and does the other files', () => {
    const binary = file('binary.bin', Uint8Array.from({ length: 4096 }, (_, at) => at % 7));
    const run = shindan(['diagnose', '--json', join(folder, 'nothing.log'), folder, binary, file('damaged.gz', gzipSync(REFUSED).subarray(0, 60)), file('fine.log', START)]);
    expect(run.code).toBe(2);
    expect(run.err.trim().split('\n').map((line) => line.replace(folder, '…'))).toEqual([
      '…/nothing.log: no such file',
      '…: it is a folder; name the files in it',
      '…/binary.bin: this is a binary file, not a log',
      '…/damaged.gz: the gzip data is damaged or cut off',
    ]);
    expect(reports(run.out).map(({ status }) => status)).toEqual(['healthy']);
  });

  it('checks a configuration, and never shows its key', () => {
    const path = file('mackerel-agent.conf', 'apikey = "SecretKey123SecretKey123SecretKey1"\n[plugin.check.web]\ncommand = "x"\n');
    const json = shindan(['diagnose', '--json', path]);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ schema: 1, kind: 'config', status: 'action-needed', answers: [{ guide: 'unexpected-key' }], inspections: [{ kind: 'config', problems: [{ code: 'unknown-key', line: 2, column: 2, expected: 'plugin.checks' }] }] });
    for (const lang of ['en', 'ja']) {
      const { out } = shindan(['diagnose', '--lang', lang, path]);
      expect(out).toMatch(/2 \| \[plugin\.check\.web\]\n +\|  \^{16}\n/);
      expect(out).not.toContain('SecretKey');
    }
  });

  it('explains what commands print', () => {
    const memory = shindan(['diagnose', '--lang', 'en', '-'], 'MemTotal:  1000000 kB\nMemFree:  100000 kB\nMemAvailable:  400000 kB\n');
    expect(memory.code).toBe(0);
    expect(memory.out).toMatch(/586 MiB +60\.0 % +used/);
    const df = shindan(['diagnose', '--lang', 'en', '-'], 'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000000 600000 300000 67% /\n');
    expect(df.out).toMatch(/879 MiB +66\.7 % +\/dev\/sda1/);
    expect(shindan(['diagnose', '--json', '-'], 'SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n')).toMatchObject({ code: 0 });
  });

  it('shows what a log hides', () => {
    const { out } = shindan(['diagnose', '-'], `${START}2026/03/02 04:13:00 ERROR <main> strange \u001b]0;title\u0007 \u202e text\n`);
    expect(out).toContain('strange');
    expect(out).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});

describe('explain', () => {
  it.each([['agent/find-host-failed', 'failed to find this host'], ['key-rejected', 'The API key is refused'], ['WARNING: dial tcp 192.0.2.1:443: connect: connection refused', 'network/connection-refused']])('%s', (query, text) => {
    const { code, out } = shindan(['explain', '--lang', 'en', query]);
    expect(code).toBe(0);
    expect(out).toContain(text);
  });
  it('says when nothing fits', () => expect(shindan(['explain', 'the moon is full'])).toMatchObject({ code: 3, err: 'No entry and no guide fits "the moon is full".\n' }));
});

describe('usage', () => {
  it.each([[[]], [['diagnose']], [['diagnos', 'x']], [['diagnose', '--jsn', 'x']], [['diagnose', '--lang', 'fr', 'x']]])('%j', (args) => {
    const { code, err, out } = shindan(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^shindan: .+\n\nUsage:/);
  });
});
