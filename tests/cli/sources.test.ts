/** Logs of several hosts, and folders of logs, in the terminal. */
import { gzipSync } from 'node:zlib';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { runShindan } from '../helpers/run-shindan.ts';
import { on, REFUSED, START } from '../helpers/several-hosts.ts';

const folder = mkdtempSync(join(tmpdir(), 'shindan-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

const OVER = `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused
2026/03/02 05:13:20 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.
2026/03/02 05:13:25 INFO <command> stopped
`;
const HOSTS = on('db01', START) + on('web01', REFUSED) + on('db01', START);

interface Printed {
  file: string;
  source: string | null;
  status: string;
  answers: { guide: string }[];
  findings: { lines: number[] }[];
}
const reports = (out: string): Printed[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Printed);

describe('a log of several hosts', () => {
  it('gets a table, then a report on each, the worst first', () => {
    const { code, out } = runShindan(['diagnose', '--lang', 'en', file('hosts.log', HOSTS)]);
    expect(code).toBe(1);
    expect(out.split('\n').slice(1, 7)).toEqual([
      'This log is from 2 hosts or containers',
      'Source  Status         Answer                             Since',
      expect.stringMatching(
        /^web01 {3}action needed {2}The API key is refused .* 2026-03-02 04:12:09$/,
      ),
      'db01    healthy',
      '',
      'web01',
    ]);
    expect(out).toMatch(/\n\ndb01\n.*does not show whether the start succeeded\./s);
    const ja = runShindan(['diagnose', '--lang', 'ja', join(folder, 'hosts.log')]).out;
    expect(ja).toContain('2台のホストまたはコンテナのログです');
    expect(ja).toMatch(/^web01 .*対応が必要 .*2026-03-02 04:12:09$/m);
  });

  it.each([
    ['a file', () => file('hosts.log', HOSTS)],
    ['standard input', () => '-'],
    ['a compressed file', () => file('hosts.log.gz', gzipSync(HOSTS))],
  ])('gets an object a source in JSON, from %s', (_, pathOf) => {
    const path = pathOf();
    const { code, out } = runShindan(['diagnose', '--json', path], HOSTS);
    expect(code).toBe(1);
    expect(
      reports(out).map(({ file, source, status, answers: [answer] }) => [
        file,
        source,
        status,
        answer?.guide,
      ]),
    ).toEqual([
      [path, 'web01', 'action-needed', 'key-rejected'],
      [path, 'db01', 'healthy', undefined],
    ]);
    expect(reports(out)[0]?.findings.map(({ lines }) => lines)).toContainEqual([4]);
  });

  it('names no source if there is only one', () => {
    const { out } = runShindan(['diagnose', '--json', '-'], on('web01', REFUSED));
    expect(reports(out)).toMatchObject([{ source: null, status: 'action-needed' }]);
  });

  it('is compared, source by source, with the log from before a fix', () => {
    const after = file(
      'after.log',
      HOSTS.replaceAll('04:12', '06:12').replaceAll('db01', 'DB01.example.com'),
    );
    const { out } = runShindan([
      'diagnose',
      '--json',
      '--before',
      join(folder, 'hosts.log'),
      after,
    ]);
    expect(reports(out).map((report) => [report.source, 'comparison' in report])).toEqual([
      ['web01', true],
      ['DB01.example.com', false],
    ]);
  });

  it('gets a support report on each source, without the lines of the others', () => {
    const { out } = runShindan(['diagnose', '--support', join(folder, 'hosts.log')]);
    expect(out.match(/^# .*$/gm)).toHaveLength(2);
    expect(out).not.toContain('web01');
  });

  it('escapes hidden characters in the name of a source', () => {
    const log = HOSTS.replaceAll('web01', 'web\u202e01');
    const { out } = runShindan(['diagnose', '--lang', 'en', '-'], log);
    expect(out).toContain('web\\u202e01  action needed');
    expect(out).not.toContain('\u202e');
  });
});

describe('a folder', () => {
  file('logs/web/b.log', REFUSED);
  file('logs/web/a.log', START);
  file('logs/hosts.log', HOSTS);
  file('logs/old.log.gz', gzipSync(OVER));
  file('logs/all.zip', zipSync({ 'x.log': strToU8(START) }));
  file('logs/other.txt', 'something else\n');
  file('logs/.hidden.log', REFUSED);
  file('logs/.git/config', 'x');
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  file('logs/photo.png', PNG);
  file('logs/web/shot.png', PNG);
  file('logs/web/core', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]));
  symlinkSync(join(folder, 'logs'), join(folder, 'logs/web/loop'));
  const logs = join(folder, 'logs');
  const shown = (text: string): string[] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(`${logs}/`, ''));

  it('is listed by path, a line for each file and source, then the total', () => {
    const { code, out, err } = runShindan(['diagnose', '--lang', 'en', logs]);
    expect(code).toBe(1);
    expect(shown(out).map((line) => line.split(/ {2,}/))).toEqual([
      ['all.zip', 'healthy'],
      ['hosts.log', 'web01', 'action needed', 'key-rejected', '2026-03-02 04:12:09'],
      ['hosts.log', 'db01', 'healthy'],
      ['old.log.gz', expect.any(String), 'connection-refused', '2026-03-02 04:13:20'],
      ['other.txt', 'not recognized'],
      ['web/a.log', 'healthy'],
      ['web/b.log', 'action needed', 'key-rejected', '2026-03-02 04:12:11'],
      [
        expect.stringMatching(
          /^6 files, 7 reports: [23] action needed, .*3 healthy, 1 not recognized$/,
        ),
      ],
    ]);
    expect(shown(err)).toEqual([
      '.git: skipped, because it is hidden',
      '.hidden.log: skipped, because it is hidden',
      'web/loop: skipped, because it is not a file',
      `${logs}: left out, because they are not text: 2 images, 1 binary file`,
    ]);
  });

  it('is one object per file and source in JSON, the same as for each file', () => {
    const { code, out } = runShindan(['diagnose', '--json', logs]);
    expect(code).toBe(1);
    const paths = reports(out).map((report) => report.file);
    expect(paths).toEqual(paths.toSorted());
    const alone = runShindan(['diagnose', '--json', ...new Set(paths)]);
    // What is asked for depends on the time.
    const withoutQuestions = (text: string) =>
      reports(text).map((report) => ({ ...report, missing: undefined }));
    expect(withoutQuestions(out)).toEqual(withoutQuestions(alone.out));
  });

  it('has the exit code of the worst file', () => {
    const codeOf = (...files: [string, string | Uint8Array][]): number | null => {
      const name = `codes-${files.map(([file]) => file).join('-')}`;
      for (const [path, bytes] of files) file(`${name}/${path}`, bytes);
      return runShindan(['diagnose', join(folder, name)]).code;
    };
    expect(codeOf(['a.log', START])).toBe(0);
    expect(codeOf(['a.log', START], ['b.txt', 'other\n'])).toBe(3);
    expect(codeOf(['a.log', REFUSED], ['c.txt', 'other\n'])).toBe(1);
    expect(codeOf(['a.log', REFUSED], ['d.gz', gzipSync(START).subarray(0, 40)])).toBe(2);
  });

  it('is an error if it has no log, or if the output is a reply', () => {
    mkdirSync(join(folder, 'empty/.only-hidden'), { recursive: true });
    const { code, err } = runShindan(['diagnose', '--lang', 'en', join(folder, 'empty')]);
    expect(code).toBe(2);
    expect(err).toContain('there is no log in this folder');
    const reply = runShindan(['diagnose', '--reply', '--lang', 'en', logs]);
    expect(reply.code).toBe(2);
    expect(reply.err).toContain('it is a folder; name the files in it');
  });
});
