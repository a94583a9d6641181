import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminalText } from '../../src/i18n/terminal.ts';
import { runShindan, runShindanWith, SHINDAN } from '../helpers/run-shindan.ts';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';

describe('explain', () => {
  it.each([
    ['agent/find-host-failed', 'failed to find this host'],
    ['key-rejected', 'The API key is refused'],
    ['WARNING: dial tcp 192.0.2.1:443: connect: connection refused', 'network/connection-refused'],
    [
      'Failed to retrieve the host of custom_identifier: db, no host was found for the custom identifier: db',
      'agent/custom-identifier-host-missing',
    ],
    [
      'got status code 403 (url: https://192.0.2.1:10250/pods, body: Forbidden)',
      'shindan explain kubelet',
    ],
    ['cancel my plan', 'https://support.mackerel.io/'],
    ['graphs are empty since the kernel upgrade', 'shindan explain devices-missing'],
  ])('finds %s', (query, text) => {
    const { code, out } = runShindan(['explain', '--lang', 'en', query]);
    expect(code).toBe(0);
    expect(out).toContain(text);
  });
  it('escapes control characters in a query without results', () =>
    expect(runShindan(['explain', '\u001b[31m']).err).not.toContain('\u001b'));
  it('reports that nothing matches', () =>
    expect(runShindan(['explain', 'the moon is round'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(
        /^No entry or guide matches "the moon is round"\.\n.*npx shindan diagnose FILE.*explain collect-for-support\n$/,
      ) as string,
    }));
});

describe('a closed pipe', () => {
  const SMALL = resolve('examples/nginx');
  it.each([
    [['explain', 'key-rejected'], 0],
    [['diagnose', '-'], 1],
    [['coverage', '--content', SMALL], 0],
    [['check', '--content', SMALL], 0],
  ])('does not change the exit code of %j', async (args, code) => {
    const child = spawn(process.execPath, [SHINDAN, ...args], { stdio: 'pipe', cwd: tmpdir() });
    child.stdout.destroy();
    child.stdin.end(SAMPLE_PASTE);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    expect([await once(child, 'close'), err]).toEqual([[code, null], '']);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it('is reported in one line, and the exit code is 2 instead of the code for the log', () => {
    const { status, stderr } = spawnSync(process.execPath, [SHINDAN, 'diagnose', '-'], {
      cwd: tmpdir(),
      input: SAMPLE_PASTE,
      stdio: ['pipe', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, 'ENOSPC: no space left on device, write\n']);
  });
});

/** Return the columns that the widest line of a text takes in a terminal. */
function widestOf(text: string): number {
  const widths = text
    .split('\n')
    .map((line) =>
      [...line].reduce((columns, character) => columns + (character > '\u2e7f' ? 2 : 1), 0),
    );
  return Math.max(...widths);
}

describe('usage', () => {
  it.each([
    [[]],
    [['diagnose']],
    [['diagnos', 'x']],
    [['diagnose', '--jsn', 'x']],
    [['diagnose', '--lang', 'fr', 'x']],
    [['diagnose', '--reply']],
    [['diagnose', '--reply', '--json', 'x']],
    [['diagnose', '--support']],
    [['diagnose', '--support', '--json', 'x']],
    [['diagnose', '--support', '--reply', 'x']],
    [['diagnose', '--before', 'x', '--support', 'y']],
    [['explain', '--support', 'x']],
    [['explain', '--reply', 'x']],
    [['explain', '--json', 'x']],
    [['explain', '--before', 'x', 'y']],
    [['diagnose', '--before', 'x', '--reply', 'y']],
    [['diagnose', '--before', 'x']],
    [['diagnose', '']],
    [['diagnose', '-', '-']],
    [['diagnose', '--before', '-', '-']],
    [['explain', ' ']],
  ])('rejects %j', (args) => {
    const { code, err, out } = runShindan(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      args.length === 0 ? /^shindan: .+\n\nUsage:/ : /^shindan: .+\nThe options: .+ --help\n$/,
    );
  });
  it('names the Node version to use if the running one cannot run the source', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--no-strip-types', 'bin/shindan.js', 'explain', 'dns'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/^shindan: Node [\d.]+ cannot run the source; write `npx shindan`.*\n$/);
  });
  it.each(['en', 'ja'] as const)('prints help on commands for authors in %s', (language) => {
    for (const [name, help] of Object.entries(terminalText[language].commandHelp)) {
      expect(runShindan([name, '--help', '--lang', language])).toEqual({
        code: 0,
        out: `${help}\n`,
        err: '',
      });
      expect(widestOf(help), name).toBeLessThanOrEqual(80);
      expect(runShindan([name, '--wrong', '--lang', language])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(
          `^shindan ${name}.*--wrong.*\n.*shindan ${name} --help\n$`,
        ) as string,
      });
    }
    for (const [kind, help] of Object.entries(terminalText[language].newHelp)) {
      expect(runShindan(['new', kind, '--help', '--lang', language]).out).toBe(`${help}\n`);
      expect(widestOf(help), kind).toBeLessThanOrEqual(80);
    }
  });
  it.each([
    ['en', 'Usage:', 'unknown option'],
    ['ja', '使い方：', 'というオプションがない'],
  ])('prints help in %s, at most 80 columns wide', (language, usage, wrong) => {
    const { code, out } = runShindan(['--help', '--lang', language]);
    expect([code, out.startsWith(usage)]).toEqual([0, true]);
    expect(widestOf(out)).toBeLessThanOrEqual(80);
    expect(runShindan(['diagnose', '--jsn', `--lang=${language}`, 'x']).err).toMatch(
      new RegExp(`^shindan: --jsn.*${wrong}`),
    );
  });
  it('prints the version', () =>
    expect(runShindan(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
      err: '',
    }));
  it.each([
    ['en', 'diagnos', 'unknown command diagnos; did you mean diagnose?'],
    ['en', 'mend', 'unknown command mend\n'],
    ['ja', 'biuld', 'buildではありませんか'],
  ])('names the command that is meant, in %s: %s', (language, command, said) =>
    expect(runShindan([command, '--lang', language])).toMatchObject({
      code: 2,
      err: expect.stringContaining(said) as string,
    }),
  );
  it('warns that links in a reply need an address, and rejects an invalid one', () => {
    expect(runShindan(['diagnose', '--reply', '--lang', 'en', '-'], SAMPLE_PASTE)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^The address of the site is not known, .* or SITE_URL\n$/,
      ) as string,
    });
    expect(
      runShindanWith(
        ['diagnose', '--reply', '-'],
        { SITE_URL: 'support.example.com', LANG: 'C' },
        SAMPLE_PASTE,
      ),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^shindan: SITE_URL is "support\.example\.com": write an address such as/,
      ) as string,
    });
  });
  it('uses the language of the environment', () =>
    expect(runShindanWith([], { LANG: 'ja_JP.UTF-8' }).err).toMatch(
      /^shindan: コマンドを指定してください\n\n使い方：/,
    ));
});
