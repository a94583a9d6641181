/** Replies to customers, written from the whole content. */
import { expect, it } from 'vitest';
import type { Language } from '../../src/model/languages.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { customerReply } from '../../src/report/index.ts';
import { sample } from '../helpers/sample.ts';
import { content, inspect, words } from '../helpers/whole-content.ts';

const write = async (text: string, language: Language): Promise<string> =>
  customerReply(
    maskReport(await inspect(text)),
    words[language],
    (path) => `https://x.example/${language}/${path}`,
  );

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.71.2, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const REFUSED =
  '2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 198.51.100.7:443: connect: connection refused\n';

it('joins the steps for a running and for a stopped program', async () => {
  const bad =
    "2026/03/02 04:12:09 WARNING <main> Bad format for role fullname (expecting <service>:<role>. Alphabet, numbers, hyphens and underscores are acceptable, but the first character must not be a hyphen or an underscore.): 'My Shop:web'\n";
  const en = await write(bad, 'en');
  expect(en).toMatch(
    /\n\d\. Load the file into the running agent\n {7}sudo [^\n]* reload [\s\S]*\n {3}If the agent is stopped, start it instead:\n {7}sudo systemctl start mackerel-agent\n\n/,
  );
  const ja = await write(bad, 'ja');
  expect(ja).toContain('エージェントが停止している場合は、代わりに起動してください。\n');
});

it('says what a fault affects, and whether a resolved one lost data', async () => {
  const unreadable =
    '2026/03/02 04:13:20 ERROR <metrics.interface> failed to get network statistics: open /proc/net/dev: permission denied\n';
  expect(await write(START + unreadable, 'en')).toContain(
    ' This leaves out only the interface metrics.',
  );
  const over = await write(`${START}${REFUSED}2026/03/02 05:00:00 DEBUG <command> x\n`, 'ja');
  expect(over).toContain('すでに解消しています。');
  expect(over).toContain('失われていません。');
  expect(over).toContain('\n\n詳しい説明：https://');
  expect(over).not.toContain('解決しない場合は');
});

it('names no other platform in a step, and no value that the log does not have', async () => {
  const line = REFUSED.replace('2026/03/02 04:13:20 WARNING <command> ', '');
  const ja = await write(line, 'ja');
  expect(ja).toContain('「default」の行がない場合は、');
  expect(ja).not.toMatch(/Windows(?!.*お知らせ)/);
  const nameless =
    '2016/06/17 03:32:02 WARNING <metrics.plugin> Failed to parse values: strconv.ParseFloat: parsing "int": invalid syntax\n';
  expect(await write(nameless, 'ja')).not.toContain('shop.users');
});

it('keeps the sentence about a harmless message', async () => {
  const both =
    '2026/03/02 04:12:09 WARNING <main> both of `verbose` and `silent` option are specified. In this case, `verbose` get preference over `silent`\n';
  const en = await write(both + START, 'en');
  expect(en).toContain('verbose and silent are both set; verbose wins');
  expect(en).toContain('but it is harmless.');
  expect(en).not.toMatch(/All steps|does not solve/);
});

it('shows the corrected line, and only the steps that follow the correction', async () => {
  const en = await write('apikey = "abcdefghij1234567890"\nrolles = ["My:web"]\n', 'en');
  expect(en).toMatch(/roles = \["My:web"\]\n\nPlease correct the file, and then/);
  expect(en.match(/^\d\. .+$/gm)).toEqual([
    '1. Test the file',
    '2. Apply the settings with a reload',
  ]);
});

const cases = content.guides.flatMap(({ cases }) => cases);
/** A command that starts, loads or installs something, whose title is explanation enough. */
const NEEDS_NO_EXPLANATION = /\b(?:start|restart|reload|enable|install|mv|rm)\b|:$/m;

it.each(['en', 'ja'] as const)(
  'a reply is short, and explains each command or asks for its output, in %s',
  async (language) => {
    const found: string[] = [];
    let long = 0;
    const read = sample(cases, 2, language === 'ja' ? 1 : 0);
    for (const { file, text } of read) {
      const reply = await write(text, language);
      const prose = reply.replace(/^ {4}.*$|https?:\S+/gm, '');
      const length =
        language === 'ja' ? prose.replace(/\s/g, '').length : (prose.match(/\S+/g)?.length ?? 0);
      if (length > (language === 'ja' ? 700 : 180)) long++;
      const isAsking = /send us the output|表示された内容をお送り/.test(reply);
      const steps = reply.match(/^\d\. .+\n {7}.+\n(?: {7}.*\n)*(?! )/gm) ?? [];
      for (const step of steps)
        if (!isAsking && !NEEDS_NO_EXPLANATION.test(step)) found.push(`${file}: ${step.trim()}`);
      if (
        /^\d\. /m.test(reply) === false &&
        /All steps|詳しい手順|does not solve|解決しない/.test(reply)
      )
        found.push(`${file}: mentions steps at its end, but has none`);
    }
    expect(found).toEqual([]);
    expect(long / read.length).toBeLessThan(0.03);
  },
);

it.each([
  ['E: Unable to locate package mackerel-agent', /setup-all-apt/, /yum/],
  ['No match for argument: mackerel-agent', /setup-all-yum/, /apt/],
  [
    "W: Failed to fetch http://apt.mackerel.io/v2/dists/mackerel/InRelease  Temporary failure resolving 'apt.mackerel.io'",
    /apt\.conf/,
    /dnf|yum/,
  ],
  [
    "Curl error (7): Couldn't connect to server for http://yum.mackerel.io/v2/x86_64/repodata/repomd.xml [Failed to connect]",
    /dnf\.conf/,
    /apt/,
  ],
  [
    '2026/11/30 03:12:00 INFO <metrics.plugin> command mackerel-plugin-apache2 outputted to STDERR: "2026/11/30 03:12:00 OutputValues:  status data not found\\n"',
    /server-status/,
    /nginx_status/,
  ],
  [
    '2026/11/30 03:12:00 INFO <metrics.plugin> command mackerel-plugin-nginx outputted to STDERR: "2026/11/30 03:12:00 OutputValues:  cannot get values\\n"',
    /nginx_status/,
    /server-status/,
  ],
])('has the commands for the system that the log shows: %s', async (line, own, other) => {
  for (const language of ['en', 'ja'] as const) {
    const reply = await write(line, language);
    expect(reply).toMatch(own);
    expect(reply.replaceAll(line, '').replaceAll('\\n', '')).not.toMatch(other);
  }
});

const NO_HOST =
  'Get "https://api.mackerelio.com/api/v0/hosts/2bXyzAbCdEf?": dial tcp: lookup api.mackerelio.com: no such host';

it.each([
  [`Our Windows server says: ${NO_HOST}`, /net start mackerel-agent/, /sudo/],
  [`MacのHomebrewで入れました。\n${NO_HOST}`, /brew services start/, /sudo|net start/],
  ['Windowsのサーバーで、グラフが出なくなりました。', /Get-WinEvent/, /journalctl|kubectl/],
  [
    'kubectl logs web-0 -c mackerel-container-agent\n2026/10/07 06:12:40 ERROR <main> failed to create a new host: API request failed: Authentication failed. Please try with valid Api Key.',
    /kubectl rollout/,
    /aws ecs/,
  ],
])('has the commands for the platform that the words name: %s', async (text, own, other) => {
  for (const language of ['en', 'ja'] as const) {
    const reply = await write(text, language);
    expect(reply).toMatch(own);
    expect(reply).not.toMatch(other);
  }
});

it('has the commands for Linux if the words name two platforms', async () => {
  const reply = await write(`On Windows all is fine, but under systemctl: ${NO_HOST}`, 'en');
  expect(reply).toContain('sudo systemctl start mackerel-agent');
});

it.each([
  ['NTP UNKNOWN: dial tcp 192.0.2.7:123: connect: connection refused', 'ss -ltn'],
  ['SMTP UNKNOWN: dial tcp 192.0.2.7:25: i/o timeout', 'ss -ltn'],
])('begins with the command that the check needs: %s', async (line, command) => {
  for (const language of ['en', 'ja'] as const) {
    const [, steps = ''] = (await write(line, language)).split('\n1. ');
    expect(steps.split('\n2. ')[0]).toContain(command);
  }
});

it('mentions only the kind of server that the check is about', async () => {
  const mysql =
    "OutputValues:  Error 1045 (28000): Access denied for user 'watch'@'localhost' (using password: YES)";
  expect(await write(mysql, 'en')).toContain('In MySQL');
  const redis = 'OutputValues:  Failed to run info command. NOAUTH Authentication required.';
  expect(await write(redis, 'en')).not.toContain('MySQL');
});

it('has steps for the result of a Nagios plugin, and asks no question about it', async () => {
  const reply = await write(
    'SWAP WARNING - 12% free (240 MB out of 2047 MB) |swap=240MB;400;200;0;2047',
    'en',
  );
  expect(reply).toContain('The check reports: 12% free (240 MB out of 2047 MB).');
  expect(reply).toMatch(/\n1\. Look at what is checked\n/);
  expect(reply).not.toContain('It could be');
});
