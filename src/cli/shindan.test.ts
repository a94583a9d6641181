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

interface Run {
  code: number | null;
  out: string;
  err: string;
}

function shindan(args: string[], input = ''): Run {
  return spawn(args, {}, input);
}

function spawn(args: string[], env: NodeJS.ProcessEnv, input = ''): Run {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'shindan', ...args], { encoding: 'utf8', input, env: { ...process.env, NO_COLOR: '1', LANG: 'C', ...env } });
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

  it('says what became of the data, what would decide, and which version mends it', () => {
    const path = file('old.log', `${START.replace('0.85.1', '0.71.2')}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout
2026/03/02 04:13:22 WARNING <command> ReportCheckMonitors: failed to report (will retry): API request failed: 403 Forbidden
`);
    const [report] = reports(shindan(['diagnose', '--json', path]).out);
    expect(report?.data).toMatchObject({ state: 'late', from: '2026-03-02T04:13:20', to: null, deadline: '2026-03-02T10:13:20', blindFrom: '2026-03-02T04:13:20', checks: { state: 'lost', from: '2026-03-02T04:13:22', to: null } });
    expect(report?.answers).toMatchObject([{ guide: 'timeouts' }, { guide: 'key-rejected' }, { guide: 'proxy', confidence: 'possible', fixedIn: '0.72.0' }]);
    expect(report?.missing).toEqual([{ what: expect.stringContaining('proxy is set') as string, command: expect.stringContaining('grep -n _proxy') as string }]);
    const en = shindan(['diagnose', '--lang', 'en', path]).out;
    for (const words of ['Nothing is lost until 2026-03-02T10:13:20', 'more than 20 minutes late', 'Results of checks since 2026-03-02T04:13:22 are lost', 'mended in 0.72.0. You run 0.71.2', 'Whether a proxy is set']) expect(en).toContain(words);
    const ja = shindan(['diagnose', '--lang', 'ja', path]).out;
    for (const words of ['2026-03-02T10:13:20までの分は失われません', '20分を超えて遅れた値', '2026-03-02T04:13:22以降のチェック監視の結果は失われています', '0.72.0で修正されています。お使いのバージョンは0.71.2です', 'プロキシが設定されているかどうか']) expect(ja).toContain(words);
  });

  it('says that the agent has ended where supervise cannot start it again, and where it stops because its program is gone', () => {
    const gone = file('gone.log', `${START}2026/03/02 04:20:00 WARNING <supervisor> mackerel-agent abnormally finished with following error and try to restart it: signal: killed
fork/exec /usr/bin/mackerel-agent: no such file or directory
`);
    const updated = file('updated.log', `${START}2026/03/02 04:12:11 ERROR <main> Can't stat /usr/bin/mackerel-agent: stat /usr/bin/mackerel-agent: no such file or directory; last modified time is set to now
2026/03/02 04:12:21 INFO <main> Detected /usr/bin/mackerel-agent was updated; shutting down
2026/03/02 04:12:21 INFO <main> Received signal 'interrupt', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.
`);
    const back = file('back.log', `${START}2026/03/02 04:12:21 INFO <main> Detected /usr/bin/mackerel-agent was updated; shutting down
2026/03/02 04:12:21 INFO <main> Received signal 'interrupt', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.
`);
    expect(reports(shindan(['diagnose', '--json', gone, updated, back]).out).map(({ exited }) => exited)).toEqual([true, true, false]);
  });

  it('says by the wording how old the agent is, where the log does not name it', () => {
    const path = file('wording.log', 'ERROR <command> Error while updating host specs: API error. status: 403, msg: api request failed\n');
    expect(shindan(['diagnose', '--lang', 'en', path]).out).toContain('Its wording is that of 0.18.0 to 0.60.0.');
    expect(shindan(['diagnose', '--lang', 'ja', path]).out).toContain('0.18.0から0.60.0までの書き方です。');
  });

  it('says that a log may be written in UTC, by the clock of the place', () => {
    const stamp = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/');
    const path = file('utc.log', START.replaceAll(/^2026\/03\/02 04:12:\d\d/gm, stamp));
    const at = (zone: string) => spawnSync('npx', ['--no-install', 'shindan', 'diagnose', '--json', path], { encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: 'ja_JP.UTF-8' } }).stdout;
    expect(at('Asia/Tokyo')).toContain('UTCとの時差');
    expect(at('UTC')).not.toContain('UTCとの時差');
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

describe('diagnose --before', () => {
  const failing = (clock: string): string => `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`;
  const before = START + failing('04:13:00');

  const old = file('before.log', before);

  it('says in JSON what is gone, and keeps the exit code of the new log', () => {
    const fixed = file('fixed.log', `${START.replaceAll('04:12', '04:20')}2026/03/02 04:22:00 INFO <checks> Checker "x" status has been changed OK -> WARNING: x\n`);
    const { code, out } = shindan(['diagnose', '--json', '--before', old, fixed]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 1, file: fixed, comparison: { outcome: 'worked', before: { to: '2026-03-02T04:13:00' }, answers: [{ guide: 'connection-refused', change: 'gone' }] } });
  });

  it('says in sentences what is still there, and where nothing can be said', () => {
    const still = shindan(['diagnose', '--lang', 'en', '--before', old, file('still.log', before + failing('04:14:00'))]);
    expect(still.code).toBe(1);
    expect(still.out).toMatch(/^It is still there\..*Only lines after 2026-03-02T04:13:00 count\..*- Still there: /s);
    expect(shindan(['diagnose', '--lang', 'ja', '--before', old, old])).toMatchObject({ code: 1, out: expect.stringMatching(/^同じログか、それより古いログです。/) as string });
  });

  it('says in one line that the first log cannot be read', () => {
    expect(shindan(['diagnose', '--before', join(folder, 'nowhere.log'), old])).toMatchObject({ code: 2, out: '' });
  });
});

describe('diagnose --reply', () => {
  it('writes to the customer in both languages, with links to the steps, and keeps the exit code', () => {
    const path = file('reply.log', TALK);
    const en = shindan(['diagnose', '--reply', '--lang', 'en', path]);
    expect(en.code).toBe(1);
    expect(en.out).toMatch(/^Thank you for getting in touch\./);
    expect(en.out).toContain('1. Ask Mackerel with this host\'s key\n   /en/guides/key-rejected/#ask\n');
    expect(en.out).not.toContain('\u001b');
    const { out } = spawn(['diagnose', '--reply', '--lang', 'ja', path], { SITE_URL: 'https://support.example.com', BASE_PATH: '/kb/' });
    expect(out).toMatch(/^お問い合わせいただき、ありがとうございます。/);
    expect(out).toContain('\n   https://support.example.com/kb/ja/guides/key-rejected/#ask\n');
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
  it.each([[[]], [['diagnose']], [['diagnos', 'x']], [['diagnose', '--jsn', 'x']], [['diagnose', '--lang', 'fr', 'x']], [['diagnose', '--reply']], [['diagnose', '--reply', '--json', 'x']], [['explain', '--reply', 'x']], [['explain', '--before', 'x', 'y']], [['diagnose', '--before', 'x', '--reply', 'y']], [['diagnose', '--before', 'x']]])('%j', (args) => {
    const { code, err, out } = shindan(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^shindan: .+\n\nUsage:/);
  });
});
