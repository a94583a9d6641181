import { describe, expect, it } from 'vitest';
import { answer } from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { sample } from '../helpers/sample.ts';
import { content, matcher } from '../helpers/whole-content.ts';

const HEADER = /^.*?(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) <[^>]*> /;

/** The first line of each case that shows the guide's fault. */
const lines = content.guides.flatMap(({ slug, cases }) =>
  cases.flatMap(({ text }) => {
    const { answers, findings } = diagnoseBytes(matcher, text);
    const at = findings[answers[0]?.evidence[0] ?? -1]?.lines[0];
    const line = at === undefined ? undefined : text.split(/\r?\n/)[at - 1]?.trim();
    return line && answers[0]?.guide === slug && !/(?:>|…|\.{3})$/.test(line)
      ? [{ slug, line, message: line.replace(HEADER, '') }]
      : [];
  }),
);

const answerOf = (paste: string) => diagnoseBytes(matcher, `${paste}\n`).answers[0];
/** The lines that get the right answer without the rest of their log. */
const answered = lines.filter(({ slug, line }) => answerOf(line)?.guide === slug);

/**
 * Return the percentage of these lines that keep their answer in a paste, and of those that get a
 * wrong answer that is `likely` or `certain`.
 */
function rates(makePaste: (line: string, message: string) => string) {
  const answers = answered.map(({ slug, line, message }) => {
    const first = answerOf(makePaste(line, message));
    return { isRight: first?.guide === slug, isSure: first && first.confidence !== 'possible' };
  });
  const share = (count: number): number => Math.round((100 * count) / answers.length);
  return {
    right: share(answers.filter(({ isRight }) => isRight).length),
    misled: share(answers.filter(({ isRight, isSure }) => !isRight && isSure).length),
  };
}

describe('one line of a log', () => {
  it('is taken from enough cases', () => expect(lines.length).toBeGreaterThan(150));

  it('is mostly answered alone', () =>
    expect(answered.length / lines.length).toBeGreaterThanOrEqual(0.93));

  const PASTES: [string, number, number, (line: string, message: string) => string][] = [
    ['with trailing blanks', 99, 1, (line) => `${line}   `],
    ['behind a line number', 97, 1, (line) => `12| ${line}`],
    ['quoted in a mail', 99, 1, (line) => `> ${line}`],
    ['without its header', 94, 5, (_, message) => message],
    ['without its last stop', 98, 1, (line) => line.replace(/\.$/, '')],
    ['cut at 120 characters', 84, 5, (line) => line.slice(0, 120)],
    ['cut at 90 characters', 68, 5, (line) => line.slice(0, 90)],
    ['cut with an ellipsis', 68, 5, (line) => line.replace(/^(.{89}).{2,}$/, '$1…')],
    [
      'in an English sentence',
      93,
      5,
      (_, message) => `Hi, it says "${message}" on one of our servers. What now?`,
    ],
    ['in a Japanese sentence', 93, 5, (_, message) => `今朝からログに「${message}」と出ています。`],
  ];
  it.each(PASTES.map(([name, floor, ceiling, make]) => ({ name, floor, ceiling, make })))(
    '$name: at least $floor % keep their answer, at most $ceiling % are misled',
    ({ floor, ceiling, make }) => {
      const { right, misled } = rates(make);
      expect(right).toBeGreaterThanOrEqual(floor);
      expect(misled).toBeLessThanOrEqual(ceiling);
    },
  );

  it('has the same answer in the search as in the analyzer', () => {
    const differing = sample(lines, 3).filter(({ message }) => {
      const { product, answers } = diagnoseBytes(matcher, message);
      const found = answer(matcher, message);
      return (
        (product !== null && answers.length > 0) !== (found?.isAnswered ?? false) ||
        (found?.isAnswered && found.guides.join() !== answers.map(({ guide }) => guide).join())
      );
    });
    expect(differing).toEqual([]);
  });
});

it('reads the end of a CSV cell, where quotes are doubled', () => {
  expect(answerOf('metadata plugin ""shop"": exits with: 2"')?.guide).toBe('metadata');
});

describe('a cause that any program may print', () => {
  it('has the likeliest guide if it names the server', () => {
    const line = 'x509: certificate is valid for *.fortigate.local, not api.mackerelio.com';
    expect(answerOf(`tls: failed to verify certificate: ${line}`)).toMatchObject({
      guide: 'other-server-answers',
      confidence: 'possible',
    });
  });

  it('has no guide if several fit', () =>
    expect(answerOf('2026/11/24 22:41:10 WARNING <x> y: df: /mnt/nfs: Stale file handle')).toBe(
      undefined,
    ));

  it.each([
    ['open /etc/mackerel-agent/mackerel-agent.conf: permission denied', 'conf-not-found'],
    ['open /etc/mackerel-agent/conf.d/nginx.conf: permission denied', 'include'],
  ])('has the guide for its path: %s', (line, guide) =>
    expect(answerOf(line)).toMatchObject({ guide, confidence: 'likely' }),
  );
});

describe('a cut message', () => {
  it('is answered by what its possible messages have in common', () => {
    const cut =
      'failed to load config: failed to load the config file: toml: line 4 (last key "plugin.che';
    expect(diagnoseBytes(matcher, cut).answers).toMatchObject([
      { guide: 'toml-errors', confidence: 'possible' },
    ]);
  });
});

describe('a message that is cut within the words in front of its cause', () => {
  it.each(['API req', 'API request', 'API request fail'])('has no cause after %s', (end) => {
    const cut = `2026/11/24 22:42:25 WARNING <command> Failed to post metrics value (will retry): ${end}`;
    const { answers, findings, wording } = diagnoseBytes(matcher, cut);
    expect(findings[0]?.chain.map(({ entry }) => entry)).toEqual(['agent/post-retry']);
    expect(answers[0]?.confidence).toBe('possible');
    expect(wording.until).toBeNull();
  });
});

describe('a cut message that can be only one', () => {
  it.each([
    [
      'custom identifiers mismatch: this host = "i-0abc.ec2.amazonaws.com", the host whose id is "3xYz" on mack',
      { guide: 'host-id', confidence: 'likely', causes: ['copied'] },
    ],
    [
      'WARNING <command> Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp: lookup api.mackerelio.com on 192.0.2.53:53: serv',
      { guide: 'dns', confidence: 'likely', causes: ['resolver-error'] },
    ],
  ])('is answered although a value at its end is missing: %s', (cut, expected) => {
    const { answers, missing } = diagnoseBytes(matcher, cut);
    expect(answers).toMatchObject([expected]);
    expect(missing).not.toContain('whole-line');
  });
});

it('gives no answer if the part that decides between several guides is unknown', () => {
  expect(answerOf('API request failed: Service not found.')).toBeUndefined();
  expect(answerOf('API request failed: 403 Forbidden')?.guide).toBe('key-rejected');
});

it('leaves the causes open if the value that decides between them is cut off', () => {
  const cut =
    'failed to load config: failed to load the config file: plugin.metrics.redis: failed to parse plugin com';
  expect(diagnoseBytes(matcher, cut).answers).toMatchObject([
    { guide: 'plugin-section', causes: ['nil', 'list', 'kind'] },
  ]);
});

describe('the output of a program that was cut', () => {
  const DENIED =
    '2026/11/24 22:41:10 INFO <metrics.plugin> command /opt/queue.sh outputted to STDERR: "sh: 1: /opt/queue.sh: Permission den';
  it.each([DENIED, `${DENIED}"`, `${DENIED}…`, `${DENIED}…"`])('%s is read to its end', (text) => {
    expect(diagnoseBytes(matcher, text).answers).toMatchObject([
      { guide: 'plugin-cannot-run', confidence: 'likely', causes: ['permission'] },
    ]);
  });

  it('is left alone if it may be several messages', () => {
    const text = DENIED.replace(/sh: .*$/, 'sh: 1: ');
    expect(diagnoseBytes(matcher, text).answers).toMatchObject([{ guide: 'plugin-stderr' }]);
  });
});

describe('a line that ends within its first words', () => {
  const answersTo = (words: string) =>
    diagnoseBytes(matcher, `2026/11/24 22:41:10 WARNING <command> ${words}`).answers;

  it('is answered by the guide for most of what may follow', () =>
    expect(answersTo('ReportCheckMonit')).toMatchObject([
      { guide: 'check-report-failed', confidence: 'possible' },
    ]));

  it('has only its level if anything may follow', () =>
    expect(answersTo('F')).toMatchObject([{ guide: 'find-the-log', confidence: 'possible' }]));
});

describe('a line in quotation marks in a sentence', () => {
  const LINE =
    'WARNING <command> Post "https://api.mackerelio.com/api/v0/tsdb": proxyconnect tcp: dial tcp 10.1.2.3:8080: connect: no route to ho';
  it.each([
    `It says "2026/11/24 22:41:10 ${LINE}" since noon`,
    `朝から「2026/11/24 22:41:10 ${LINE}」と出ます`,
  ])('%s ends at the closing mark', (text) => {
    const { answers, findings } = diagnoseBytes(matcher, text);
    expect(answers).toMatchObject([{ guide: 'proxy', confidence: 'likely' }]);
    expect(findings[0]?.text).toMatch(/ho$/);
  });
});

describe('what a plugin printed, copied without its header', () => {
  const REFUSED = 'dial tcp 192.0.2.7:6379: connect: connection refused';
  it.each([
    `Failed to run info command. ${REFUSED}`,
    `redis plugin: Failed to run info command. ${REFUSED}`,
    `ERROR Failed to run info command. ${REFUSED}`,
    "Couldn't open DB: dial tcp 192.0.2.7:3306: i/o timeout",
    'Failed to fetch lvmid. cannot get lvmid from app (please run with the java process user)',
  ])('is about the plugin: %s', (line) => {
    const { product, answers } = diagnoseBytes(matcher, line);
    expect(product).toBe('mackerel-agent');
    expect(answers.map(({ guide }) => guide)).toEqual(['plugin-stderr']);
  });

  it('is not about a plugin without words of one', () =>
    expect(answerOf(`redis said ${REFUSED}`)).toBeUndefined());
});

describe('Japanese words after a message', () => {
  it.each([
    ['mkr throw すると error api request failed: 403 Forbidden と出ます。', '403 Forbidden'],
    [
      '今朝から pidfile found, try stopping another running mackerel-agent or delete /var/run/mackerel-agent.pidと出ます。',
      '/var/run/mackerel-agent.pid',
    ],
  ])('are not part of the message: %s', (line, end) => {
    const [finding] = diagnoseBytes(matcher, line).findings;
    expect(finding).toMatchObject({
      text: expect.stringMatching(new RegExp(`${end}$`)),
      rest: null,
    });
  });

  it.each([
    "'mackerel-agent' は、内部コマンドまたは外部コマンド、",
    'command.Prepare failed: failed to prepare host: 月の形が違います。',
  ])('are kept if they are part of the message: %s', (line) => {
    expect(diagnoseBytes(matcher, line).findings[0]?.text).toBe(line);
  });
});

describe('a message in a sentence', () => {
  const refused = (text: string) =>
    expect(diagnoseBytes(matcher, text).answers).toMatchObject([
      { guide: 'plugin-stderr', confidence: 'likely' },
    ]);
  const CHECK = 'TCP CRITICAL: dial tcp 192.0.2.5:3306: connect: connection refused';

  it.each([
    CHECK,
    `We were paged because of "${CHECK}" on web01, what is it?`,
    `アラートの本文は「${CHECK}」でした。`,
    `アラートが来ました：${CHECK}`,
    `We got ${CHECK} on web01`,
    `The text was {"message":"HTTP CRITICAL: Get \\"http://192.0.2.5/\\": dial tcp 192.0.2.5:80: connect: connection refused"}`,
  ])('%s is answered like the message', (text) => refused(text));

  it('is not joined with the words below it', () => {
    const text = `We were paged because of:\n${CHECK}\non web01, is this a problem?`;
    expect(diagnoseBytes(matcher, text).findings).toMatchObject([{ lines: [2] }]);
  });

  it('counts if the words before it name the product', () => {
    const fault = 'OutOfMemoryError: Container killed due to memory usage';
    const answersTo = (text: string) => diagnoseBytes(matcher, text).answers;
    expect(answersTo(`mackerel-container-agent exited: ${fault}`)).toMatchObject([
      { guide: 'container-killed', confidence: 'likely' },
    ]);
    expect(answersTo(`app exited: ${fault}`)).toEqual([]);
  });
});

describe('a line of the product with an unknown message', () => {
  it('is recognized if it is printed for debugging', () => {
    const line = "2026/01/02 03:04:05 cloud.go:1: DEBUG <spec.cloud> the moon's phase is 4\n";
    expect(diagnoseBytes(matcher, line)).toMatchObject({
      product: 'mackerel-agent',
      status: 'healthy',
    });
  });

  it('is recognized by its date, level and tag', () => {
    const line = '2026/01/02 03:04:05 WARNING <command> the moon is in the wrong phase\n';
    expect(diagnoseBytes(matcher, line)).toMatchObject({
      product: 'mackerel-agent',
      status: 'action-needed',
      answers: [],
      unknown: [{ header: { level: 'WARNING', tag: 'command' } }],
    });
  });

  it('is recognized by the name of its program, whatever its tag', () => {
    const line =
      'Jan  2 03:04:05 web01 mackerel-agent[733]: 2026/01/02 03:04:05 WARNING <moon> is in the wrong phase\n';
    expect(diagnoseBytes(matcher, line)).toMatchObject({
      product: 'mackerel-agent',
      status: 'action-needed',
      answers: [],
    });
    expect(diagnoseBytes(matcher, line.replace('mackerel-agent', 'moond')).product).toBeNull();
  });

  it.each([
    'the moon is in the wrong phase',
    'WARNING the moon is in the wrong phase',
    '2026/01/02 03:04:05 WARNING <moon> is in the wrong phase',
    '2026/01/02 03:04:05 INFO <command> the moon is in the right phase',
  ])('%s proves nothing', (line) => {
    expect(diagnoseBytes(matcher, line)).toMatchObject({ product: null, status: 'unrecognised' });
  });
});

describe('the output of a command that people paste alone', () => {
  it.each([
    ['gpg: no valid OpenPGP data found.', 'install-and-upgrade'],
    ['curl: (56) Received HTTP code 407 from proxy after CONNECT', 'setup-script'],
    ['Error 1045: Access denied for user ‘root’@‘localhost’ (using password: NO)', 'plugin-stderr'],
    ['システム エラー 5 が発生しました。', 'windows-service'],
  ])('has an answer that is only possible: %s', (line, guide) => {
    const { answers } = diagnoseBytes(matcher, line);
    expect(answers.every(({ confidence }) => confidence === 'possible')).toBe(true);
    expect(answers.map((answer) => answer.guide)).toContain(guide);
  });

  it('is not a path that was cut within its last name', () => {
    const row = 'a1b2c3d4e5f6   nginx:latest   "/usr/local/bin/mack…"   Up 2 hours   web';
    expect(diagnoseBytes(matcher, row).answers).toEqual([]);
  });
});

describe('one line of another program has no answer', () => {
  const OTHERS = [
    '2026/11/24 22:41:04 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7',
    'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
    'FATAL:  password authentication failed for user "app"',
    '2026-11-24 22:41:04.123 JST [4711] ERROR:  relation "items" does not exist at character 15',
    'Exception in thread "main" java.net.ConnectException: Connection refused (Connection refused)',
    'java.lang.OutOfMemoryError: Java heap space',
    'panic: runtime error: index out of range [3] with length 3',
    'Get "https://api.example.com/v1/items": dial tcp 192.0.2.1:443: connect: connection refused',
    'open /etc/app.conf: permission denied',
    'failed to load config: toml: line 3: expected key separator',
    'API request failed: connection refused',
    'curl: (60) SSL certificate problem: unable to get local issuer certificate',
  ];
  it.each(OTHERS)('%s', (line) => {
    for (const text of [line, line.slice(0, 40), `it says "${line}" here`, `「${line}」と出ます`])
      expect(diagnoseBytes(matcher, text).answers).toEqual([]);
  });
});

it.each([
  'ERROR <main> Failed to reach the moon: 17 tries',
  'It says "ERROR <main> Failed to reach the moon: 17 tries" since last night.',
  '昨夜から「ERROR <main> Failed to reach the moon: 17 tries」と出ます。',
])('knows the program by a level and its tag, whatever follows: %s', (text) => {
  const { status, answers, unknown } = diagnoseBytes(matcher, `${text}\n`);
  expect({ status, answers, unknown: unknown.map(({ header }) => header?.tag) }).toEqual({
    status: 'action-needed',
    answers: [],
    unknown: ['main'],
  });
});
