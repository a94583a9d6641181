import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalog, buildWords } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import type { ReportTexts } from '../model/words.ts';
import { compile, type Matcher } from '../engine/index.ts';
import { maskReport } from '../redaction/mask-secrets.ts';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { customerReply } from './customer-reply.ts';

const content = openSampleContent();
let matcher: Matcher;
let words: Record<'en' | 'ja', ReportTexts>;
beforeAll(() => {
  matcher = compile(buildCatalog(content));
  words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };
});

const diagnose = (text: string) => inspectText(content, matcher, text);

const write = async (text: string, language: 'en' | 'ja'): Promise<string> =>
  customerReply(
    maskReport(await diagnose(text)),
    words[language],
    (path) => `https://x.example/${language}/${path}`,
  );

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.71.2, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const REFUSED =
  '2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 198.51.100.7:443: connect: connection refused\n';
const TIMEOUT =
  '2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 198.51.100.7:443: i/o timeout\n';

describe('a reply', () => {
  it('gives the facts of a log without faults, and the time of a resolved fault only once', async () => {
    const retired = `2026/03/02 07:00:00 INFO <main> This host (hostID: 3xFAjdWpSBu) has been retired.\n`;
    const healthy = await write(
      START +
        START.replaceAll('2026/03/02 04', '2026/03/02 06').replace('3xFAjdWpSBu', '4yGBkeXqTCv') +
        retired,
      'en',
    );
    expect(healthy).toContain('We found no fault in this log.');
    expect(healthy).toContain(
      '- The host 3xFAjdWpSBu was retired at 2026-03-02 07:00:00. That cannot be undone.\n- This log names 2 hosts',
    );
    const over = await write(`${START}${REFUSED}2026/03/02 05:00:00 DEBUG <command> x\n`, 'en');
    expect(over).toContain(
      'It is over: seen at 2026-03-02 04:13:20, and not again before the log ends at 05:00:00.',
    );
    expect(over).not.toContain('It first appears');
    const stop =
      "2026/03/02 05:00:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n";
    for (const log of [START, `${START}${REFUSED}2026/03/02 04:20:00 DEBUG <command> x\n`])
      expect(await write(log + stop, 'en')).toMatch(
        /The agent stopped at 2026-03-02 05:00:00[\s\S]*If the stop was not intended, start the agent\./,
      );
  });
  it('says what happened and how to fix it, with the values of the log', async () => {
    const en = await write(START + REFUSED, 'en');
    // The cause is the sentence of the entry, which names the log's address.
    expect(en).toContain(
      '\n\n198.51.100.7:443 refuses the connection: nothing listens there, or a firewall rejects it. Values since 2026-03-02 04:13:20 are waiting in memory. ',
    );
    expect(en).toContain(' None are lost until 2026-03-02 10:13:20');
    expect(en).toMatch(
      /\n {4}Line 3 of the log: Post "[^"]+": dial tcp 198\.51\.100\.7:443: .*refused\n/,
    );
    expect(en).toContain('Compare 198.51.100.7:443 with');
    expect(en).not.toContain('203.0.113.80:443');
    const order = ['Line 3 of', 'Please run the following:\n1. ', 'Please send us the output.'];
    expect(order.map((part) => en.indexOf(part))).not.toContain(-1);
    expect(order.toSorted((a, b) => en.indexOf(a) - en.indexOf(b))).toEqual(order);
    const ja = await write(START + REFUSED, 'ja');
    expect(ja).toMatch(/\n\n198\.51\.100\.7:443[^\n]*。2026-03-02 04:13:20以降の値は/);
    expect(ja).toMatch(/\n {4}ログの3行目：Post "/);
    expect(ja).toContain('次の確認をお願いいたします。\n1. ');
    // Requests are polite in Japanese, although the titles on pages are not.
    expect(ja).toMatch(/\n1\. [^\n]*てください\n/);
  });

  it('names a few steps for the proven cause, or only the one that finds the cause', async () => {
    const refused = (status: string) =>
      REFUSED.replace(/Post "[\s\S]*/, `API request failed: ${status}\n`);
    const stepsIn = (reply: string): string[] =>
      [...reply.matchAll(/^\d\. (.+)$/gm)].map(([, title = '']) => title);
    const proven = await write(START + refused('401 Unauthorized'), 'en');
    expect(stepsIn(proven)).toEqual([
      'Put a valid API key into the configuration file',
      'Restart the agent once, so that it reads the new key',
    ]);
    expect(proven).toContain('    sudo mackerel-agent configtest && sudo systemctl restart');
    const open = await write(START + refused('403 Forbidden'), 'en');
    expect(stepsIn(open)).toEqual(["Ask Mackerel with this host's key"]);
    expect(open).toContain('Please send us the output.');
    expect(open).toContain(
      'The request was refused with 403: probably the source address is not allowed, or the key has no write permission.',
    );
  });

  it('is short, and in Japanese makes a request of each step', async () => {
    for (const log of [START + REFUSED, START + TIMEOUT]) {
      const prose = (text: string) => text.replace(/^ {4}.*$|https?:\S+/gm, '');
      expect(prose(await write(log, 'en')).match(/\S+/g)?.length).toBeLessThanOrEqual(180);
      const ja = prose(await write(log, 'ja'));
      expect(ja.replace(/\s/g, '').length).toBeLessThanOrEqual(700);
      expect(ja).not.toMatch(/(?:確認|[直探外])します。/);
    }
  });

  it('quotes code inside a sentence', async () => {
    expect(await write(START + REFUSED, 'en')).toContain('("incoming")');
    expect(await write(START + REFUSED, 'ja')).toContain('「incoming」');
  });

  it('does not promise data until a deadline that has passed', async () => {
    const text = customerReply(
      maskReport(await diagnose(START + REFUSED)),
      words.en,
      (path) => path,
      Date.parse('2026-03-04T00:00:00Z'),
    );
    expect(text).toContain(' Memory had room for them until 2026-03-02 10:13:20:');
    expect(text).not.toContain('None are lost until');
  });

  it('says "may" for a possible cause, and asks for what would confirm it', async () => {
    const report = await diagnose(START + TIMEOUT);
    const possible = {
      ...report,
      answers: report.answers.filter(({ confidence }) => confidence === 'possible'),
    };
    expect(possible.answers.map(({ guide }) => guide)).toEqual(['proxy']);
    const text = customerReply(maskReport(possible), words.en, (path) => path);
    expect(text).toContain(
      '\n\nNo connection was established: 198.51.100.7:443 did not reply in time. It could be: Requests through a proxy fail. ',
    );
    expect(text).toMatch(/\n\nPlease send us this first:\n- .*proxy is set[\s\S]*grep -n _proxy/);
    expect(text).toContain('fixed in 0.72.0. You run 0.71.2.');
    expect(text).not.toContain('Please try the following');
  });

  it('does not ask again for the log of a program that the site does not know', async () => {
    const log =
      '2026/11/24 10:00:00 INFO <main> starting mackerel-container-agent (version:0.11.4, revision:abc)\n';
    expect(await write(log, 'en')).toMatch(
      /names mackerel-container-agent\.[\s\S]*what was changed before/,
    );
    expect(await write(log, 'ja')).toContain('mackerel-container-agentのもののようです');
    expect(await write(log, 'en')).not.toContain('journalctl');
  });

  it('gives the command for the platform of the log, or for Linux', async () => {
    const unclear =
      'Failed to post metrics value (will retry): API request failed: the moon is full\n';
    const any = await write(`${START}2026/03/02 04:13:20 WARNING <command> ${unclear}`, 'en');
    expect(any).toContain('    sudo ');
    expect(any).not.toMatch(/Invoke-WebRequest|brew --prefix/);
    expect(await write(START + REFUSED, 'en')).toContain('These commands are for Linux;');
    const windows = await write(
      `${START}2026/03/02 04:13:20 WARNING <command> ${unclear}pidfile.Create("C:\\Program Files\\Mackerel\\mackerel-agent\\mackerel-agent.pid") failed: odd\n`,
      'en',
    );
    const asked = windows.slice(windows.indexOf('Please send us this first:'));
    expect(asked).toContain('    try { (Invoke-WebRequest');
    expect(asked).not.toContain('brew --prefix');
  });

  it('asks nothing of a customer whose log is healthy or whose fault is resolved', async () => {
    expect(await write(START, 'en')).toContain('We found no fault in this log.');
    expect(await write(START, 'ja')).toContain('異常は見つかりませんでした');
    const over = customerReply(
      maskReport({ ...(await diagnose(START + REFUSED)), status: 'recovered' }),
      words.en,
      (path) => path,
    );
    expect(over).toContain('You do not need to do anything about it.');
    expect(over).not.toContain('Please try the following');
  });

  it('asks for a log, with the commands that print it, if it recognizes none', async () => {
    for (const [language, sentence] of [
      ['en', 'We could not recognize'],
      ['ja', '読み取れませんでした'],
    ] as const) {
      const text = await write('hello\n', language);
      expect(text).toContain(sentence);
      for (const { command } of words[language].logs['mackerel-agent'] ?? [])
        expect(text).toContain(`    ${command}\n`);
    }
  });

  it('does not guess at unknown lines', async () => {
    const text = await write(`${START}2026/03/02 04:13:20 ERROR <main> the moon is full\n`, 'en');
    expect(text).toContain('We do not want to guess');
    expect(text).not.toContain('What happened');
  });

  it('lists the faults in a configuration: line, key and correct line', async () => {
    const misspelled = 'apikey = "abcdefghij1234567890"\nrolles = ["My:web"]\n';
    const en = await write(misspelled, 'en');
    expect(en).toContain(
      'Thank you for sending the configuration file. We have looked through it.',
    );
    expect(en).toMatch(
      /- line 2 \([^\n]*rolles[^\n]*\n {4}rolles = \["My:web"\]\n[^\n]*:\n {4}roles = \["My:web"\]\n/i,
    );
    const ja = await write(misspelled, 'ja');
    expect(ja).toContain('設定ファイルをお送りいただき、ありがとうございます。');
    expect(ja).toMatch(/- 2行目（[^\n：]*：[^\n]*rolles/);
    const smart = await write(
      'apikey = “abcdefghij1234567890”\n[plugin.checks.x]\ncommand = "check-x"\n',
      'ja',
    );
    expect(smart).toMatch(
      /- 1行目（エージェントは起動しません）：“は、[\s\S]*正しい書き方：\n {4}apikey = "\*{20}"/,
    );
    expect(smart).not.toContain('abcdefghij');
    expect(
      await write(`${START}\n${misspelled}[plugin.checks.x]\ncommand = "check-x"\n`, 'ja'),
    ).toContain('ログと設定ファイルをお送りいただき');
    expect(
      await write(
        'apikey = "abcdefghij1234567890"\n[plugin.checks.x]\ncommand = "check-x"\n',
        'ja',
      ),
    ).toContain('この設定ファイルに誤りは見つかりません。');
  });

  it('does not confuse faults with harmless lines', async () => {
    const report = await diagnose(START + REFUSED);
    const harmless = {
      ...report,
      findings: [
        ...report.findings,
        { ...(report.findings[0] as (typeof report.findings)[number]), role: 'harmless' as const },
      ],
    };
    const [first] = report.answers as [(typeof report.answers)[number]];
    const others = (more: Partial<typeof first>): string =>
      customerReply(
        maskReport({
          ...harmless,
          answers: [first, { ...first, guide: 'harmless-messages', ...more }],
        }),
        words.ja,
        (path) => path,
      );
    expect(others({ evidence: [harmless.findings.length - 1] })).not.toContain(
      '次の点もご確認ください',
    );
    expect(others({})).toContain('次の点もご確認ください');
    expect(others({ state: 'recovered' })).toMatch(/\n- [^\n]*（解消済み）\n/);
  });

  it('never fills in the ID that the log rejects, and marks a sample as an example', async () => {
    const copied =
      '2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.87.0, rev:aaaaaaa, apibase:https://api.mackerelio.com\ncommand.Prepare failed: failed to prepare host: custom identifiers mismatch: this host = "i-0abc1234def567890.ec2.amazonaws.com", the host whose id is "3oSRheELXZE" on mackerel.io = "i-0fedcba9876543210.ec2.amazonaws.com" (File "/var/lib/mackerel-agent/id" may be copied from another host. Try deleting it and restarting agent)\n';
    const report = await diagnose(copied);
    const [first] = report.answers as [(typeof report.answers)[number]];
    expect(first.guide).toBe('host-id');
    const text = customerReply(
      maskReport({ ...report, answers: [{ ...first, causes: ['rebuilt'] }] }),
      words.ja,
      (path) => path,
    );
    expect(text).toContain('echo ORIGINAL_HOST_ID | sudo install');
    expect(text).not.toContain('echo 3oSRheELXZE');
    const list = (error: string) =>
      `2026/03/02 04:13:20 ERROR <cmdutil> RunCommand error. command: [/etc/mackerel-agent/check.sh], error: ${error}\n`;
    expect(await write(START + list('exit code: 126, odd'), 'ja')).toMatch(
      /command -v mackerel-plugin-redis[^\n]*\n *例です。実行する前に、mackerel-plugin-redisをお使いの環境/,
    );
    const named = await write(
      START +
        list('exit code: 127, exec: "mackerel-plugin-redis": executable file not found in $PATH'),
      'ja',
    );
    expect(named).toContain('command -v mackerel-plugin-redis');
    expect(named).not.toContain('mackerel-plugin-redisをお使いの環境');
  });

  it('quotes hosts and paths, but no secrets', async () => {
    const failed = (error: string) =>
      `2026/03/02 04:13:20 ERROR <cmdutil> RunCommand error. command: [mackerel-plugin-mysql -host db01 -password Sup3rS], error: ${error}\n`;
    for (const language of ['en', 'ja'] as const) {
      // The end of the chain is short enough to be quoted with the command.
      const quoted = await write(
        START + failed('exit code: 127, exec: "mysql": executable file not found in $PATH'),
        language,
      );
      expect(quoted).toMatch(/\n {4}[^\n]*-host db01 -password \*{6}\], error: /);
      expect(quoted).not.toContain('Sup3r');
      // The sentence about the cause names the command.
      const told = await write(START + failed('exit code: 126, odd'), language);
      expect(told).toMatch(/\n\n[^\n]*mackerel-plugin-mysql -host db01 -password \*{6}/);
      expect(told).not.toContain('Sup3r');
    }
  });

  it('describes command output instead of asking for a log', async () => {
    const down =
      '● mackerel-agent.service - x\n   Loaded: loaded (/x; disabled)\n   Active: inactive (dead)\n';
    expect(await write(down, 'en')).toContain(
      'The service mackerel-agent.service: It is not running.\nsystemd does not restart it: the unit in the package has no Restart= line. Fix the cause, then start it:\n\n    sudo systemctl start mackerel-agent\n\nIt does not start when the host boots. To change that:\n\n    sudo systemctl enable mackerel-agent\n\n',
    );
    expect(await write(down, 'ja')).toContain(
      '\n\nサービスmackerel-agent.service：動いていません。',
    );
    const refused = await write('{"error":{"message":"x"}}\n401\n', 'ja');
    expect(refused).toContain('エージェントのキーで送ったのなら、そのキーが拒否されています。');
    expect(refused).not.toContain('読み取れませんでした');
    expect(
      await write('curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n', 'ja'),
    ).toContain('curlの出力：Could not resolve host');
    expect(
      await write(
        'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/sda1 300 100 100 50% /\ntmpfs 1 0 1 0% /run\n',
        'en',
      ),
    ).toContain('- /dev/sda1 (/): 50.0 %\n\nIf this');
    expect(
      await write(
        'Filesystem Size Used Avail Use% Mounted on\n/dev/sda1 20G 9.5G 9.2G 51% /\n',
        'en',
      ),
    ).toContain('run: df -Pkl');
  });

  it('escapes hidden characters of a log', async () => {
    const text = await write(
      `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): \u001b]0;x\u0007\u202e odd: connection refused\n`,
      'ja',
    );
    expect(text).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});
