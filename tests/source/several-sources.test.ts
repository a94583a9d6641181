/**
 * A log of several hosts or containers, in the format of each collector: the report on each source
 * equals the report on its lines alone.
 */
import { describe, expect, it } from 'vitest';
import {
  groupNames,
  openDiagnosis,
  openSplitDiagnosis,
  sourcesOf,
  type Report,
} from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { matcher } from '../helpers/whole-content.ts';

/** A line of a host's log: minutes after ten o'clock, and the text. */
type Line = readonly [minute: number, text: string];

const start = (host: string, version: string): Line[] => [
  [
    0,
    `INFO <main> Starting mackerel-agent version:${version}, rev:92c7c83, apibase:https://api.mackerelio.com`,
  ],
  [
    1,
    `INFO <command> Start: apibase = https://api.mackerelio.com, hostName = ${host}, hostID = 3xFAjdWp${host.slice(-3)}`,
  ],
];
const LOGS: Record<string, Line[]> = {
  web01: [
    ...start('web01', '0.87.0'),
    [
      2,
      'WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout',
    ],
    [
      9,
      'WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: i/o timeout',
    ],
  ],
  web02: [
    start('web02', '0.85.1')[0] as Line,
    [3, 'WARNING <command> API request failed: 403 Forbidden'],
    [
      3,
      'command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden',
    ],
  ],
  db01: [
    ...start('db01', '0.80.0'),
    [5, 'WARNING <checks> Checker "mysql" output stderr: Access denied for user'],
    [6, 'ERROR <metrics.plugin> a message of a newer version'],
  ],
};

const two = (value: number): string => String(value).padStart(2, '0');
const ownText = ([minute, text]: Line): string =>
  /^[A-Z]+ </.test(text) ? `2026/11/24 10:${two(minute)}:07 ${text}` : text;
const stamp = ([minute]: Line): string => `2026-11-24T10:${two(minute)}:07`;
const json = (fields: Record<string, unknown>): string => JSON.stringify(fields);

type Wrap = (host: string, line: Line) => string;
const syslog: Wrap = (host, line) =>
  `Nov 24 ${stamp(line).slice(11)} ${host} mackerel-agent[${host.length}12]: ${ownText(line)}`;

/** Names of pods, containers and tasks, by host. */
const POD: Record<string, string> = {
  web01: 'mackerel-agent-x7k2p',
  web02: 'mackerel-agent-zq9lm',
  db01: 'mackerel-agent-4bd7w',
};
const TASK: Record<string, string> = {
  web01: '0123456789abcdef0123456789abcdef',
  web02: 'fedcba98765432100123456789abcdef',
  db01: '00112233445566778899aabbccddeeff',
};
const named = (host: string): string => host;

/** How each collector writes a line, and what it calls the source. */
const FORMATS: Record<string, [Wrap, nameOf: (host: string) => string | undefined]> = {
  'rsyslog, traditional': [syslog, named],
  'rsyslog, ISO times': [
    (host, line) => `${stamp(line)}.123456+09:00 ${host} mackerel-agent[312]: ${ownText(line)}`,
    named,
  ],
  'rsyslog, RFC 5424': [
    (host, line) => `<30>1 ${stamp(line)}+09:00 ${host} mackerel-agent 312 - - ${ownText(line)}`,
    named,
  ],
  'journalctl -o short-full': [
    (host, line) =>
      `Tue 2026-11-24 ${stamp(line).slice(11)} JST ${host} mackerel-agent[312]: ${ownText(line)}`,
    named,
  ],
  'journalctl -o json': [
    (host, line) =>
      json({
        _HOSTNAME: host,
        SYSLOG_IDENTIFIER: 'mackerel-agent',
        _PID: '312',
        MESSAGE: ownText(line),
      }),
    named,
  ],
  'docker compose logs': [
    (host, line) => `${`agent-${host}`.padEnd(14)}| ${ownText(line)}`,
    (host) => `agent-${host}`,
  ],
  'docker-compose logs': [
    (host, line) => `agent_${host}_1 | ${ownText(line)}`,
    (host) => `agent_${host}_1`,
  ],
  'docker service logs': [
    (host, line) => `agent.1.x7k2p${host}@${host}    | ${ownText(line)}`,
    (host) => `agent.1.x7k2p${host}@${host}`,
  ],
  'kubectl logs --prefix': [
    (host, line) => `[pod/${POD[host]}/mackerel-agent] ${ownText(line)}`,
    (host) => POD[host],
  ],
  'kubectl logs --prefix --timestamps': [
    (host, line) => `[pod/${POD[host]}/mackerel-agent] ${stamp(line)}.1Z ${ownText(line)}`,
    (host) => POD[host],
  ],
  'Fluentd with Kubernetes metadata': [
    (host, line) =>
      json({
        log: `${ownText(line)}\n`,
        stream: 'stderr',
        kubernetes: { container_name: 'mackerel-agent', pod_name: POD[host], host },
      }),
    (host) => POD[host],
  ],
  'Fluentd with docker': [
    (host, line) =>
      json({
        container_id: TASK[host],
        container_name: `/agent-${host}`,
        source: 'stderr',
        log: ownText(line),
      }),
    (host) => `/agent-${host}`,
  ],
  'Fluentd, out_file': [
    (host, line) =>
      `${stamp(line)}+09:00\tmackerel.agent\t${json({ hostname: host, message: ownText(line) })}`,
    named,
  ],
  'aws logs tail': [
    (host, line) => `${stamp(line)}.123000+00:00 ecs/mackerel-agent/${TASK[host]} ${ownText(line)}`,
    (host) => TASK[host],
  ],
  'CloudWatch Logs Insights, JSON': [
    (host, line) =>
      json({
        '@timestamp': stamp(line),
        '@message': '',
        message: ownText(line),
        '@logStream': host,
      }),
    named,
  ],
};

/** The lines of a log, and the lines of each source in it. */
interface Composed {
  lines: string[];
  /** For each line of a source, its number in the whole log. */
  own: Map<string, { numbers: number[]; lines: string[] }>;
}

function compose(
  order: readonly (readonly [string, Line])[],
  wrap: Wrap,
  before: string[],
): Composed {
  const lines = [...before];
  const own: Composed['own'] = new Map();
  for (const [host, line] of order) {
    const source = own.get(host) ?? { numbers: [], lines: [...before] };
    own.set(host, source);
    for (const text of wrap(host, line).split('\n')) {
      lines.push(text);
      source.lines.push(text);
      source.numbers.push(lines.length);
    }
  }
  return { lines, own };
}

const concatenated = Object.entries(LOGS).flatMap(([host, lines]) =>
  lines.map((line) => [host, line] as const),
);
/** The lines of all hosts, ordered by time. */
const interleaved = concatenated.toSorted(([, [a]], [, [b]]) => a - b);

/** A report without the results that depend on line numbers. */
function comparable(report: Report, numberOf: (line: number) => number): Report {
  return {
    ...report,
    source: null,
    findings: report.findings.map((finding) => ({
      ...finding,
      lines: finding.lines.map(numberOf),
    })),
    unknown: report.unknown.map((unknown) => ({
      ...unknown,
      line: numberOf(unknown.line),
      lines: unknown.lines.map(numberOf),
    })),
    lines: { ...report.lines, total: 0 },
  };
}

function split(log: string, chunk = Infinity): Map<string, Report> {
  const bytes = new TextEncoder().encode(log);
  const whole = openDiagnosis(matcher);
  whole.push(bytes);
  whole.close();
  const diagnosis = openSplitDiagnosis(matcher, {
    groups: groupNames(whole.sources()),
    products: whole.products(),
    readingOf: () => ({}),
  });
  for (let at = 0; at < bytes.length; at += chunk) diagnosis.push(bytes.subarray(at, at + chunk));
  return new Map(diagnosis.close().map((report) => [report.source ?? '', report]));
}

function expectEachAlone(
  order: readonly (readonly [string, Line])[],
  [wrap, nameOf]: [Wrap, (host: string) => string | undefined],
  before: string[] = [],
): void {
  const { lines, own } = compose(order, wrap, before);
  for (const chunk of [Infinity, 100]) {
    const reports = split(`${lines.join('\n')}\n`, chunk);
    expect([...reports.keys()].sort()).toEqual([...own.keys()].map(nameOf).sort());
    for (const [host, { numbers, lines: alone }] of own) {
      const report = reports.get(nameOf(host) ?? '');
      expect(report && comparable(report, (line) => line), host).toEqual(
        comparable(
          diagnoseBytes(matcher, `${alone.join('\n')}\n`),
          (line) => numbers[line - 1 - before.length] ?? 0,
        ),
      );
      expect(report?.lines.total).toBe(lines.length);
    }
  }
}

describe('the report on each source equals a report on its lines alone', () => {
  describe.each(Object.entries(FORMATS))('%s', (_, format) => {
    it('with one source after another', () => expectEachAlone(concatenated, format));
    it('with the lines of all sources mixed', () => expectEachAlone(interleaved, format));
  });

  it('CSV with a column for the source', () => {
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    for (const order of [concatenated, interleaved])
      expectEachAlone(
        order,
        [(host, line) => `${stamp(line)}.000,${quote(ownText(line))},${host}`, named],
        ['@timestamp,@message,@logStream'],
      );
  });
});

describe('which lines belong to a source', () => {
  const log = (host: string): string[] => (LOGS[host] ?? []).map((line) => syslog(host, line));
  const splitLines = (...lines: string[]): Map<string, Report> => split(`${lines.join('\n')}\n`);

  it('lines of all programs on a host', () => {
    const killed =
      'Nov 24 10:20:00 web01 systemd[1]: mackerel-agent.service: Main process exited, code=killed, status=9/KILL';
    const reports = splitLines(...log('web01'), killed, ...log('db01'));
    expect([...reports.keys()]).toEqual(['web01', 'db01']);
    expect([reports.get('web01')?.exited, reports.get('db01')?.exited]).toEqual([true, false]);
  });

  it('the lines without a name that follow its lines', () => {
    const [first = '', ...others] = LOGS['web02'] ?? [];
    const reports = splitLines(
      ...log('db01'),
      syslog('web02', first as unknown as Line),
      ...others.map((line) =>
        syslog('web02', line).replace(/^.*command\.Prepare/, 'command.Prepare'),
      ),
      ...log('web01'),
    );
    expect(reports.get('web02')).toMatchObject({
      exited: true,
      answers: [{ guide: 'key-rejected' }],
    });
    expect(reports.get('web01')?.answers.map(({ guide }) => guide)).toEqual(['timeouts']);
  });

  it('no lines of a host without the product', () => {
    const other = (text: string): string => `Nov 24 10:04:00 mail01 postfix/smtpd[77]: ${text}`;
    const reports = splitLines(
      ...log('web01'),
      other('connect from unknown[203.0.113.9]'),
      '  dial tcp 203.0.113.25:443: connect: connection refused',
      ...log('db01'),
      'Nov 24 10:04:00 mail01 kernel: Out of memory: Killed process 77 (smtpd)',
    );
    expect([...reports.keys()]).toEqual(['web01', 'db01']);
    const alone = diagnoseBytes(matcher, `${log('web01').join('\n')}\n`);
    expect(reports.get('web01')?.findings).toEqual(alone.findings);
  });

  it('no lines of a host without the product, in JSON', () => {
    const wrap: Wrap = (host, line) => json({ host, message: ownText(line) });
    const web01 = (LOGS['web01'] ?? []).map((line) => wrap('web01', line));
    const reports = splitLines(
      ...web01,
      json({
        host: 'mail01',
        message: 'kernel: Out of memory: Killed process 77 (mackerel-agent)',
      }),
      json({ host: 'mail01', message: 'dial tcp 203.0.113.25:443: connect: connection refused' }),
      ...(LOGS['db01'] ?? []).map((line) => wrap('db01', line)),
    );
    const alone = diagnoseBytes(matcher, `${web01.join('\n')}\n`);
    const { findings, unknown } = reports.get('web01') ?? {};
    expect([findings, unknown]).toEqual([alone.findings, alone.unknown]);
  });

  it('lines of the first fifty sources', () => {
    const many = Array.from({ length: 60 }, (_, index) => `web${index}`);
    const reports = splitLines(
      ...many.flatMap((host) => (LOGS['db01'] ?? []).map((line) => syslog(host, line))),
    );
    expect([...reports.keys()]).toEqual(many.slice(0, 50));
  });
});

describe('one source', () => {
  const sourcesOfLog = (lines: string[]): string[] => {
    const diagnosis = openDiagnosis(matcher);
    diagnosis.push(new TextEncoder().encode(`${lines.join('\n')}\n`));
    diagnosis.close();
    return sourcesOf(groupNames(diagnosis.sources()));
  };
  const lines = LOGS['web01'] ?? [];
  it.each([
    [
      'has several programs',
      (index: number) => `web01 ${['mackerel-agent[7]', 'docker[9]'][index % 2]}`,
    ],
    ['has processes one after another', (index: number) => `web01 mackerel-agent[${index}]`],
    [
      'has its name with and without a domain',
      (index: number) => `${['web01', 'WEB01.example.com'][index % 2]} mackerel-agent[7]`,
    ],
  ])('%s', (_, writer) =>
    expect(
      sourcesOfLog(
        lines.map((line, index) => `Nov 24 10:00:00 ${writer(index)}: ${ownText(line)}`),
      ),
    ).toHaveLength(1),
  );
  it('is recognized beside other containers', () =>
    expect(
      sourcesOfLog(
        lines.flatMap((line) => [
          `agent-1  | ${ownText(line)}`,
          `db-1     | 2026-11-24 10:00:00 UTC [1] LOG: database system is ready`,
        ]),
      ),
    ).toEqual(['agent-1']));
});
