import { describe, expect, it } from 'vitest';
import { diagnose, entry, guide, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import type { Report } from '../../model/report.ts';

const START = ['03:00:00 INFO Starting agent version:0.71.2', '03:00:01 INFO Started agent'];
const POST = '03:05:00 WARNING post failed: dial 192.0.2.1:443: connection refused';
const FATAL = 'start failed: dial 192.0.2.1:443: connection refused';
const certain = (...chain: string[]) => ({ chain, confidence: 'certain' as const });
const possible = (...chain: string[]) => ({ chain, confidence: 'possible' as const });
const guides = ({ answers }: Report) => answers.map(({ guide: name }) => name);

describe('output of an installer', () => {
  const read = (line: string): Report => {
    const catalog = smallCatalog(
      [guide('install', [certain('setup/failed'), certain('setup/needed')])],
      [
        entry('setup/failed', 'agentd setup failed', { role: 'cause' }),
        entry('setup/needed', 'agentd {version:text} is needed by agentd-{plugin:word}', {
          role: 'cause',
        }),
      ],
    );
    const [product] = catalog.products;
    const products = product && [
      { ...product, plain: ['agent', 'setup'], 'not-logged': ['setup'], tags: ['main'] },
    ];
    return diagnose({ ...catalog, products: products ?? [] }, [line]);
  };
  it('asks for no log', () => {
    const report = read('agentd setup failed');
    expect(guides(report)).toEqual(['install']);
    expect(report.missing).toEqual([]);
  });
  it('is not taken for the beginning of a line of the log', () => {
    expect(guides(read('03:05:00 ERROR agentd is out of luck'))).toEqual([]);
  });
});

it('prefers the guide whose evidence names more of the chain', () => {
  const general = guide('refused', [certain('..', 'network/refused')], { order: 1 });
  const specific = guide('posting', [certain('agent/post-failed', 'network/refused')], {
    order: 2,
  });
  expect(guides(diagnose(smallCatalog([general, specific]), [...START, POST]))).toEqual([
    'posting',
  ]);
});

it('names the causes of the last link for a message without its beginning', () => {
  const catalog = smallCatalog(
    [
      guide('posting', [
        { ...certain('agent/post-failed', 'agent/denied'), cause: 'rights' },
        { ...certain('agent/post-failed', 'network/refused'), cause: 'closed' },
      ]),
    ],
    [entry('agent/denied', 'access denied for {user:word}')],
  );
  const report = diagnose(catalog, ['03:05:00 WARNING access denied for agent']);
  expect(report.answers).toMatchObject([
    { guide: 'posting', confidence: 'possible', causes: ['rights'] },
  ]);
});

describe('text that a message only passes on', () => {
  const catalog = smallCatalog(
    [
      guide('output', [certain('agent/output')]),
      guide('quiet', [certain('agent/output', 'network/slow')]),
    ],
    [
      entry('agent/output', 'plugin says: "{output:foreign}"', {
        role: 'cause',
        relays: true,
        holes: { output: { quoted: true, catalogs: ['network'] } },
      }),
      entry('network/slow', '{host:word} is slow', { role: 'harmless' }),
      entry('network/warm', '{host:word} is warm', { role: 'harmless' }),
    ],
  );
  const read = (output: string): string => {
    const report = diagnose(catalog, [...START, `03:05:00 INFO plugin says: "${output}"`]);
    return `${report.findings.at(-1)?.role} ${guides(report).join()}`;
  };
  it('is harmless if all its lines are harmless, with or without a header', () => {
    expect(read('web is slow\\n')).toBe('harmless quiet');
    expect(read('2026/01/02 03:05:00 WARNING web is slow\\ndb is slow\\n')).toBe('harmless quiet');
  });
  it('is not explained by the guide about the message alone', () => {
    expect(read('web is warm\\n')).toBe('harmless ');
  });
  it('is a fault if a line is unknown, or has words besides the harmless message', () => {
    expect(read('web is slow\\nno route to web\\n')).toBe('cause output');
    expect(read('gave up: web is slow\\n')).toBe('cause output');
    expect(read('web is slow, so nothing works\\n')).toBe('cause output');
  });
  it('is a fault if one of its lines names a fault', () => {
    const fault = 'dial 192.0.2.1:443: connection refused';
    expect(read(`web is slow\\n${fault}\\n`)).toBe('cause output');
  });
});

describe('root cause before consequence', () => {
  const child = '03:05:01 WARNING child ended';
  const refused = guide('refused', [certain('..', 'network/refused')], {
    'explains-away': ['agent/child-ended'],
  });

  it('names no guide for a mere consequence of an explained fault', () => {
    const hub = guide('hub', [possible('agent/child-ended')]);
    const report = diagnose(smallCatalog([hub, refused]), [...START, child, POST]);
    expect(guides(report)).toEqual(['refused']);
    expect(report.answers[0]).toMatchObject({ evidence: [3], consequences: [2] });
  });
  it('names both guides if the second is certain by itself', () => {
    const killed = guide('killed', [certain('agent/child-ended')], { order: 2 });
    expect(
      guides(diagnose(smallCatalog([killed, refused]), [...START, child, POST])).sort(),
    ).toEqual(['killed', 'refused']);
  });
  it('ranks what stopped the agent before earlier faults', () => {
    const child2 = guide('child', [certain('agent/child-ended')]);
    const report = diagnose(
      smallCatalog([child2, guide('refused', [certain('agent/start-failed', 'network/refused')])]),
      [...START, child, FATAL],
    );
    expect(guides(report)).toEqual(['refused', 'child']);
  });
  it('reports a fault even if its cause is only information', () => {
    expect(
      guides(
        diagnose(smallCatalog([guide('ended', [certain('agent/start-failed', '..')])]), [
          ...START,
          '04:00:00 ERROR start failed: idle',
        ]),
      ),
    ).toEqual(['ended']);
  });
  it('prefers the last link to the operation that failed', () => {
    const posting = guide('posting', [possible('agent/post-failed', '..')], { order: 0 });
    expect(guides(diagnose(smallCatalog([posting, refused]), [...START, POST]))).toEqual([
      'refused',
    ]);
  });
});

describe('evidence beside another message', () => {
  const [posting, gone] = [
    guide('posting', [possible('agent/post-failed', '..')], { order: 0 }),
    guide('gone', [
      certain('agent/start-failed', '..'),
      { ...possible('agent/post-failed', '..'), beside: 'agent/start-failed' },
    ]),
  ];
  const read = (...lines: string[]) =>
    diagnose(smallCatalog([posting, gone]), [...START, ...lines]).answers.map(
      ({ guide: name, evidence }) => [name, evidence.length],
    );
  const UNKNOWN = '03:05:00 WARNING post failed: nobody knows';

  it('supports the answer for that message, and leads to its own answer without it', () => {
    expect(read(UNKNOWN, '03:06:00 ERROR start failed: nobody knows')).toEqual([['gone', 2]]);
    expect(read(UNKNOWN)).toEqual([['posting', 1]]);
  });
});

describe('evidence that a value of another message rules out', () => {
  const version = (value: string) => `03:00:00 INFO Starting agent version:${value}`;
  const posting = guide('posting', [
    { ...certain('agent/post-failed', '..'), unless: { 'agent/starting': { version: ['1.*'] } } },
  ]);
  const otherwise = guide('otherwise', [possible('agent/post-failed', '..')]);
  const read = (...lines: string[]) =>
    guides(diagnose(smallCatalog([posting, otherwise]), [...lines, START[1] ?? '', POST]));

  it('counts if the message is missing or has another value', () => {
    expect(read()).toEqual(['posting']);
    expect(read(version('0.71.2'))).toEqual(['posting']);
    expect(read(version('1.2.3'))).toEqual(['otherwise']);
  });
});

describe('work that is not retried', () => {
  const define = entry('agent/define-failed', 'define failed: {cause}', {
    leaves: 'define',
    'over-after': ['agent/starting'],
  });
  const [refused, lost] = [
    guide('refused', [certain('..', 'network/refused')], { order: 9 }),
    guide('define', [possible('agent/define-failed', '..')]),
  ];
  const read = (...lines: string[]) =>
    diagnose(smallCatalog([lost, refused], [define]), [...START, ...lines]).answers.map(
      ({ guide: name, confidence }) => `${name} ${confidence}`,
    );
  const FAILED = '03:00:02 ERROR define failed: dial 192.0.2.1:443: connection refused';

  it('is a further answer after the cause, with the same confidence', () => {
    expect(read(FAILED)).toEqual(['refused certain', 'define certain']);
    expect(read(FAILED, POST)).toEqual(['refused certain', 'define certain']);
  });
  it('has the cause that the evidence of its own guide names', () => {
    const evidence = [{ ...possible('agent/define-failed', '..'), cause: 'outage' }];
    const own = guide('define', evidence);
    const { answers } = diagnose(smallCatalog([own, refused], [define]), [...START, FAILED]);
    expect(answers[1]).toMatchObject({ guide: 'define', causes: ['outage'] });
  });
  it('is no further answer if the guide for the cause names it', () => {
    const own = guide('own', [certain('agent/define-failed', 'network/refused')]);
    expect(guides(diagnose(smallCatalog([lost, own], [define]), [...START, FAILED]))).toEqual([
      'own',
    ]);
  });
  it('is no answer once it was done, and is not listed twice', () => {
    expect(read(FAILED, ...START)).toEqual(['refused certain']);
    expect(read('03:00:02 ERROR define failed: nobody knows')).toEqual(['define possible']);
  });
});

describe('the exit of the agent', () => {
  const restart = (...lines: string[]) => diagnose(smallCatalog([]), [...START, ...lines]).restart;

  it('requires a manual start only if nothing else restarts the agent', () => {
    expect(restart(FATAL)).toBe('by-hand');
    expect(restart(FATAL, '04:00:00 WARNING restarting')).toBe('by-itself');
    expect(restart(FATAL, '04:00:00 WARNING restarting', FATAL)).toBe('by-hand');
    expect(restart(FATAL, '04:00:00 INFO Starting agent version:0.71.2')).toBe('under-way');
    expect(restart(FATAL, ...START)).toBe(null);
    expect(restart('already running')).toBe('not-needed');
    expect(restart('04:00:00 ERROR start failed: restarting')).toBe('by-itself');
    expect(restart('03:01:00 INFO Stopping agent', FATAL)).toBe(null);
    expect(restart('03:01:00 ERROR updated', '03:01:05 INFO Stopping agent')).toBe('by-hand');
  });
  it('is not a fault if it was requested, even if the agent was restarted later', () => {
    const hub = guide('hub', [possible('agent/start-failed', '..')]);
    const stopped = [
      '03:01:00 INFO Stopping agent',
      FATAL,
      ...START.map((line) => line.replace('03:00', '03:02')),
    ];
    expect(diagnose(smallCatalog([hub]), [...START, ...stopped])).toMatchObject({
      status: 'recovered',
      exited: false,
      answers: [],
    });
    expect(diagnose(smallCatalog([hub]), stopped)).toMatchObject({ exited: false, answers: [] });
    expect(guides(diagnose(smallCatalog([hub]), [...START, ...stopped, FATAL]))).toEqual(['hub']);
  });
  it('belongs to a new start if only a start prints it, even after a requested stop', () => {
    const refused = entry('agent/config-refused', 'config refused', {
      ends: 'program',
      'at-start': true,
    });
    const report = diagnose(
      smallCatalog([guide('config', [certain('agent/config-refused')])], [refused]),
      [...START, '03:01:00 INFO Stopping agent', 'config refused'],
    );
    expect(report).toMatchObject({
      status: 'action-needed',
      exited: true,
      restart: 'by-hand',
      stopped: null,
    });
    expect(guides(report)).toEqual(['config']);
  });
  it('makes no statement on data if another process goes on', () => {
    expect(diagnose(smallCatalog([]), ['already running'])).toMatchObject({
      exited: true,
      data: { state: 'unknown' },
    });
  });
});

describe('operations that are retried at once', () => {
  it('are over if the log goes on without another message of the fault', () => {
    const cut = guide('cut', [certain('..', 'network/refused')]);
    const hiccup = '03:05:00 WARNING hiccup: dial 192.0.2.1:443: connection refused';
    const later = '03:06:00 INFO started';
    expect(diagnose(smallCatalog([cut]), [...START, hiccup, later])).toMatchObject({
      status: 'recovered',
      answers: [{ guide: 'cut', state: 'recovered' }],
    });
    // The log ends before the result of the second attempt.
    expect(diagnose(smallCatalog([cut]), [...START, hiccup])).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'cut', state: 'unknown', isTriedAgain: true }],
    });
    expect(diagnose(smallCatalog([cut]), [...START, hiccup, POST])).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'cut', state: 'ongoing' }],
    });
  });
});

describe('confidence', () => {
  it('prefers the possible guide that names more links', () => {
    const vague = guide('vague', [possible('agent/post-failed', '..')], { order: 0 });
    const exact = guide('exact', [possible('agent/post-failed', 'network/refused')], { order: 9 });
    expect(guides(diagnose(smallCatalog([vague, exact]), [...START, POST]))).toEqual(['exact']);
  });
  it('is never certain for a truncated line', () => {
    const refused = guide('refused', [certain('..', 'network/refused')]);
    expect(diagnose(smallCatalog([refused]), [...START, POST.slice(0, -4)]).answers).toMatchObject([
      { guide: 'refused', confidence: 'likely' },
    ]);
  });
});

describe('smallest set', () => {
  const log = [
    ...START,
    '03:05:00 WARNING post failed: answer: 503 Service Unavailable',
    '03:05:10 WARNING checks failed: answer: 503 Service Unavailable',
  ];
  const posting = guide('posting', [certain('agent/post-failed', '..')], { order: 0 });
  const checks = guide('checks', [certain('agent/checks-failed', '..')], { order: 1 });
  const outage = guide('outage', [certain('..', 'api/unavailable')], { order: 9 });

  it('prefers one guide that explains everything to two that explain half each', () => {
    expect(guides(diagnose(smallCatalog([posting, checks, outage]), log))).toEqual(['outage']);
  });
  it('needs two guides if none explains everything', () => {
    expect(guides(diagnose(smallCatalog([posting, checks]), log)).sort()).toEqual([
      'checks',
      'posting',
    ]);
  });
  it('prefers a guide that is needed anyway, even if it is less certain than another', () => {
    const both = guide('both', [
      certain('agent/post-failed', '..'),
      possible('agent/checks-failed', '..'),
    ]);
    const rival = guide('rival', [possible('agent/checks-failed', '..')], { order: 0 });
    expect(diagnose(smallCatalog([rival, both]), log).answers).toMatchObject([
      { guide: 'both', evidence: [2, 3] },
    ]);
  });
  it('keeps the causes of likely evidence, but not of evidence that is only possible', () => {
    const causes = (confidence: 'likely' | 'possible'): unknown => {
      const both = guide('both', [
        { ...certain('agent/post-failed', '..'), cause: 'key' },
        { chain: ['agent/checks-failed', '..'], confidence, cause: 'time' },
      ]);
      return diagnose(smallCatalog([both]), log).answers.map((answer) => answer.causesByFinding);
    };
    expect(causes('likely')).toEqual([[['key'], ['time']]]);
    expect(causes('possible')).toEqual([[['key'], []]]);
  });
});

describe('faults of the program itself', () => {
  const affected = '>=0.71.2 <0.72.0';
  const old = guide('old-fault', [{ ...certain('..', 'network/refused'), affected }]);
  const run = (version: string) => [
    `03:00:00 INFO Starting agent version:${version}`,
    '03:00:01 INFO Started agent',
    POST,
  ];

  it.each([
    ['0.71.2', true],
    ['0.71.9', true],
    ['0.72.0', false],
    ['0.71.1', false],
    ['0.100.0', false],
  ])('version %s is affected: %s', (version, isAnswer) => {
    const { answers } = diagnose(smallCatalog([old]), run(version));
    expect(answers).toHaveLength(isAnswer ? 1 : 0);
    if (isAnswer)
      expect(answers[0]).toMatchObject({
        guide: 'old-fault',
        confidence: 'certain',
        fixedIn: '0.72.0',
      });
  });
  it('are at most possible without a version, which is then asked for', () => {
    const report = diagnose(smallCatalog([old]), [POST]);
    expect(report.answers).toMatchObject([
      { guide: 'old-fault', confidence: 'possible', fixedIn: '0.72.0' },
    ]);
    expect(report.missing).toContain('version');
  });
  it('are listed beside another explanation only in an affected version', () => {
    const refused = guide('refused', [certain('..', 'network/refused')]);
    const proxy = guide('proxy', [{ ...possible('..', 'network/refused'), affected }]);
    expect(diagnose(smallCatalog([proxy, refused]), run('0.71.2')).answers).toMatchObject([
      { guide: 'refused', confidence: 'certain', fixedIn: null },
      { guide: 'proxy', confidence: 'possible', fixedIn: '0.72.0' },
    ]);
    expect(guides(diagnose(smallCatalog([proxy, refused]), run('0.72.0')))).toEqual(['refused']);
    expect(guides(diagnose(smallCatalog([proxy, refused]), [POST]))).toEqual(['refused']);
  });
});

describe('information that would decide', () => {
  const possibleGuide = guide('posting', [possible('agent/post-failed', '..')], { decides: true });

  it('is asked for while an answer is only possible', () => {
    expect(diagnose(smallCatalog([possibleGuide]), [...START, POST]).missing).toContain(
      'guide:posting',
    );
  });
  it('is not asked for if the answer is certain, is over, or would stay the same', () => {
    expect(
      diagnose(
        smallCatalog([guide('posting', [certain('agent/post-failed', '..')], { decides: true })]),
        [...START, POST],
      ).missing,
    ).toEqual([]);
    expect(
      diagnose(smallCatalog([possibleGuide]), [...START, POST, '03:06:00 DEBUG posted']).missing,
    ).toEqual([]);
    expect(
      diagnose(smallCatalog([guide('posting', [possible('agent/post-failed', '..')])]), [
        ...START,
        POST,
      ]).missing,
    ).toEqual([]);
  });
});

describe('unknown text', () => {
  const catalog = smallCatalog(
    [],
    [
      entry('config/load', 'failed to load: {cause}', { role: 'cause' }),
      entry('plugins/output', 'plugin: {cause}'),
    ],
  );
  const asking = {
    ...catalog,
    products: catalog.products.map((product) => ({
      ...product,
      asks: { 'status-code': ['api/error', 'agent/post-failed'], 'config-check': ['config'] },
    })),
  };
  it.each<[string, string[], string[]]>([
    [
      'a response of the server',
      ['03:05:00 WARNING post failed: answer: who knows'],
      ['status-code'],
    ],
    ['a truncated cause', ['03:05:00 WARNING post failed: Post "https'], ['status-code']],
    [
      'a configuration',
      ['03:05:00 ERROR start failed: failed to load: who knows'],
      ['config-check'],
    ],
    [
      'both',
      [
        '03:05:00 WARNING post failed: answer: who knows',
        '03:05:00 ERROR start failed: failed to load: who knows',
      ],
      ['status-code', 'config-check'],
    ],
    ['a plugin', ['03:05:00 WARNING plugin: who knows'], []],
    [
      'a fault that is over',
      ['03:05:00 WARNING post failed: answer: who knows', '03:06:00 DEBUG posted'],
      [],
    ],
  ])('leads to a follow-up question by its context: %s', (_, lines, missing) =>
    expect(diagnose(asking, [...START, ...lines]).missing).toEqual(missing),
  );
});

describe('an exit because of a fault', () => {
  const entries = [
    entry('agent/program-gone', 'program is gone', { 'ends-with': 'agent/updating' }),
    entry('agent/updating', 'Program was updated', { role: 'info' }),
  ];
  const gone = '03:01:00 ERROR program is gone';
  const updating = ['03:01:10 INFO Program was updated', '03:01:10 INFO Stopping agent'];

  it('is detected if the agent asks itself to stop', () => {
    expect(diagnose(smallCatalog([], entries), [...START, gone, ...updating]).exited).toBe(true);
  });
  it('needs the fault and the stop, and no start afterwards', () => {
    expect(diagnose(smallCatalog([], entries), [...START, ...updating]).exited).toBe(false);
    expect(diagnose(smallCatalog([], entries), [...START, gone]).exited).toBe(false);
    expect(
      diagnose(smallCatalog([], entries), [...START, gone, ...updating, ...START]).exited,
    ).toBe(false);
  });
});

describe('wording', () => {
  const aged = entry('agent/aged', 'aged', {
    messages: ['aged', 'aged-old'],
    templates: [
      { text: 'message aged {n:int}', message: 0 },
      { text: 'message was aged', message: 1, since: '0.9.0', until: '0.60.0' },
    ],
  });

  it('limits the version if only old ones print this wording', () => {
    expect(
      diagnose(smallCatalog([], [aged]), ['03:05:00 WARNING message was aged']).wording,
    ).toEqual({ since: '0.9.0', until: '0.60.0' });
    expect(diagnose(smallCatalog([], [aged]), ['03:05:00 WARNING message aged 7']).wording).toEqual(
      { since: null, until: null },
    );
  });
});

describe('the last start', () => {
  const start = '03:00:00 INFO Starting agent version:0.71.2';
  const failed = '03:00:02 WARNING start failed: dial 192.0.2.1:443: connection refused';
  it.each([
    ['succeeded', [start, '03:00:01 INFO Started agent'], null, null],
    ['failed', [start, failed], 'failed', 1],
    ['is still under way', [start, POST], 'under-way', null],
    ['was ended by a request to stop', [start, POST, '03:06:00 INFO Stopping agent'], null, null],
  ])('%s', (_, lines, startup, exitedBy) => {
    expect(diagnose(smallCatalog([]), lines)).toMatchObject({ startup, exitedBy });
  });
  it('names the fault that made the agent exit', () => {
    const report = diagnose(smallCatalog([]), [
      start,
      '03:00:01 INFO Started agent',
      '03:05:00 WARNING updated',
      '03:05:00 INFO Stopping agent',
    ]);
    expect(report.exited).toBe(true);
    expect(report.findings[report.exitedBy ?? -1]?.chain[0]?.entry).toBe('agent/updated');
  });
});

describe('the causes of an answer', () => {
  const plugins = guide('plugins', [
    { ...certain('..', 'network/refused'), cause: 'down' },
    { ...certain('..', 'api/unavailable'), cause: ['down', 'busy'] },
    { ...certain('..', 'api/forbidden'), cause: 'key' },
  ]);
  const causesOf = (...causes: string[]) => {
    const lines = causes.map((cause, at) => `03:05:0${at} WARNING post failed: ${cause}`);
    const [answer] = diagnose(smallCatalog([plugins]), [...START, ...lines]).answers;
    return [answer?.causes, answer?.causesByFinding];
  };
  const [refused, forbidden] = ['dial 192.0.2.1:443: connection refused', 'answer: 403 Forbidden'];
  const busy = 'answer: 503 Service Unavailable';

  it('are listed if each finding proves another one', () => {
    expect(causesOf(refused, forbidden)).toEqual([
      ['down', 'key'],
      [['down'], ['key']],
    ]);
  });
  it('leave out other possible causes if one finding proves a cause', () => {
    expect(causesOf(busy, refused)[0]).toEqual(['down']);
    expect(causesOf(busy)[0]).toEqual(['down', 'busy']);
  });
  it('are all possible causes if the value that decides is cut off', () => {
    const unread = (status: string, cause: string) => ({
      ...certain('agent/unread'),
      where: { status: [status] },
      cause,
    });
    const catalog = smallCatalog(
      [
        guide('reading', [
          unread('403', 'rights'),
          { ...certain('agent/unread'), cause: 'object' },
          { ...certain('..', 'network/refused'), cause: 'down' },
        ]),
      ],
      [
        entry('agent/unread', '', {
          templates: [
            { text: 'could not read {place:word}, status {status:int} of {page:word}' },
            { text: 'could not read {place:word}, statement {statement:word} is wrong' },
          ],
        }),
      ],
    );
    const line = '03:05:00 WARNING could not read box, stat';
    expect(diagnose(catalog, [...START, line]).answers).toMatchObject([
      { guide: 'reading', causes: ['object', 'rights'] },
    ]);
  });
});

it.each([
  [
    'minor',
    'degrades',
    [
      ['child', false],
      ['details', true],
    ],
  ],
  [
    'no minor fault',
    'loses-data',
    [
      ['details', false],
      ['child', false],
    ],
  ],
] as const)('calls missing details %s if their cause %s', (_name, effect, expected) => {
  const catalog = smallCatalog(
    [
      guide('details', [certain('agent/details-failed', 'network/refused')], { effect }),
      guide('child', [certain('agent/child-ended')], { order: 2 }),
    ],
    [entry('agent/details-failed', 'details failed: {cause}', { minor: true })],
  );
  const details = '03:05:00 WARNING details failed: dial 192.0.2.1:443: connection refused';
  const report = diagnose(catalog, [...START, details, '03:06:00 WARNING child ended']);
  expect(report.answers.map(({ guide: name, isMinor }) => [name, isMinor])).toEqual(expected);
});

it('does not know whether a fault that ended the agent is over if the agent was started again', () => {
  const catalog = smallCatalog(
    [guide('killed', [certain('agent/killed', 'agent/signal')])],
    [
      entry('agent/killed', 'child: {cause}'),
      entry('agent/signal', 'signal: killed', { nested: true, ends: 'program' }),
    ],
  );
  const killed = '03:05:00 WARNING child: signal: killed';
  const stateOf = (...lines: string[]) => diagnose(catalog, lines).answers[0]?.state;
  expect(stateOf(...START, killed)).toBe('ongoing');
  expect(stateOf(...START, killed, '03:05:01 INFO Started agent')).toBe('unknown');
});

it('counts values that the backend never accepts as lost', () => {
  const refused = guide('retired', [certain('..', 'network/refused')], { 'refuses-values': true });
  const data = (one: typeof refused) => diagnose(smallCatalog([one]), [...START, POST]).data.state;
  expect(data(refused)).toBe('lost');
  expect(data({ ...refused, 'refuses-values': false })).toBe('late');
});
