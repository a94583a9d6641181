import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp } from './answers/look-up.ts';
import type { Catalog, CatalogEntry } from '../model/catalog.ts';
import { openDiagnosis } from './products/open-diagnosis.ts';
import { compile } from './products/matcher.ts';
import type { Report } from '../model/report.ts';

const entry = (id: string, text: string, more: Partial<CatalogEntry> = {}): CatalogEntry => ({
  id,
  messages: [],
  role: 'consequence',
  templates: [{ text }],
  ...more,
});

const CATALOG: Catalog = {
  schema: 1,
  version: 'test',
  formats: {
    envelopes: [
      { text: '{month} {day} {clock} {host:word} {program}[{pid:int}]: ' },
      { text: '{file:file}:' },
    ],
    'json-fields': ['log'],
    'json-programs': [],
    'json-sources': [],
    writers: [],
    accounts: [],
    software: [],
  },
  products: [
    {
      id: 'agent',
      catalogs: ['agent', 'network', 'os'],
      plain: ['agent'],
      foreign: ['network', 'os'],
      common: ['network', 'os'],
      'not-logged': [],
      programs: ['agentd'],
      helpers: ['agentd-setup', '(agentd)'],
      names: ['agentd'],
      siblings: { 'agentd-lite': 'agentd-lite' },
      tags: [],
      'own-values': [],
      problem: 'WARNING',
      headers: ['{date} {clock} {level} <{tag}> ', '{date} {clock} {level} '],
      milestones: {
        trying: [],
        starting: 'agent/starting',
        started: 'agent/started',
        stopping: ['agent/stopping'],
        restarting: ['agent/restarting'],
      },
      version: { entry: 'agent/starting', hole: 'version', printed: 'agent/version' },
      host: { entry: 'agent/started', id: 'id', name: 'name' },
      retired: { entry: 'agent/retired', id: 'id' },
      delivery: { 'queue-hours': 6, 'try-seconds': 30, 'drain-share': 0.25, 'alert-minutes': 20 },
      continues: [],
      asks: {
        'start-of-log': [],
        'still-no-data:running': [],
        'still-no-data:log-of-now': [],
        'still-no-data:clock': [],
        'still-no-data:host': [],
        'still-no-data:status': [],
      },
    },
  ],
  entries: [
    entry('agent/starting', 'Starting agent version:{version:word}', { role: 'info' }),
    entry('agent/version', 'agentd version {version:word} [{build:text}]', { role: 'info' }),
    entry('agent/started', 'Started agent', { role: 'info' }),
    entry('agent/stopping', 'Stopping agent', { role: 'info' }),
    entry('agent/start-failed', 'start failed: {cause}', {
      ends: 'program',
      'over-after': ['agent/started'],
    }),
    entry('agent/post-failed', 'post failed: {cause}', { repeats: 60, 'holds-back': 'metrics' }),
    entry('agent/any-warning', '{cause}', {
      templates: [{ text: '{cause}', level: 'WARNING', tag: 'main' }],
    }),
    entry('agent/counter-failed', '{rest}', {
      role: 'cause',
      templates: [
        { text: '{cause}', level: 'CRITICAL', tag: 'cpu' },
        { text: '{rest}', level: 'CRITICAL', tag: 'cpu' },
      ],
    }),
    entry('agent/plugin-log', '{output:foreign}', {
      role: 'cause',
      templates: [{ text: '{output:foreign}', level: 'CRITICAL', tag: 'plugin' }],
    }),
    entry('agent/plugin-output', 'plugin {plugin:word} says: {output:foreign}', {
      role: 'cause',
      holes: { plugin: { key: true } },
    }),
    entry('network/refused', 'dial {addr}: connection refused', { role: 'cause' }),
    entry('network/dns-refused', 'dial {addr}:53: connection refused', { role: 'cause' }),
    entry('agent/not-found', 'shell: {program:word}: not found', {
      role: 'cause',
      common: true,
      'own-values': { program: ['our-disk'] },
    }),
  ],
  guides: [
    {
      id: 'refused',
      effect: 'loses-data',
      evidence: [{ chain: ['..', 'network/refused'], confidence: 'certain' }],
      'explains-away': [],
      order: 1,
    },
    {
      id: 'dns',
      effect: 'loses-data',
      evidence: [{ chain: ['..', 'network/dns-refused'], confidence: 'certain' }],
      'explains-away': [],
      order: 2,
    },
    {
      id: 'posting',
      effect: 'loses-data',
      evidence: [{ chain: ['agent/post-failed', '..'], confidence: 'possible' }],
      'explains-away': [],
      order: 3,
    },
    {
      id: 'plugin',
      effect: 'degrades',
      evidence: [{ chain: ['agent/plugin-output'], confidence: 'certain' }],
      'explains-away': [],
      order: 4,
    },
  ],
};

const MATCHER = compile(CATALOG);

function diagnose(text: string, cuts: number[] = []): Report {
  const bytes = new TextEncoder().encode(text);
  const diagnosis = openDiagnosis(MATCHER);
  let at = 0;
  for (const cut of cuts) diagnosis.push(bytes.subarray(at, (at += cut)));
  diagnosis.push(bytes.subarray(at));
  return diagnosis.close();
}

const chains = (report: Report): string[] =>
  report.findings.map(({ chain, rest }) =>
    [...chain.map((link) => link.entry), ...(rest === null ? [] : [rest])].join(' > '),
  );
const START =
  '2026/01/02 03:04:00 INFO <main> Starting agent version:1.2.3\n2026/01/02 03:04:01 INFO <main> Started agent\n';
const POST =
  '2026/01/02 03:05:00 WARNING <command> post failed: dial 192.0.2.1:443: connection refused\n';

describe('chains', () => {
  it('follows causes to the end', () => {
    const report = diagnose(`${START}start failed: dial 192.0.2.1:443: connection refused\n`);
    expect(chains(report)).toEqual([
      'agent/starting',
      'agent/started',
      'agent/start-failed > network/refused',
    ]);
    expect(report.findings[2]?.chain[1]?.captures).toEqual({ addr: ['192.0.2.1:443'] });
    expect(report).toMatchObject({
      exited: true,
      status: 'action-needed',
      version: '1.2.3',
      answers: [{ guide: 'refused', confidence: 'certain', state: 'ongoing' }],
    });
  });
  it('reads the version that a command prints unless the log names the running one', () => {
    const printed = 'agentd version 2.0.0 [linux]\n';
    expect(diagnose(printed)).toMatchObject({ status: 'healthy', version: '2.0.0' });
    expect(
      [`${printed}${START}`, `${START}${printed}`].map((log) => diagnose(log).version),
    ).toEqual(['1.2.3', '1.2.3']);
  });
  it('prefers the more specific template', () => {
    expect(chains(diagnose('start failed: dial 192.0.2.1:53: connection refused'))).toEqual([
      'agent/start-failed > network/dns-refused',
    ]);
  });
  it('keeps text that no entry matches', () => {
    expect(chains(diagnose('start failed: the moon is full'))).toEqual([
      'agent/start-failed > the moon is full',
    ]);
  });
  it('matches a template that is only a cause if level and tag are right and the cause is known', () => {
    expect(
      chains(diagnose('2026/01/02 03:05:00 WARNING <main> dial 192.0.2.1:443: connection refused')),
    ).toEqual(['agent/any-warning > network/refused']);
    const unknown = diagnose(`${START}2026/01/02 03:05:00 WARNING <main> something 17 else`);
    expect(unknown).toMatchObject({
      unknown: [{ template: 'something <*> else', count: 1, line: 3 }],
      answers: [],
      status: 'action-needed',
    });
  });
  it('matches a template that takes any text only in a line with its level and tag', () => {
    expect(chains(diagnose('2026/01/02 03:05:00 CRITICAL <cpu> 0xC0000BB8'))).toEqual([
      'agent/counter-failed',
    ]);
    expect(
      chains(diagnose('2026/01/02 03:05:00 CRITICAL <cpu> dial 192.0.2.1:443: connection refused')),
    ).toEqual(['agent/counter-failed > network/refused']);
    for (const header of ['CRITICAL', 'CRITICAL <main>', 'WARNING <cpu>'])
      expect(chains(diagnose(`2026/01/02 03:05:00 ${header} 0xC0000BB8 is down`))).toEqual([]);
  });
  it('matches a template that is only foreign text only in a line with its level and tag', () => {
    const refused = 'cannot ask: dial 192.0.2.1:443: connection refused';
    expect(chains(diagnose('2026/01/02 03:05:00 CRITICAL <plugin> cannot ask'))).toEqual([
      'agent/plugin-log',
    ]);
    expect(chains(diagnose(`2026/01/02 03:05:00 CRITICAL <plugin> ${refused}`))).toEqual([
      'agent/plugin-log > network/refused',
    ]);
    for (const header of ['CRITICAL', 'CRITICAL <main>', 'WARNING <plugin>'])
      expect(chains(diagnose(`2026/01/02 03:05:00 ${header} ${refused}`))).toEqual([]);
  });
  it('reads only standalone messages of helpers, and nothing of other programs', () => {
    const line = (program: string, text: string) =>
      `Jan 02 03:04:05 web01 ${program}[7]: ${text}\n`;
    const fatal = 'start failed: dial 192.0.2.1:443: connection refused';
    const own = `Jan 02 03:04:04 web01 agentd[6]: 2026/01/02 03:04:04 INFO <main> Starting agent version:1.2.3\n`;
    expect(chains(diagnose(own + line('agentd-setup', fatal)))).toEqual([
      'agent/starting',
      'agent/start-failed > network/refused',
    ]);
    // What systemd calls a program that it has not run yet.
    expect(chains(diagnose(own + line('(agentd)', fatal)))).toContain(
      'agent/start-failed > network/refused',
    );
    for (const other of ['cron', '(cron)'])
      expect(chains(diagnose(own + line(other, fatal)))).toEqual(['agent/starting']);
    expect(
      diagnose(own + line('agentd-setup', 'goes on')).findings.map(({ lines }) => lines),
    ).toEqual([[1]]);
  });
  it('strips the envelope of the first line from a wrapped line, but not text that looks like one', () => {
    const log =
      'Jan 02 03:04:05 web01 agentd[6]: 2026/01/02 03:04:05 WARNING <main> post failed: dial 192.0.2.1:443: connec\nJan 02 03:04:05 web01 agentd[6]: tion refused\n';
    expect(chains(diagnose(log))).toEqual(['agent/post-failed > network/refused']);
    const wrapped =
      'Jan 02 03:04:05 web01 agentd[6]: 2026/01/02 03:04:05 WARNING <main> post failed: dial db-\nnode.log:443: connection refused\n';
    expect(diagnose(wrapped).findings[0]?.chain.at(-1)).toMatchObject({
      entry: 'network/refused',
      captures: { addr: ['db-node.log:443'] },
    });
  });
  it('reports entries in foreign text but never decides by them', () => {
    const report = diagnose(
      `${START}2026/01/02 03:05:00 WARNING <main> plugin redis says: dial 192.0.2.1:6379: connection refused`,
    );
    expect(report.findings.at(-1)?.chain).toMatchObject([
      { entry: 'agent/plugin-output' },
      { entry: 'network/refused', foreign: true },
    ]);
    expect(report.answers.map(({ guide }) => guide)).toEqual(['plugin']);
  });
  it('makes one finding per value of a key hole', () => {
    const line = (plugin: string) =>
      `2026/01/02 03:05:00 WARNING <main> plugin ${plugin} says: x\n`;
    const report = diagnose(START + line('a') + line('b') + line('a'));
    expect(report.findings.slice(2).map(({ count, lines }) => [count, lines])).toEqual([
      [2, [3, 5]],
      [1, [4]],
    ]);
  });
});

describe('values', () => {
  it('collects the values of a hole across all wordings of a message', () => {
    const wordings = [
      entry('agent/read-failed', '', {
        templates: [{ text: 'cannot read {path}!' }, { text: 'line {line:int} of {path} is bad' }],
      }),
    ];
    const matcher = compile({ ...CATALOG, entries: [...CATALOG.entries, ...wordings] });
    const diagnosis = openDiagnosis(matcher);
    diagnosis.push(
      new TextEncoder().encode(
        ['cannot read /a!', 'line 7 of /b is bad', 'cannot read /c!', 'line 8 of /d is bad']
          .map((text) => `2026/01/02 03:05:00 WARNING <main> ${text}\n`)
          .join(''),
      ),
    );
    expect(
      diagnosis.close().findings.map(({ count, chain }) => [count, chain[0]?.captures]),
    ).toEqual([[4, { path: ['/a', '/b', '/c', '/d'] }]]);
  });
});

describe('records', () => {
  it('reads the level and tag of a line after an envelope', () => {
    const report = diagnose(
      `Jan  2 03:05:00 web01 agentd[17]: ${POST}Jan  2 03:05:00 web01 agentd[17]: start failed: x\nJan  2 03:05:00 web01 systemd[1]: start failed: y\n`,
    );
    expect(chains(report)).toEqual([
      'agent/post-failed > network/refused',
      'agent/start-failed > x',
    ]);
  });
  it('reads several records in one line, and one inside a sentence', () => {
    expect(chains(diagnose(`${START}${POST}`.replaceAll('\n', ' ')))).toEqual([
      'agent/starting',
      'agent/started',
      'agent/post-failed > network/refused',
    ]);
    expect(chains(diagnose(`I see "${POST.trim()}" and then nothing`))).toEqual([
      'agent/post-failed > network/refused',
    ]);
  });
  it('joins lines that a terminal wrapped within or between words', () => {
    expect(chains(diagnose('start failed: dial 192.0.2.1:443: connec\ntion refused'))).toEqual([
      'agent/start-failed > network/refused',
    ]);
    expect(chains(diagnose('start failed: dial 192.0.2.1:443:\nconnection refused'))).toEqual([
      'agent/start-failed > network/refused',
    ]);
  });
  it('joins a message that was wrapped after or within its tag', () => {
    const [before = '', after = ''] = POST.split(' <command> ');
    expect(chains(diagnose(`${START}${before} <command>\n${after}`)).at(-1)).toBe(
      'agent/post-failed > network/refused',
    );
    const prefix = 'Jan 02 03:05:00 web01.example.com agentd[6]: ';
    expect(chains(diagnose(`${prefix}${before} <command\n> ${after}`))).toEqual([
      'agent/post-failed > network/refused',
    ]);
  });
  it('joins wrapped lines without the text that somebody wrote directly below', () => {
    const under = '\nKind regards\nOps\nexample.com';
    expect(
      chains(diagnose(`start failed: dial 192.0.2.1:443: connec\ntion refused${under}`)),
    ).toEqual(['agent/start-failed > network/refused']);
    expect(
      chains(diagnose(`start failed: dial 192.0.2.1:443:\nconnection refused${under}`)),
    ).toEqual(['agent/start-failed > network/refused']);
  });
  it('joins wrapped messages of a helper', () => {
    const prefix = 'Jan 02 03:05:00 web01.example.com agentd-setup[6]: ';
    const own =
      'Jan 02 03:04:05 web01 agentd[6]: 2026/01/02 03:04:05 INFO <main> Starting agent version:1.2.3\n';
    expect(
      chains(diagnose(`${own}${prefix}start fai\nled: dial 192.0.2.1:443: connection refused`)).at(
        -1,
      ),
    ).toBe('agent/start-failed > network/refused');
  });
  it('reads an exit message before or after others in a paste without line breaks, but not in quotes', () => {
    const end = 'start failed: dial 192.0.2.1:443: connection refused';
    const [starting = ''] = START.split('\n');
    for (const text of [
      `${starting} ${end}`,
      `${POST.trim().replace('refused', 'lost')} ${end}`,
      `${end} ${starting}`,
    ])
      expect(chains(diagnose(text))).toContain('agent/start-failed > network/refused');
    expect(diagnose(`${starting} ${end}`).exited).toBe(true);
    expect(
      diagnose(`${START}${POST.trim().replace('refused', 'lost')} ${end}\n`).findings.at(-1)?.lines,
    ).toEqual([START.split('\n').length]);
    expect(chains(diagnose(`${starting} "${end}"`))).not.toContain(
      'agent/start-failed > network/refused',
    );
  });
  it('adopts a name in front of a header of the agent, such as that of a container', () => {
    const line = (program: string, text: string): string =>
      `Jan 02 03:04:05 node1 ${program}[7]: ${text}\n`;
    const [starting = ''] = START.split('\n');
    expect(
      chains(
        diagnose(
          line('3f2a9c8b', starting) +
            line('3f2a9c8b', 'start failed: x') +
            line('cron', 'start failed: y'),
        ),
      ),
    ).toEqual(['agent/starting', 'agent/start-failed > x']);
    expect(
      diagnose(
        line('docker', POST.trim()) + line('docker', 'hello') + line('docker', '  goes on'),
      ).findings.map(({ lines }) => lines),
    ).toEqual([[1]]);
    expect(
      diagnose(line('docker', POST.trim()) + line('docker', '  goes on')).findings.map(
        ({ lines }) => lines,
      ),
    ).toEqual([[1, 2]]);
    expect(
      chains(
        diagnose(
          line('3f2a9c8b', starting) + line('3f2a9c8b', 'dial 192.0.2.1:443: connection refused'),
        ),
      ),
    ).toEqual(['agent/starting']);
  });
  it('reads a line that a pager cut if enough of it is left', () => {
    const cut =
      '2026/01/02 03:05:00 WARNING <command> post failed: dial 192.0.2.1:443: connection ref';
    for (const end of ['', '>', '…'])
      expect(chains(diagnose(`${START}${cut}${end}\n`)).at(-1)).toBe(
        'agent/post-failed > network/refused',
      );
    expect(diagnose(START + cut).answers).toMatchObject([
      { guide: 'refused', confidence: 'likely' },
    ]);
    expect(diagnose(`${START}2026/01/02 03:05:00 WARNING <command> po\n`).unknown).toHaveLength(1);
  });
  it('recognizes a message that ends before its cause without a cut mark', () => {
    const catalog = {
      ...CATALOG,
      entries: [
        ...CATALOG.entries,
        entry('agent/values-failed', 'values could not be posted: {cause}', {
          'holds-back': 'metrics',
        }),
      ],
    };
    const diagnosis = openDiagnosis(compile(catalog));
    const line = '2026/01/02 03:05:00 WARNING <command> values could not be posted:';
    diagnosis.push(
      new TextEncoder().encode(`${START}${line}\n${line} \n${line.replace('posted:', 'pos:')}\n`),
    );
    expect(diagnosis.close()).toMatchObject({
      findings: [{}, {}, { chain: [{ entry: 'agent/values-failed' }], rest: null, count: 2 }],
      unknown: [{ count: 1 }],
      data: { state: 'late' },
    });
  });
  it('reads a line that ends within its first sentence only if a mark shows the cut', () => {
    const catalog = {
      ...CATALOG,
      entries: [
        ...CATALOG.entries,
        entry('agent/values-failed', 'values could not be posted (will retry): {cause}', {
          'holds-back': 'metrics',
        }),
      ],
    };
    const guides = [
      ...CATALOG.guides,
      {
        ...(CATALOG.guides[0] as Catalog['guides'][number]),
        id: 'values',
        evidence: [{ chain: ['agent/values-failed', '..'], confidence: 'certain' as const }],
      },
    ];
    const more = '2026/01/02 03:04:00 INFO <command> idle\n'.repeat(30);
    const read = (end: string, before = more): Report => {
      const diagnosis = openDiagnosis(compile({ ...catalog, guides }));
      diagnosis.push(
        new TextEncoder().encode(
          `${START}${before}2026/01/02 03:05:00 WARNING <command> values could not be posted (will re${end}\n`,
        ),
      );
      return diagnosis.close();
    };
    for (const end of ['…', '...', '>'])
      expect(read(end)).toMatchObject({
        answers: [{ guide: 'values', confidence: 'possible' }],
        data: { state: 'late' },
      });
    expect(read('…').findings.at(-1)?.chain[0]?.text).toBe('values could not be posted (will re');
    expect(read('')).toMatchObject({ answers: [], unknown: [{ count: 1 }] });
    // A short paste was cut by hand.
    expect(read('', '')).toMatchObject({
      answers: [{ guide: 'values', confidence: 'possible' }],
      unknown: [],
    });
  });
  it('unwraps lines of JSON, even a truncated one', () => {
    expect(chains(diagnose(JSON.stringify({ log: POST, stream: 'stderr' }).slice(0, -20)))).toEqual(
      ['agent/post-failed > network/refused'],
    );
    expect(chains(diagnose(`${JSON.stringify({ log: POST })}\n`))).toEqual([
      'agent/post-failed > network/refused',
    ]);
  });
  it('counts a line of several records once', () => {
    const { findings, lines } = diagnose(
      `${JSON.stringify({ log: `${POST}\n${POST}\n${POST}` })}\n${POST}`,
    );
    expect(findings.map(({ count }) => count)).toEqual([4]);
    expect(lines).toEqual({ total: 2, problem: 2, explained: 2 });
  });
});

describe('state', () => {
  it('is ongoing until the message is absent for longer than its period', () => {
    const later = (minute: string) => `2026/01/02 03:${minute} INFO <main> Stopping agent\n`;
    expect(diagnose(`${START}${POST}${later('05:50')}`)).toMatchObject({
      status: 'action-needed',
      data: { state: 'lost' },
    });
    expect(diagnose(`${START}${POST}${later('07:00')}`)).toMatchObject({
      status: 'recovered',
      data: { state: 'late', from: '2026-01-02T03:05:00' },
    });
  });
  it('reports until when nothing is lost', () => {
    expect(diagnose(START + POST).data).toEqual({
      state: 'late',
      from: '2026-01-02T03:05:00',
      to: null,
      deadline: '2026-01-02T09:05:00',
      blindFrom: '2026-01-02T03:05:00',
      blindTo: null,
      outages: 1,
      thrown: null,
      before: null,
      gap: null,
      checks: { state: 'safe', from: null, to: null },
    });
  });
  it('is recovered once the program that exited has started', () => {
    expect(diagnose(`start failed: x\n${START}`)).toMatchObject({
      exited: false,
      status: 'recovered',
    });
  });
  it('ignores an invalid time', () => {
    for (const time of [
      '2026/13/02 03:05:00',
      '2026/01/32 03:05:00',
      '2026/00/00 03:05:00',
      '2026/01/02 24:05:00',
      '2026/01/02 03:60:00',
      '2026/01/02 03:05:60',
    ]) {
      expect(diagnose(POST.replace('2026/01/02 03:05:00', time))).toMatchObject({
        status: 'action-needed',
        span: { from: null, to: null },
        data: { state: 'late', from: null },
      });
    }
  });
  it('distinguishes healthy, empty and foreign logs', () => {
    expect(diagnose(START)).toMatchObject({
      status: 'healthy',
      answers: [],
      missing: [
        'still-no-data:running',
        'still-no-data:log-of-now',
        'still-no-data:clock',
        'still-no-data:host',
        'still-no-data:status',
      ],
    });
    expect(diagnose('')).toMatchObject({ status: 'unrecognised', product: null });
    expect(diagnose('2026-01-02 03:04:05 ERROR worker: connection refused\n')).toMatchObject({
      status: 'unrecognised',
      answers: [],
    });
  });

  it('recognizes a message that any program may print by a value that only the product has', () => {
    expect(diagnose('shell: our-disk: not found\n').product).toBe('agent');
    expect(diagnose('shell: other-disk: not found\n').product).toBeNull();
  });
});

describe('lookUp', () => {
  it('finds a message anywhere in a text', () => {
    expect(
      lookUp(MATCHER, 'why "dial 192.0.2.1:443: connection refused"?')?.links.map(
        (link) => link.entry,
      ),
    ).toEqual(['network/refused']);
    expect(lookUp(MATCHER, 'hello')).toBeNull();
  });
  it('finds text selected from the middle of a message if it is long enough', () => {
    const matcher = compile({
      ...CATALOG,
      entries: [
        ...CATALOG.entries,
        entry(
          'network/timeout',
          'dial tcp: lookup {host} on {server:word}: i/o timeout while waiting',
        ),
      ],
    });
    expect(lookUp(matcher, 'lookup example.com on 192.0.2.53: i/o timeout wh')).toMatchObject({
      entries: ['network/timeout'],
      literal: 27,
    });
    expect(lookUp(matcher, 'lookup example.com on')).toBeNull();
    expect(lookUp(matcher, 'lookup example.com on 192.0.2.53: something else')).toBeNull();
  });
});

it('counts skipped lines and joins no lines across them', () => {
  const diagnosis = openDiagnosis(MATCHER);
  const push = (text: string): void => diagnosis.push(new TextEncoder().encode(text));
  push('\n');
  diagnosis.skip(8);
  push('start failed: dial 192.0.2.1:443: connec');
  diagnosis.skip(2);
  push('tion refused\n');
  push(POST);
  diagnosis.skip(100);
  const report = diagnosis.close();
  expect(chains(report)).toEqual([
    'agent/start-failed > dial 192.0.2.1:443: connec',
    'agent/post-failed > network/refused',
  ]);
  expect(report.findings.map(({ lines }) => lines)).toEqual([[10], [14]]);
  expect(report.lines.total).toBe(114);
});

it('copies what it needs from buffers that the caller overwrites later, also from Node buffers', () => {
  const log =
    START + POST.repeat(40) + '2026/01/02 03:45:30 WARNING <main> something new\n  at the end';
  const bytes = new TextEncoder().encode(log);
  for (const piece of [new Uint8Array(97), Buffer.alloc(97)]) {
    const diagnosis = openDiagnosis(MATCHER);
    for (let at = 0; at < bytes.length; at += piece.length) {
      const part = bytes.subarray(at, at + piece.length);
      piece.set(part);
      diagnosis.push(piece.subarray(0, part.length));
    }
    expect(diagnosis.close()).toEqual(diagnose(log));
  }
});

it('gives the same report for any chunking', () => {
  const text = `${START}${POST}start failed: dial 192.0.2.1:443: connec\ntion refused\n\nJan  2 03:05:00 web01 agentd[17]: start failed: x`;
  const whole = diagnose(text);
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 30 }), (cuts) => {
      expect(diagnose(text, cuts)).toEqual(whole);
    }),
  );
});

it.each(['$', '<br>', '^M', '</div>'])('strips any number of %s from the end of a line', (mark) => {
  const report = diagnose(
    `2026/11/24 22:40:15 ERROR <agent> the moon is full${mark.repeat(200_000)}\n`,
  );
  expect(report.lines.total).toBe(1);
});
