import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { InspectedReport } from '../../src/intake/index.ts';
import { findPayload, encodePayload } from '../../src/intake/report-payload.ts';
import { runShindan, runShindanWith } from '../helpers/run-shindan.ts';
import { SAMPLE_PASTE } from '../helpers/sample-paste.ts';

const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BINARY = Uint8Array.from({ length: 4096 }, (_, at) => at % 7);
const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const REFUSED = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden
`;

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A report as `--json` prints it: `missing` has texts instead of keys. */
type Printed = Omit<InspectedReport, 'missing'> & {
  file: string;
  schema: number;
  missing: { what: string; command: string }[];
};

const reports = (out: string): Printed[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Printed);

/** Write a payload block with lines from the middle of a log. */
const blockOf = (log: string): Promise<string[]> =>
  encodePayload({
    catalog: '0123abcdef',
    total: 900,
    rows: log.split('\n').map((text, index) => ({ line: 300 + index, text })),
    isThin: false,
  });

describe('diagnose', () => {
  it('prints the commands for the platform of the log, or else for Linux', () => {
    const print = (path: string): string => runShindan(['diagnose', '--lang', 'en', path]).out;
    const windows = print(
      file(
        'windows.log',
        REFUSED.replace(
          '/var/lib/mackerel-agent/id',
          'C:\\Program Files\\Mackerel\\mackerel-agent\\id',
        ),
      ),
    );
    expect(windows).toContain('net start mackerel-agent');
    expect(windows).not.toMatch(/systemctl|brew|for other systems/i);
    const linux = print(file('linux.log', REFUSED));
    expect(linux).toContain('systemctl start mackerel-agent');
    expect(linux).not.toMatch(/net start|brew/);
    const unknown = print(
      file('unknown.log', REFUSED.replaceAll('/var/lib/mackerel-agent', '/data')),
    );
    expect(unknown).toContain('systemctl start mackerel-agent');
    expect(unknown).toContain(
      'These commands are for Linux. For other systems: npx shindan explain',
    );
  });

  it('diagnoses a real paste in both languages', () => {
    const path = file('talk.log', SAMPLE_PASTE);
    const json = runShindan(['diagnose', '--json', path]);
    expect(json.code).toBe(1);
    const [report] = reports(json.out);
    expect(report).toMatchObject({
      schema: 1,
      file: path,
      product: 'mackerel-agent',
      version: '0.48.1',
      status: 'action-needed',
      exited: true,
      answers: [{ guide: 'key-rejected', confidence: 'certain', state: 'ongoing' }],
      lines: { total: 5, problem: 4, explained: 4 },
    });
    expect(report?.answers).toHaveLength(1);
    expect(runShindan(['diagnose', '--lang', 'ja', path]).out).toContain(
      'idファイルを消さないでください',
    );
    expect(runShindan(['diagnose', '--lang', 'en', path]).out).toMatch(/Do not delete the id file/);
  });

  it('says what happened to the data, how to confirm the cause, and which version has the fix', () => {
    const path = file(
      'old.log',
      `${START.replace('0.85.1', '0.71.2')}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout
2026/03/02 04:13:22 WARNING <command> ReportCheckMonitors: failed to report (will retry): API request failed: 403 Forbidden
`,
    );
    const [report] = reports(runShindan(['diagnose', '--json', path]).out);
    expect(report?.data).toMatchObject({
      state: 'late',
      from: '2026-03-02T04:13:20',
      to: null,
      deadline: '2026-03-02T10:13:20',
      blindFrom: '2026-03-02T04:13:20',
      checks: { state: 'lost', from: '2026-03-02T04:13:22', to: null },
    });
    expect(report?.answers).toMatchObject([
      { guide: 'timeouts' },
      { guide: 'key-rejected' },
      { guide: 'proxy', confidence: 'possible', fixedIn: '0.72.0' },
    ]);
    expect(report?.missing).toEqual([
      {
        what: expect.stringContaining('proxy is set') as string,
        command: expect.stringContaining('grep -n _proxy') as string,
      },
    ]);
    const en = runShindan(['diagnose', '--lang', 'en', path]).out;
    for (const words of [
      'Act now  since 2026-03-02 04:13:20',
      'Memory had room for them until 2026-03-02 10:13:20:',
      'more than 20 minutes late',
      'Check results since 2026-03-02 04:13:22 are lost',
      'fixed in 0.72.0. You run 0.71.2',
      'Whether a proxy is set',
    ])
      expect(en).toContain(words);
    const ja = runShindan(['diagnose', '--lang', 'ja', path]).out;
    for (const words of [
      '期限の2026-03-02 10:13:20を過ぎています',
      '20分を超えて遅れた値',
      '2026-03-02 04:13:22以降のチェック監視の結果は失われています',
      '0.72.0で修正されています。お使いのバージョンは0.71.2です',
      'プロキシが設定されているかどうか',
    ])
      expect(ja).toContain(words);
  });

  it('reports that the agent exited if its program file is gone or replaced', () => {
    const gone = file(
      'gone.log',
      `${START}2026/03/02 04:20:00 WARNING <supervisor> mackerel-agent abnormally finished with following error and try to restart it: signal: killed
fork/exec /usr/bin/mackerel-agent: no such file or directory
`,
    );
    const updated = file(
      'updated.log',
      `${START}2026/03/02 04:12:11 ERROR <main> Can't stat /usr/bin/mackerel-agent: stat /usr/bin/mackerel-agent: no such file or directory; last modified time is set to now
2026/03/02 04:12:21 INFO <main> Detected /usr/bin/mackerel-agent was updated; shutting down
2026/03/02 04:12:21 INFO <main> Received signal 'interrupt', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.
`,
    );
    const replaced = file(
      'replaced.log',
      `${START}2026/03/02 04:12:21 INFO <main> Detected /usr/bin/mackerel-agent was updated; shutting down
2026/03/02 04:12:21 INFO <main> Received signal 'interrupt', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.
`,
    );
    expect(
      reports(runShindan(['diagnose', '--json', gone, updated, replaced]).out).map(
        ({ exited }) => exited,
      ),
    ).toEqual([true, true, true]);
  });

  it('asks for a configtest, not for an API request, if an unknown message rejects the configuration', () => {
    const path = file(
      'toml.log',
      'failed to load config: failed to load the config file: toml: line 7 (last key "apikey"): words of a newer parser\n',
    );
    expect(
      reports(runShindan(['diagnose', '--json', path]).out)[0]?.missing.map(
        ({ command }) => command,
      ),
    ).toEqual(['sudo mackerel-agent configtest']);
  });

  it('derives the version range from the wording if the log does not name the version', () => {
    const path = file(
      'wording.log',
      'ERROR <command> Error while updating host specs: API error. status: 403, msg: api request failed\n',
    );
    expect(runShindan(['diagnose', '--lang', 'en', path]).out).toContain(
      'Its wording is that of 0.18.0 to 0.60.0.',
    );
    expect(runShindan(['diagnose', '--lang', 'ja', path]).out).toContain(
      '0.18.0から0.60.0までの書き方です。',
    );
  });

  it('says that a log may be in UTC, depending on the local time zone', () => {
    const stamp = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/');
    const path = file('utc.log', START.replaceAll(/^2026\/03\/02 04:12:\d\d/gm, stamp));
    const at = (zone: string): string =>
      runShindanWith(['diagnose', '--json', path], { TZ: zone, LANG: 'ja_JP.UTF-8' }).out;
    expect(at('Asia/Tokyo')).toContain('UTCとの時差');
    expect(at('UTC')).not.toContain('UTCとの時差');
  });

  it('reads several files, gzip and standard input, and exits with the worst code', () => {
    const healthy = file('healthy.log', START);
    const refused = file('refused.log.gz', gzipSync(REFUSED));
    const all = runShindan(['diagnose', '--json', healthy, refused, '-'], START);
    expect(all.code).toBe(1);
    expect(reports(all.out).map(({ status }) => status)).toEqual([
      'healthy',
      'action-needed',
      'healthy',
    ]);
    expect(runShindan(['diagnose', healthy]).code).toBe(0);
    expect(runShindan(['diagnose', file('empty.log', '')]).code).toBe(3);
  });

  it('reads the files of a zip as one log plus a configuration, and names those it skips', () => {
    const files: Zippable = {
      logs: { 'agent.log': strToU8(REFUSED), 'healthy.log': [strToU8(START), { level: 0 }] },
      __MACOSX: { '._agent.log': strToU8('x') },
      'etc/mackerel-agent.conf': strToU8('apikey = "k"\nrolse = []\n'),
      'photo.jpg': BINARY,
    };
    const path = file('support.zip', zipSync(files));
    const run = runShindan(['diagnose', '--json', path]);
    expect([run.code, run.err]).toEqual([
      1,
      `${path}: photo.jpg: this is a binary file, not a log\n`,
    ]);
    expect(reports(run.out)).toMatchObject([
      {
        file: path,
        answers: [{ guide: 'key-rejected' }, { guide: 'unexpected-key' }],
        lines: { total: 5 },
      },
    ]);
    expect(
      runShindan([
        'diagnose',
        '--lang',
        'ja',
        file('photos.zip', zipSync({ 'photo.jpg': BINARY })),
        file('broken.zip', zipSync(files).subarray(0, 90)),
      ])
        .err.trim()
        .split('\n')
        .map((line) => line.replace(folder, '…')),
    ).toEqual([
      '…/photos.zip：バイナリーファイルで、ログではありません',
      expect.stringMatching(/^…\/broken\.zip：zipファイルが空か、/),
    ]);
  });

  it('recognizes compressed standard input', () => {
    for (const packed of [gzipSync(SAMPLE_PASTE), zipSync({ 'talk.log': strToU8(SAMPLE_PASTE) })])
      expect(reports(runShindanWith(['diagnose', '--json', '-'], {}, packed).out)).toMatchObject([
        { file: '-', answers: [{ guide: 'key-rejected' }], lines: { total: 5 } },
      ]);
  });

  it('reports unreadable files in one line each and reads the others', () => {
    const binary = file('binary.bin', BINARY);
    const loop = join(folder, 'loop.log');
    symlinkSync(loop, loop);
    const run = runShindan([
      'diagnose',
      '--json',
      join(folder, 'nothing.log'),
      join(binary, 'no-folder.log'),
      join(folder, '\u001b[31m.log'),
      binary,
      loop,
      file('damaged.gz', gzipSync(REFUSED).subarray(0, 60)),
      file('fine.log', START),
    ]);
    expect(run.code).toBe(2);
    expect(
      run.err
        .trim()
        .split('\n')
        .map((line) => line.replace(folder, '…')),
    ).toEqual([
      '…/nothing.log: no such file',
      '…/binary.bin/no-folder.log: no such file',
      '…/\\x1b[31m.log: no such file',
      '…/binary.bin: this is a binary file, not a log',
      '…/loop.log: it cannot be read (ELOOP)',
      '…/damaged.gz: the gzip data is damaged or truncated',
    ]);
    expect(reports(run.out).map(({ status }) => status)).toEqual(['healthy']);
  });

  it('checks a configuration without ever printing its key', () => {
    const path = file(
      'mackerel-agent.conf',
      'apikey = "SecretKey123SecretKey123SecretKey1"\n[plugin.check.web]\ncommand = "x"\n',
    );
    const json = runShindan(['diagnose', '--json', path]);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 1,
      kind: 'config',
      status: 'action-needed',
      answers: [{ guide: 'unexpected-key' }],
      inspections: [
        {
          kind: 'config',
          problems: [{ code: 'unknown-key', line: 2, column: 2, expected: 'plugin.checks' }],
        },
      ],
    });
    for (const lang of ['en', 'ja']) {
      const { out } = runShindan(['diagnose', '--lang', lang, path]);
      expect(out).toMatch(/2 \| \[plugin\.check\.web\]\n +\| {2}\^{16}\n/);
      expect(out).not.toContain('SecretKey');
    }
  });

  it('starts with the corrected line, even if a value in the line is masked', () => {
    const path = file('unquoted.conf', 'apikey = SecretKey123SecretKey123SecretKey1\n');
    const { out } = runShindan(['diagnose', '--lang', 'en', path]);
    expect(out).toMatch(
      /^1\. Write line 1 like this\n +apikey = "\*+"\n +Keep your own text in place of the asterisks\.$/m,
    );
    expect(out).not.toContain('SecretKey');
  });

  it('restores a support report without filling in its values', async () => {
    const block = await blockOf(
      `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp ip-1:443: connect: connection refused`,
    );
    const path = file(
      'report.md',
      `# A report\r\n\r\n> \`\`\`shindan\r\n> ${block.join('\r\n> ')}\r\n> \`\`\`\r\n`,
    );
    const json = runShindan(['diagnose', '--json', path]);
    expect(json.code).toBe(1);
    const [report] = reports(json.out);
    expect(report).toMatchObject({
      kind: 'log',
      status: 'action-needed',
      answers: [{ guide: 'connection-refused' }],
      lines: { total: 900 },
      reopened: { problem: null, catalog: '0123abcdef', held: 3 },
    });
    expect(report?.findings.flatMap(({ lines }) => lines)).toEqual([300, 301, 302]);
    for (const [lang, sentence] of [
      [
        'en',
        /^Reopened report\nIt contains only redacted lines: 3 of the log's 900\.[\s\S]*0123abcdef[\s\S]*may differ/,
      ],
      ['ja', /^開き直した報告\n[\s\S]*全900行のうち3行[\s\S]*異なることがあります/],
    ] as const) {
      const { out } = runShindan(['diagnose', '--lang', lang, path]);
      expect(out).toMatch(sentence);
      const commands = out.split('\n').filter((line) => line.startsWith('     '));
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.filter((line) => line.includes('ip-1'))).toEqual([]);
    }
  });

  it('says why a support report cannot be restored', async () => {
    const cut = runShindan(
      ['diagnose', '--lang', 'en', '-'],
      (await blockOf(START)).slice(0, -1).join('\n'),
    );
    expect(cut.code).toBe(3);
    expect(cut.out).toMatch(
      /^This report could not be opened\nThe block of this report is cut off/,
    );
  });

  it('explains command output', () => {
    const df = runShindan(
      ['diagnose', '--lang', 'en', '-'],
      'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000000 600000 300000 67% /\n',
    );
    expect(df.out).toMatch(/879 MiB +66\.7 % +\/dev\/sda1/);
    expect(
      runShindan(
        ['diagnose', '--json', '-'],
        'SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n',
      ),
    ).toMatchObject({ code: 0 });
  });

  it('escapes control characters of a log', () => {
    const { out } = runShindan(
      ['diagnose', '-'],
      `${START}2026/03/02 04:13:00 ERROR <main> strange \u001b]0;title\u0007 \u202e text\n`,
    );
    expect(out).toContain('strange');
    expect(out).not.toMatch(/[\u0007\u001b\u202e]/);
  });

  it('escapes invisible characters in versions, in hosts and in JSON', () => {
    const log =
      START.replace('3xFAjdWpSBu', '3\u0007x') +
      START.replace('0.85.1', '0.85.1\u0090c').replace('3xFAjdWpSBu', '4y\u009b2J\u202e');
    const { out } = runShindan(['diagnose', '--lang', 'en', '-'], log);
    expect(out).toContain('mackerel-agent 0.85.1\\x90c');
    expect(out).toContain('3\\x07x, 4y\\x9b2J\\u202e');
    const json = runShindan(['diagnose', '--json', '-'], log).out;
    expect(json).not.toMatch(/[\u007f-\u009f\u202e]/);
    expect(reports(json)[0]?.hosts).toEqual(['3\u0007x', '4y\u009b2J\u202e']);
  });

  it('prints line breaks in file names as escapes on both streams', () => {
    const name = join(folder, 'no\nx.log: fine');
    expect(runShindan(['diagnose', '--lang', 'en', name]).err).toBe(
      `${folder}/no\\x0ax.log: fine: no such file\n`,
    );
    const packed = file(
      'names.zip',
      zipSync({ 'a\nb\u202e.log': strToU8(START), 'c\nd\u001bc': BINARY }),
    );
    expect(runShindan(['diagnose', '--lang', 'en', packed]).err).toBe(
      `${packed}: c\\x0ad\\x1bc: this is a binary file, not a log\n`,
    );
    const there = runShindan(['diagnose', '--lang', 'en', file('yes\nNothing to do', START)]).out;
    expect(there).toMatch(/^[^\n]*yes\\x0aNothing to do\n/);
  });
});

describe('diagnose --before', () => {
  const failing = (clock: string): string =>
    `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`;
  const before = START + failing('04:13:00');

  const old = file('before.log', before);

  it('lists resolved answers in JSON and exits with the code for the new log', () => {
    const fixed = file(
      'fixed.log',
      `${START.replaceAll('04:12', '04:20')}2026/03/02 04:22:00 INFO <checks> Checker "x" status has been changed OK -> WARNING: x\n`,
    );
    const { code, out } = runShindan(['diagnose', '--json', '--before', old, fixed]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      file: fixed,
      comparison: {
        outcome: 'worked',
        before: { to: '2026-03-02T04:13:00' },
        answers: [{ guide: 'connection-refused', change: 'gone' }],
      },
    });
  });

  it('says in words what is still there, or that the logs cannot be compared', () => {
    const still = runShindan([
      'diagnose',
      '--lang',
      'en',
      '--before',
      old,
      file('still.log', before + failing('04:14:00')),
    ]);
    expect(still.code).toBe(1);
    expect(still.out).toMatch(
      /^A fault is still there\..*Only lines after 2026-03-02T04:13:00 count\..*- Still there: /s,
    );
    expect(runShindan(['diagnose', '--lang', 'ja', '--before', old, old])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^同じログか、それより古いログです。/) as string,
    });
  });

  it('fails in one line if the first log cannot be read', () => {
    expect(runShindan(['diagnose', '--before', join(folder, 'nowhere.log'), old])).toMatchObject({
      code: 2,
      out: '',
    });
  });
});

describe('diagnose --reply', () => {
  it('writes in both languages with a link to the guide, and exits as without --reply', () => {
    const path = file('reply.log', SAMPLE_PASTE);
    const en = runShindan(['diagnose', '--reply', '--lang', 'en', path]);
    expect(en.code).toBe(1);
    expect(en.out).toMatch(/^Hello \[name\],\n\nThank you for sending the log\./);
    expect(en.out).toContain('\n\nAll steps in detail: /en/guides/key-rejected/\n');
    expect(en.out).not.toContain('\u001b');
    const { out } = runShindanWith(['diagnose', '--reply', '--lang', 'ja', path], {
      SITE_URL: 'https://support.example.com',
      BASE_PATH: '/kb/',
    });
    expect(out).toMatch(
      /^\[お名前\] 様\n\nお世話になっております。\[会社名\]の\[担当者名\]です。\n/,
    );
    expect(out).toContain('詳しい手順：https://support.example.com/kb/ja/guides/key-rejected/\n');
  });
});

describe('diagnose --support', () => {
  const SECRETS = [
    'web01',
    '3xFAjdWpSBu',
    '10.20.30.40',
    'hanako',
    'Hunter2Hunter2',
    'db01.corp.example.jp',
  ];
  const log = `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 10.20.30.40:443: connect: connection refused
2026/03/02 04:13:21 ERROR <main> open /home/hanako/x as hanako on web01, password=Hunter2Hunter2: no
`;
  const config =
    'apikey = "Hunter2Hunter2"\n[plugin.checks."db01.corp.example.jp"]\ncomand = "/home/hanako/x"\n';
  const site = { SITE_URL: 'https://support.example.com', BASE_PATH: '/kb/' };

  it('writes Markdown in both languages without secrets, and exits as without --support', async () => {
    for (const lang of ['en', 'ja']) {
      const { code, out, err } = runShindanWith(
        ['diagnose', '--support', '--lang', lang, file('support.log', log)],
        site,
      );
      expect([code, err]).toEqual([1, '']);
      expect(out).toMatch(
        lang === 'en' ? /^# .+\n\nWords such as host-N/ : /^# .+\n\nhost-Nやip-N/,
      );
      expect(out).toContain(`](https://support.example.com/kb/${lang}/guides/connection-refused/)`);
      const block = findPayload(out);
      const rows = block && 'rows' in block ? block.rows.map(({ text }) => text).join('\n') : '';
      expect(rows).toContain('dial tcp ip-1:443: connect: connection refused');
      for (const secret of SECRETS) expect(`${out}${rows}`).not.toContain(secret);
    }
  });

  it('reads a configuration alone, and a configuration followed by a log', () => {
    const alone = runShindanWith(
      ['diagnose', '--support', '--lang', 'en', file('support.conf', config)],
      site,
    );
    expect(alone).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^# Line 3: .*host-1/) as string,
    });
    const both = runShindanWith(['diagnose', '--support', '--lang', 'en', '-'], site, config + log);
    expect(both).toMatchObject({
      code: 1,
      out: expect.stringMatching(/host-\d[\s\S]*connection refused[\s\S]*shindan-end\//) as string,
    });
    for (const { out } of [alone, both])
      for (const secret of SECRETS) expect(out).not.toContain(secret);
  });

  it('writes one report per file and names files that cannot be read', () => {
    const { code, out, err } = runShindanWith(
      [
        'diagnose',
        '--support',
        '--lang',
        'en',
        file('one.log', log),
        join(folder, 'nowhere.log'),
        file('two.log', START),
      ],
      site,
    );
    expect(code).toBe(2);
    expect(out.match(/^# /gm)).toHaveLength(2);
    expect(err).toMatch(/nowhere\.log/);
  });

  it('gives the same diagnosis as the log', () => {
    const { out } = runShindanWith(
      ['diagnose', '--support', '--lang', 'en', file('again.log', log)],
      site,
    );
    expect(runShindanWith(['diagnose', '--json', '-'], {}, out).out).toContain(
      '"guide":"connection-refused"',
    );
  });
});
