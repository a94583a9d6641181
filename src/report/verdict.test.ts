import { describe, expect, it } from 'vitest';
import { buildCatalog, buildWords } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/open-sample-content.ts';
import { compile } from '../engine/index.ts';
import { inspectText } from '../../tests/inspect-text.ts';
import { verdict } from './verdict.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));
const words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };

const diagnose = (text: string) => inspectText(content, matcher, text);

const say = async (log: string, language: 'en' | 'ja') =>
  verdict(await diagnose(log), words[language]);

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const post = (time: string, reason = '503 Service Unavailable') =>
  `2026/03/02 ${time} WARNING <command> Failed to post metrics value (will retry): API request failed: ${reason}\n`;
const STRANGE = '2026/03/02 04:13:31 ERROR <main> the moon is full\n';

describe('the verdict on an open fault', () => {
  it('gives the fault, what to do and the deadline', async () => {
    expect(await say(START + post('04:13:20'), 'en')).toMatchObject({
      urgency: 'Act by 2026-03-02 10:13:20',
      since: 'since 2026-03-02 04:13:20',
      version: 'mackerel-agent 0.85.1 (2025-09-08)',
      sentence: 'The server cannot answer',
      cause: words.en.entries['api/service-unavailable']?.summary,
      summary:
        "Look at Mackerel's status page, then wait. Leave the agent alone: it keeps about 6 hours of values and sends them later. If only your hosts see it, a proxy in between answers.",
    });
  });
  it.each([
    [
      'en',
      'The API key is refused',
      'The API key is refused (401, 403: key, permission, IP restriction)',
    ],
    [
      'ja',
      'APIキーが拒否された',
      'APIキーが拒否された（401・403：キーの誤り・権限不足・IPアドレス制限）',
    ],
  ] as const)(
    'omits the cases in the title if the log shows which one applies, in %s',
    async (language, short, title) => {
      expect(
        await say(
          START + post('04:13:20', 'Authentication failed. Please try with valid Api Key.'),
          language,
        ),
      ).toMatchObject({
        sentence: short,
        cause: words[language].entries['api/authentication-failed']?.summary,
      });
      expect(
        await say(
          `${START}${post('04:13:20', '401 Unauthorized')}${post('04:14:20', '403 Forbidden')}`,
          language,
        ),
      ).toMatchObject({ sentence: title, cause: null });
    },
  );
  it('does not call a fault harmless if a plugin loses values', async () => {
    const lost =
      'db.example.internal, no host was found for the custom identifier: db.example.internal';
    expect(
      (
        await say(
          `${START}2026/03/02 04:12:12 WARNING <command> Failed to retrieve the host of custom_identifier: ${lost}\n`,
          'en',
        )
      ).cause,
    ).toMatch(/^No host on Mackerel has this custom identifier\. /);
  });
  it('does not present a possible cause as certain', async () => {
    expect((await say(START + post('04:13:20', 'who knows'), 'en')).facts[0]).toBe(
      'This is possible, but not certain: the log does not show enough. See below how to confirm it.',
    );
    expect((await say(START + post('04:13:20', 'who knows'), 'ja')).facts[0]).toBe(
      'このログだけでは断定できません。確かめる方法を下に示します。',
    );
  });
  it.each([
    [
      'Authentication failed. Please try with valid Api Key.',
      'Keep the id file, even if the log suggests deleting it.',
    ],
    [
      '403 Forbidden',
      'The first command decides. Keep the id file, even if the log suggests deleting it.',
    ],
  ])('omits from the summary the cases that the log rules out: %s', async (reason, summary) => {
    expect((await say(START + post('04:13:20', reason), 'en')).summary).toBe(summary);
    const whole = await say(
      START +
        post('04:13:20', reason) +
        post('04:14:20', reason.startsWith('403') ? '401 Unauthorized' : '403 Forbidden'),
      'ja',
    );
    expect(whole.summary).toBe(
      '401は、キーの誤りか削除です。403は、送信元のIPアドレスかキーの書き込み権限が原因と考えられます。どちらかは最初のコマンドで分かります。ログが勧めていても、idファイルは消しません。',
    );
  });
  it('omits sentences about a running agent if it has stopped', async () => {
    const refused =
      'Get "https://api.mackerelio.com/api/v0/hosts/3xFAjdWpSBu": dial tcp 203.0.113.25:443: connect: connection refused';
    const ended = `${START.split('\n')[0]}\ncommand.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: ${refused}\n`;
    expect((await say(ended, 'en')).summary).not.toContain('An agent that runs');
    const runs = `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): ${refused}\n`;
    expect((await say(runs, 'en')).summary).toContain('An agent that runs');
    const asked =
      "2026/03/02 04:14:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n";
    expect((await say(runs + asked, 'en')).summary).not.toContain('An agent that runs');
  });
  it('keeps all cases if the guide is only possible', async () => {
    const old = START.replaceAll('0.85.1', '0.71.2');
    const report = await diagnose(
      `${old}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`,
    );
    const proxy = report.answers.find(({ guide }) => guide === 'proxy');
    expect(proxy && verdict({ ...report, answers: [proxy] }, words.en).summary).toBe(
      words.en.guides['proxy']?.summary.replace(/[{}]/g, ''),
    );
  });
  it('names the cause, not its consequence', async () => {
    const killed =
      'Mar 02 04:13:20 web01 kernel: Out of memory: Killed process 28714 (mackerel-agent) total-vm:1236712kB, anon-rss:18204kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:188kB oom_score_adj:0\nMar 02 04:13:20 web01 systemd[1]: mackerel-agent.service: Main process exited, code=killed, status=9/KILL\n';
    expect(await say(killed, 'en')).toMatchObject({
      sentence: 'The agent stopped',
      cause: 'The kernel killed the agent because memory ran out.',
      summary: 'If memory ran out, find what takes it.',
    });
    // The kernel and systemd report the same event in different words.
    expect(
      await say(
        `${killed}Mar 02 04:13:20 web01 systemd[1]: mackerel-agent.service: Failed with result 'oom-kill'.\n`,
        'en',
      ),
    ).toMatchObject({
      sentence: 'The agent stopped',
      cause: 'The kernel killed the agent because memory ran out.',
      summary: 'If memory ran out, find what takes it.',
    });
    expect((await say(killed.split('\n').slice(1).join('\n'), 'en')).cause).toBe(
      words.en.entries['agent/service-killed']?.summary,
    );
  });
  it('does not present a vague failure as the cause', async () => {
    const old = await say(
      `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): API error. status: 401, msg: api request failed\n`,
      'en',
    );
    expect(old).toMatchObject({ sentence: words.en.guides['key-rejected']?.title, cause: null });
  });
  it("takes another program's text as the cause only if the text proves it", async () => {
    const stderr = (words: string) =>
      `${START}2026/03/02 04:13:20 WARNING <checks> Checker "web" output stderr: ${words}\n`;
    expect(await say(stderr('sh: 1: check-web: not found'), 'en')).toMatchObject({
      sentence: 'A plugin cannot be run',
      cause: words.en.entries['os/shell-not-found']?.summary,
      summary: 'Install the package or write the full path. The agent tries again by itself.',
    });
    expect(
      await say(stderr('dial tcp 127.0.0.1:3306: connect: connection refused'), 'en'),
    ).toMatchObject({ cause: null, summary: words.en.guides['plugin-stderr']?.summary });
  });
  it('says that a stopped agent collects no values', async () => {
    const { facts } = await say(
      `${START.split('\n')[0]}\ncommand.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden\n`,
      'en',
    );
    expect(facts).toEqual([
      'The agent has stopped. Start it manually once the cause is fixed.',
      'There are no values since 2026-03-02 04:12:09: a stopped agent collects none, and keeps none.',
    ]);
  });
});

describe('the verdict on a resolved fault', () => {
  const log =
    START +
    post('04:13:20') +
    post('04:14:20') +
    '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n';
  it('uses the past tense and gives the time', async () => {
    expect(await say(log, 'en')).toMatchObject({
      urgency: 'Nothing to do',
      since: null,
      sentence: 'The server, or something in front of it, could not answer for a while.',
      summary:
        'It is over: the log shows it from 2026-03-02 04:13:20 to 04:14:20, and not again before the log ends at 04:20:00.',
    });
    expect(await say(log, 'ja')).toMatchObject({
      urgency: '対応不要',
      sentence: words.ja.guides['server-outage']?.past,
      summary:
        'すでに解消しています。ログに出ているのは2026-03-02 04:13:20から04:14:20までで、その後は最後の行（04:20:00）まで出ていません。',
    });
  });
  it('does not confuse resolved faults with harmless lines', async () => {
    const noise =
      START +
      '2026/03/02 04:12:12 WARNING <pidfile> Pidfile found, but there seems no another process of mackerel-agent. Ignoring /var/run/mackerel-agent.pid\n';
    expect(await say(noise, 'en')).toMatchObject({
      urgency: 'Nothing to do',
      sentence: 'Some lines look like faults, but they are harmless.',
      summary: null,
    });
  });
});

describe('the verdict on input that only the reader can judge', () => {
  const STOP =
    "2026/03/02 05:00:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n";
  it('says that the agent was asked to stop, without calling for action', async () => {
    expect(await say(START + STOP, 'en')).toMatchObject({
      tone: 'note',
      urgency: 'Stopped',
      sentence:
        'The agent was asked to stop at 2026-03-02 05:00:00, and this log shows no start after that.',
      summary: 'While it is down, it collects nothing. If that was not intended, start it.',
      facts: [
        'Nothing is wrong in this log.',
        expect.stringContaining('This covers only this log') as string,
      ],
    });
    const over = await say(
      [
        START,
        post('04:13:20'),
        '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n',
        STOP,
      ].join(''),
      'ja',
    );
    expect(over).toMatchObject({
      tone: 'note',
      urgency: '停止の記録',
      facts: [
        words.ja.guides['server-outage']?.past,
        expect.stringContaining('すでに解消しています') as string,
        expect.anything(),
      ],
    });
    expect(over.sentence).toContain('停止の指示');
    expect(await say(`${START}${STOP}${START.replaceAll('04:12', '05:12')}`, 'en')).toMatchObject({
      tone: 'healthy',
      urgency: 'Nothing to do',
    });
  });
  it('does not call an agent healthy from its version alone', async () => {
    expect(
      await say('mackerel-agent version 0.72.1 (rev 5e2f4ab) [linux amd64 go1.17]\n', 'en'),
    ).toMatchObject({
      tone: 'note',
      urgency: null,
      sentence: 'This is only the version. Errors are in the log: paste that.',
      summary: null,
    });
  });
  it('shows figures, and says if a filesystem is full', async () => {
    const df = (...rows: string[]) =>
      `Filesystem 1024-blocks Used Available Capacity Mounted on\n${rows.join('\n')}\n`;
    expect(
      await say(
        df(
          '/dev/sda1 1000 600 400 60% /',
          '/dev/loop3 64 64 0 100% /snap/core/1',
          'tmpfs 10 10 0 100% /run',
        ),
        'en',
      ),
    ).toMatchObject({ tone: 'note', urgency: 'Figures only', summary: null });
    expect(
      await say(df('/dev/sda1 1000 600 400 60% /data', 'overlay 1000 1000 0 100% /'), 'en'),
    ).toMatchObject({
      tone: 'note',
      urgency: 'Check',
      sentence: 'overlay, mounted on /, has no space left.',
    });
    expect(
      await say(
        'MemTotal:  1000000 kB\nMemFree:  100000 kB\nMemAvailable:  4000 kB\nBuffers:  50000 kB\nCached:  250000 kB\n',
        'ja',
      ),
    ).toMatchObject({ tone: 'note', urgency: '数値のみ' });
  });
});

describe('the verdict on a configuration', () => {
  const KEY = 'apikey = "k"\n';
  it('gives the worst fault, its line and its effect', async () => {
    expect(await say(`${KEY}roles = ["a:b" "c:d"]\n`, 'en')).toMatchObject({
      urgency: 'Act now',
      sentence: 'Line 2: A comma is missing here.',
      summary: 'The agent does not start with this file.',
    });
    expect(
      await say(`${KEY}verbos = true\n[plugin.checks.x]\ncommnad = "check-http"\n`, 'ja'),
    ).toMatchObject({
      sentence: expect.stringMatching(/^4行目：.*commnad/) as string,
      summary: 'このファイルでは、エージェントは起動しません。',
    });
    expect(await say(`${KEY}verbos = true\n`, 'en')).toMatchObject({
      sentence: expect.stringMatching(/^Line 2: .*verbos/) as string,
      summary: 'The agent starts with this file, but a reload of it is refused.',
    });
    expect(await say('# apikey = ""\nroles = ["shop:web"]\nverbose = true\n', 'en')).toMatchObject({
      sentence: 'This file has no apikey.',
    });
  });
});

describe('the verdict on several faults', () => {
  const DISK =
    '2026/03/02 04:14:21 WARNING <util.filesystem> \'df -Pkl\' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n';
  it('names each, but not other explanations of the same lines', async () => {
    expect((await say(START + post('04:13:20') + DISK, 'en')).faults).toEqual([
      { guide: 'server-outage', sentence: 'The server cannot answer' },
      { guide: 'df-failed', sentence: 'df fails: all filesystem metrics are missing' },
    ]);
    expect((await say(START + DISK, 'en')).faults).toEqual([]);
    const report = await diagnose(START + DISK);
    const [answer] = report.answers;
    expect(
      answer &&
        verdict(
          { ...report, answers: [answer, { ...answer, guide: 'proxy', confidence: 'possible' }] },
          words.en,
        ).faults,
    ).toEqual([]);
  });
});

describe('the verdict on command output', () => {
  const DOWN =
    '● mackerel-agent.service - mackerel.io agent\n   Loaded: loaded (/lib/systemd/system/mackerel-agent.service; enabled)\n   Active: inactive (dead)\n';
  it('does not report "nothing wrong" from inconclusive output', async () => {
    for (const text of [
      '{"error":{"message":"x"}}\n401\n',
      'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        20G  9.5G  9.2G  51% /\n',
    ]) {
      expect(await say(text, 'en')).toMatchObject({
        sentence: 'This alone does not show whether anything needs to be done.',
      });
    }
    expect(await say('', 'en')).toMatchObject({ sentence: 'The log is empty.' });
  });
  it('describes the output itself if no guide covers it', async () => {
    expect(await say(DOWN, 'en')).toMatchObject({
      urgency: 'Act now',
      sentence: 'The service is not running.',
      summary: 'While it is down, it collects nothing. If that was not intended, start it.',
    });
    expect(await say(DOWN, 'ja')).toMatchObject({ sentence: 'サービスが動いていません。' });
    expect(await say('Unit mackerel-agent.service could not be found.\n', 'en')).toMatchObject({
      sentence: 'The service is not running.',
      summary: expect.stringContaining('not installed') as string,
    });
    expect(await say('{"error":{"message":"Not found."}}\n404\n', 'en')).toMatchObject({
      sentence: 'Mackerel responds that the path does not exist.',
    });
  });
});

describe('the verdict on unknown lines', () => {
  it('says that they are unknown, and what to collect', async () => {
    expect(await say(START + STRANGE + STRANGE, 'en')).toMatchObject({
      urgency: 'Check',
      since: null,
      sentence: '2 lines look like errors, but this site does not know them.',
      summary: expect.stringMatching(
        /^This site does not guess an answer\. .* 20 lines before them and the version of the agent\.$/,
      ) as string,
    });
    expect(await say(START + STRANGE, 'ja')).toMatchObject({
      urgency: '要確認',
      sentence: 'このサイトに載っていない異常の行が1行あります。',
      summary: expect.stringContaining('直前の20行') as string,
    });
  });
  it('mentions them after an answer, and even if the known fault is resolved', async () => {
    expect((await say(START + post('04:13:20') + STRANGE, 'en')).facts.at(-1)).toBe(
      'One more line looks like an error, but this site does not know it. It is listed below.',
    );
    const over =
      START +
      post('04:13:20') +
      STRANGE +
      '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n';
    expect(await say(over, 'en')).toMatchObject({
      urgency: 'Check',
      sentence: 'One line looks like an error, but this site does not know it.',
    });
  });
});
