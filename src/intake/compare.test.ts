import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile } from '../engine/index.ts';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { compareReports } from './compare.ts';
import type { Comparison } from './index.ts';

const content = openSampleContent();
const catalog = buildCatalog(content);
const matcher = compile(catalog);

const inspect = (text: string, since: string | null = null) =>
  inspectText(content, matcher, text, since);

async function compared(before: string, after: string): Promise<Comparison> {
  const first = await inspect(before);
  return compareReports(first, await inspect(after, first.span.to), catalog);
}

const changes = ({ answers }: Comparison): string[] =>
  answers.map(
    ({ guide, change, because }) => `${guide} ${change}${because === null ? '' : ` (${because})`}`,
  );

const start = (
  clock: string,
  version = '0.85.1',
  id = '3xFAjdWpSBu',
  name = 'web01',
): string => `2026/03/02 ${clock} INFO <main> Starting mackerel-agent version:${version}, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 ${clock} INFO <command> Start: apibase = https://api.mackerelio.com, hostName = ${name}, hostID = ${id}
`;
const refused = (clock: string): string =>
  `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`;
const timeout = (clock: string): string =>
  `2026/03/02 ${clock} WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout\n`;
const missing = (clock: string, plugin: string): string =>
  `2026/03/02 ${clock} WARNING <checks> Checker "${plugin}" output stderr: sh: 1: check-${plugin}: not found\n`;
const stop = (clock: string): string =>
  `2026/03/02 ${clock} INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n`;
const harmless = (clock: string): string =>
  `2026/03/02 ${clock} ERROR <pidfile> Failed to remove the pidfile: /var/run/mackerel-agent.pid: remove /var/run/mackerel-agent.pid: no such file or directory\n`;
const idle = (clock: string): string =>
  `2026/03/02 ${clock} INFO <command> a line that says nothing\n`;

const FAULT = start('04:00:00') + refused('04:01:00') + refused('04:02:00');
/** With a wrong key, the agent exits at startup; its last line has no time. */
const FATAL = `2026/03/02 04:00:00 INFO <main> Starting mackerel-agent version:0.48.1, rev:f71d19b, apibase:https://api.mackerelio.com
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API error. status: 403, msg: status code is not 200
`;

describe('a log after a fix', () => {
  it.each([
    [
      'gone after a silence longer than its period',
      FAULT,
      start('04:10:00') + idle('04:12:00'),
      ['connection-refused gone'],
      'worked',
    ],
    [
      'quiet if the silence is shorter than its period',
      FAULT,
      start('04:10:00'),
      ['connection-refused quiet (short)'],
      'open',
    ],
    ['gone as soon as a line proves it', FATAL, start('04:10:00'), ['key-rejected gone'], 'worked'],
    [
      'still there',
      FAULT,
      start('04:10:00') + refused('04:11:00'),
      ['connection-refused still'],
      'still',
    ],
    [
      'still there, in a line without a time',
      FATAL,
      FATAL.replace('04:00:00', '04:10:00'),
      ['key-rejected still'],
      'still',
    ],
    [
      'gone although the new log repeats its old lines',
      FAULT,
      FAULT + start('04:10:00') + idle('04:12:00'),
      ['connection-refused gone'],
      'worked',
    ],
    [
      'quiet if it appears only in old lines',
      FAULT,
      FAULT + idle('04:02:30'),
      ['connection-refused quiet (short)'],
      'open',
    ],
    [
      'gone although a harmless message remains',
      FAULT + harmless('04:02:30'),
      start('04:10:00') + harmless('04:12:00'),
      ['connection-refused gone'],
      'worked',
    ],
    [
      'gone, and something else is new',
      FAULT,
      start('04:10:00') + missing('04:13:00', 'web'),
      ['connection-refused gone', 'plugin-cannot-run new'],
      'other',
    ],
    [
      'quiet if the same message has another cause',
      FAULT,
      start('04:10:00') + timeout('04:11:00'),
      ['connection-refused quiet (short)', 'timeouts new'],
      'other',
    ],
    [
      'gone although it appeared once more before the restart',
      FAULT,
      refused('04:05:00') + start('04:10:00') + idle('04:12:00'),
      ['connection-refused gone'],
      'worked',
    ],
    [
      'quiet if the agent has stopped',
      FAULT,
      stop('04:05:00') + idle('04:12:00'),
      ['connection-refused quiet (not-running)'],
      'open',
    ],
    [
      'quiet if the agent never started',
      FATAL,
      stop('04:05:00') + idle('04:12:00'),
      ['key-rejected quiet (not-running)'],
      'open',
    ],
  ] as const)('%s', async (_, before, after, answers, outcome) => {
    const comparison = await compared(before, after);
    expect(changes(comparison)).toEqual(answers);
    expect(comparison).toMatchObject({ refusal: null, outcome });
  });

  it('shows how long a silence must last', async () => {
    expect((await compared(FAULT, start('04:10:00'))).answers).toMatchObject([
      { because: 'short', until: '2026-03-02T04:11:00', last: '2026-03-02T04:02:00' },
    ]);
  });

  it('distinguishes plugins with the same guide', async () => {
    const before = start('04:00:00') + missing('04:01:00', 'web');
    expect((await compared(before, missing('04:05:00', 'web'))).answers).toMatchObject([
      { change: 'still', differs: false, last: '2026-03-02T04:05:00' },
    ]);
    expect((await compared(before, missing('04:05:00', 'disk'))).answers).toMatchObject([
      { change: 'still', differs: true },
    ]);
  });

  it('shows a change of host or version, and the new start', async () => {
    const comparison = await compared(FAULT, start('04:10:00', '0.87.0', '4yGBkeXqTCv'));
    expect(comparison).toMatchObject({
      refusal: null,
      started: '2026-03-02T04:10:00',
      order: 'gap',
      version: { before: '0.85.1', after: '0.87.0' },
      hostId: { before: '3xFAjdWpSBu', after: '4yGBkeXqTCv' },
      hostName: null,
    });
    expect(
      await compared(FAULT, start('04:10:00', '0.85.1', '3xFAjdWpSBu', 'web02')),
    ).toMatchObject({ refusal: null, hostId: null, hostName: { before: 'web01', after: 'web02' } });
    expect(await compared(FAULT, FAULT + idle('04:12:00'))).toMatchObject({
      started: null,
      order: 'overlap',
      hostId: null,
      hostName: null,
      version: null,
    });
  });

  it('does not count as a fix if there are new unknown lines', async () => {
    const strange = (clock: string): string =>
      `2026/03/02 ${clock} ERROR <main> quite unknown words\n`;
    expect(await compared(FAULT, start('04:10:00') + strange('04:13:00'))).toMatchObject({
      unknown: 1,
      outcome: 'other',
    });
    expect(
      await compared(strange('03:59:00') + FAULT, start('04:10:00') + strange('04:13:00')),
    ).toMatchObject({ unknown: 0 });
  });

  it('is refused if it cannot be compared', async () => {
    expect(await compared(FAULT, start('03:00:00'))).toMatchObject({
      refusal: 'not-newer',
      answers: [],
      outcome: 'none',
    });
    expect(
      await compared(FAULT, start('04:10:00', '0.85.1', '4yGBkeXqTCv', 'web02') + idle('04:12:00')),
    ).toMatchObject({ refusal: 'other-host', answers: [], outcome: 'none' });
    expect(await compared(FAULT, 'a shopping list\n')).toMatchObject({
      refusal: 'unrecognised',
      answers: [],
    });
    expect(await compared(start('04:00:00'), start('04:10:00'))).toMatchObject({
      refusal: null,
      answers: [],
      outcome: 'none',
    });
  });

  it('is compared as a whole if a log has no times', async () => {
    const untimed = FATAL.split('\n').slice(1).join('\n');
    expect(await compared(untimed, start('04:10:00'))).toMatchObject({
      order: 'whole',
      outcome: 'worked',
    });
    expect(await compared(untimed, untimed)).toMatchObject({ order: 'whole', outcome: 'still' });
  });

  it('does not call a fault resolved if the pattern in the configuration is too long to check', async () => {
    const config = (pattern: string): string =>
      `apikey = "k"\n[filesystems]\nignore = '${pattern}'\n`;
    expect(changes(await compared(config('('), config('x')))).toEqual([
      'toml-errors gone (restart)',
    ]);
    expect(changes(await compared(config('('), config('('.repeat(5000))))).toEqual([
      'toml-errors quiet (not-shown)',
    ]);
  });

  it('compares a configuration with the one that is pasted after it', async () => {
    const wrong = 'apikey = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"\nverbos = true\n';
    expect(changes(await compared(wrong, wrong))).toEqual(['unexpected-key still']);
    expect(changes(await compared(wrong, wrong.replace('verbos', 'verbose')))).toEqual([
      'unexpected-key gone (restart)',
    ]);
    expect(changes(await compared(wrong, start('04:10:00')))).toEqual([
      'unexpected-key quiet (not-shown)',
    ]);
  });
});

describe('the same check after a fix', () => {
  const table =
    'Filesystem     1024-blocks    Used Available Capacity Mounted on\n/dev/sda1    20509264 9876540   9567896      51% /\n';
  it.each([
    [
      'curl',
      'curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n',
      '{"name":"my-org"}\n200\n',
      ['dns gone'],
      'worked',
    ],
    [
      'curl with another failure',
      'curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n',
      'curl: (28) Connection timed out\n\n000\n',
      ['dns quiet (not-shown)', 'timeouts new'],
      'other',
    ],
    [
      'curl refused by Mackerel for lack of a key',
      'curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n',
      '{"error":{"message":"x"}}\n401\n',
      ['dns gone'],
      'worked',
    ],
    [
      'curl refused by Mackerel before',
      '{"error":{"message":"x"}}\n403\n',
      '{"error":{"message":"x"}}\n401\n',
      ['key-rejected quiet (not-shown)'],
      'open',
    ],
    [
      'df in another format',
      `df: /mnt/nfs: Stale file handle\n${table}`,
      'Filesystem Size Used Avail Use% Mounted on\n/dev/sda1 20G 9.5G 9.2G 51% /\n',
      ['df-failed quiet (not-shown)'],
      'open',
    ],
    ['df', `df: /mnt/nfs: Stale file handle\n${table}`, table, ['df-failed gone'], 'worked'],
    [
      'configtest',
      '[WARNING] rolse is unexpected key. Did you mean roles ?\n',
      'SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n',
      ['unexpected-key gone (restart)'],
      'worked',
    ],
    [
      'another check',
      `df: /mnt/nfs: Stale file handle\n${table}`,
      '{"name":"my-org"}\n200\n',
      ['df-failed quiet (not-shown)'],
      'open',
    ],
  ] as const)('decides the answer: %s', async (_, before, after, answers, outcome) => {
    const comparison = await compared(before, after);
    expect(changes(comparison)).toEqual(answers);
    expect(comparison).toMatchObject({ refusal: null, outcome });
  });
});
