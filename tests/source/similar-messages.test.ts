import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, openDiagnosis, parseTemplate, type Report } from '../../src/engine/index.ts';
import { findSimilarMessage } from '../../src/engine/findings/similar-message.ts';
import { matcher } from '../helpers/whole-content.ts';

const VALUES: Record<string, string> = {
  int: '17',
  number: '2.5',
  addr: '192.0.2.1:443',
  url: 'https://example.com/a',
  path: '/var/lib/x1',
  host: 'web01',
  duration: '30s',
  json: '{"a":1}',
};

/** Return the lines of a template with one alphabetic literal word replaced in each. */
function changedLines(template: string): string[] {
  const parts = parseTemplate(template);
  const value = (type: string): string => VALUES[type] ?? 'val-9x';
  return parts.flatMap((part, index) => {
    if (typeof part !== 'string') return [];
    const words = part.split(/(\s+)/);
    return words.flatMap((word, at) => {
      const touchesHole =
        (at === 0 && index > 0) || (at === words.length - 1 && index < parts.length - 1);
      if (touchesHole || !/^\(?[a-z']{3,}[,.:)]?$/i.test(word)) return [];
      const changed = words
        .map((one, place) => (place === at ? one.replace(/[a-z']+/i, 'zebra') : one))
        .join('');
      return [
        parts
          .map((one, place) =>
            place === index ? changed : typeof one === 'string' ? one : value(one.type),
          )
          .join(''),
      ];
    });
  });
}

const wordsOf = (template: string): number =>
  template
    .replace(/[^\s{]*\{[^}]*\}\S*/g, ' ')
    .split(/\s+/)
    .filter((word) => /[a-z]/i.test(word)).length;

/** Return the words of a template without its values. */
const lettersOf = (template: string): string =>
  template
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/[^a-z]+/gi, ' ')
    .trim();

describe('a template with one word changed', () => {
  const entriesByWords = Map.groupBy(
    matcher.catalog.entries.flatMap(({ id, templates }) =>
      templates.map(({ text }) => ({ id, words: lettersOf(text) })),
    ),
    ({ words }) => words,
  );
  /** Whether only a value distinguishes a template from that of another entry. */
  const differsInValues = (id: string, text: string): boolean =>
    entriesByWords.get(lettersOf(text))?.some((other) => other.id !== id) ?? false;
  const notLogged = matcher.catalog.products.flatMap((product) => product['not-logged']);
  const changed = matcher.catalog.entries
    .filter(({ id }) => !notLogged.some((name) => id.startsWith(`${name}/`)))
    .flatMap(({ id, templates }) =>
      templates
        .filter(({ text }) => wordsOf(text) >= 4 && !differsInValues(id, text))
        .flatMap(({ text }) =>
          changedLines(text).map((line) => ({ id, line, words: wordsOf(text) })),
        ),
    )
    // A template with fewer words may still match the line.
    .filter(({ line }) => lookUp(matcher, line) === null);
  const found = changed.map((row) => ({
    ...row,
    entry: findSimilarMessage(matcher, row.line)?.entry ?? null,
  }));

  it('never leads to another entry', () => {
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter(({ id, entry }) => entry !== null && entry !== id)).toEqual([]);
  });
  it('leads to its own entry, unless the changed word distinguishes the template', () => {
    const share = (rows: typeof found): number =>
      rows.filter(({ id, entry }) => entry === id).length / rows.length;
    expect(share(found)).toBeGreaterThan(0.85);
    expect(share(found.filter(({ words }) => words >= 7))).toBeGreaterThan(0.92);
  });
});

/** Read a text as a short paste. */
function readPaste(text: string): Report {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(text));
  return diagnosis.close();
}

it.each([
  ['failed to post metrics value (will retry)', 'agent/post-retry'],
  ['ログに failed to post metrics value (will retry) と出ます', 'agent/post-retry'],
  [
    'our log says authentication failed, please try with valid api key',
    'api/authentication-failed',
  ],
  ['It printed HOST ID FILE FOUND BUT THE CONTENT IS EMPTY', 'container-agent/id-file-empty'],
])('a message typed from a screen is named, but not answered: %s', (text, entry) => {
  const report = readPaste(text);
  expect(report).toMatchObject({ status: 'unrecognised', answers: [], ifOwn: null });
  expect(report.unknown).toMatchObject([{ template: text, line: 1, nearest: { entry } }]);
});

const OTHERS = readFileSync('tests/eval/foreign.log', 'utf8').split('\n').filter(Boolean);

it('a line of another program resembles no message that only a product prints', () => {
  expect(OTHERS.length).toBeGreaterThanOrEqual(100);
  const similar = OTHERS.filter((line) => {
    const { status, unknown } = readPaste(line);
    return status === 'unrecognised' && unknown.length > 0;
  });
  expect(similar).toEqual([]);
});

describe('lines of other programs', () => {
  it.each([
    'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
    '2026/11/24 22:41:04 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream',
    'sshd[811]: Failed password for invalid user admin from 203.0.113.9 port 52144 ssh2',
    'kernel: Out of memory: Killed process 4711 (java) total-vm:8123456kB, anon-rss:4123456kB',
    'systemd[1]: nginx.service: Failed with result exit-code.',
    'postgres: FATAL: password authentication failed for user "app"',
    'ERROR 1045 (28000): Access denied for user root@localhost (using password: YES)',
    'Redis is starting, WARNING Memory overcommit must be enabled!',
    'java.lang.OutOfMemoryError: Java heap space',
    'Exception in thread "main" java.net.ConnectException: Connection refused (Connection refused)',
    'npm ERR! code ENOENT: no such file or directory, open package.json',
    'dockerd: Error response from daemon: pull access denied, repository does not exist or may require docker login',
    'Warning: FailedScheduling 0/3 nodes are available: 3 Insufficient memory.',
    'zabbix_agentd [911]: active check configuration update from [10.0.0.5:10051] started to fail (cannot connect)',
    'datadog-agent: Error while processing transaction: API Key invalid, dropping transaction',
    'fluentd: failed to flush the buffer. retry_times=3 next_retry_time=2026-11-24',
    'telegraf: E! [outputs.influxdb] When writing to [http://localhost:8086]: failed doing req: connection refused',
    'cron[77]: (root) CMD ( cd / && run-parts --report /etc/cron.hourly)',
    'rsync error: some files/attrs were not transferred (code 23) at main.c(1338)',
    'Traceback (most recent call last): ValueError: could not convert string to float',
    'httpd: Could not reliably determine the fully qualified domain name of the server',
    'バックアップの取得に失敗しました。ディスクの空き容量を確認してください。',
  ])('match nothing: %s', (line) => expect(findSimilarMessage(matcher, line)).toBeNull());

  const corpus = '../shared/corpus';
  const isThere = existsSync(corpus);
  it.skipIf(!isThere)('match nothing in the corpus', () => {
    const files = readdirSync(corpus).filter((file) => /^foreign-.*\.log$/.test(file));
    expect(files.length).toBeGreaterThan(0);
    const lines = files.flatMap((file) => readFileSync(`${corpus}/${file}`, 'utf8').split('\n'));
    expect(lines.filter((line) => findSimilarMessage(matcher, line) !== null)).toEqual([]);
  });
});
