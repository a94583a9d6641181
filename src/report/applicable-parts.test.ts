import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/report.ts';
import { UNKNOWN_DATA } from '../model/report.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Block, Inline, Os, StepBlock } from '../model/prose.ts';
import type { Condition } from '../model/schemas/guide.ts';
import { applicableParts, applicableSteps, decidesCause, provenCause } from './applicable-parts.ts';

const cause = (id: string, steps: string[]): Block => ({
  kind: 'cause',
  id,
  title: `Because of ${id}`,
  steps,
  children: [],
});
const step = (id: string, applies?: Condition): StepBlock => ({
  kind: 'step',
  id,
  title: `Do ${id}`,
  ...(applies && { applies }),
  children: [],
});
const warning = (id: string, applies: Condition): Block => ({
  kind: 'warning',
  id,
  applies,
  children: [],
});
const result = (id: string, applies: Condition): Block => ({
  kind: 'only',
  id,
  applies,
  children: [],
});
const words = {
  language: 'en' as const,
  names: {},
  starts: { example: { guide: 'down', step: 'start', commands: ['service agent start'] } },
  logs: {},
  guides: {
    down: { parts: [{ name: 'Fix' as const, blocks: [step('start')] }] },
    disk: {
      parts: [
        {
          name: 'Causes' as const,
          blocks: [
            cause('full', ['free', 'start']),
            cause('gone', ['mount', 'start']),
            cause('left', ['remove']),
          ],
        },
        {
          name: 'Fix' as const,
          blocks: [
            step('look'),
            step('mount'),
            step('free'),
            step('remove'),
            step('start', { program: 'stopped' }),
          ],
        },
        {
          name: 'Verify' as const,
          blocks: [
            result('inodes', { entries: ['os/no-inodes'] }),
            result('space', { entries: ['os/no-space'] }),
            result('tool', { version: '>=2.0.0' }),
            result('data', { where: { mount: ['/d*'] } }),
            result('others', { 'where-not': { mount: ['/data', '/var/*'] } }),
          ],
        },
        {
          name: 'Dont' as const,
          blocks: [
            warning('restart', { program: 'running' }),
            warning('format', { causes: ['gone'] }),
            warning('hurry', { fault: 'over' }),
            warning('root', { where: { mount: ['/'] } }),
          ],
        },
      ],
    },
  },
};
const answer = (causes: string[], given: Partial<Answer> = {}): Answer => ({
  guide: 'disk',
  confidence: 'certain',
  isMinor: false,
  causes,
  causesByFinding: [causes],
  state: 'ongoing',
  evidence: [0],
  consequences: [],
  fixedIn: null,
  ...given,
});
const report = (given: Partial<InspectedReport> = {}): InspectedReport => ({
  kind: 'log',
  inspections: [],
  reopened: null,
  source: null,
  others: [],
  product: 'example',
  namedAt: null,
  sibling: null,
  version: null,
  stopped: null,
  hosts: [],
  retired: null,
  wording: { since: null, until: null },
  span: { from: '2026-03-02T04:00:00', to: '2026-03-02T05:00:00' },
  status: 'action-needed',
  exited: false,
  exitedBy: null,
  startup: null,
  restart: null,
  data: UNKNOWN_DATA,
  answers: [],
  ifOwn: null,
  findings: [
    {
      chain: [
        { entry: 'os/no-space', message: null, captures: { mount: ['/data'] }, text: 'no space' },
      ],
      text: '',
      rest: null,
      role: 'cause',
      level: 'ERROR',
      count: 1,
      lines: [1],
      first: null,
      last: null,
    },
  ],
  unknown: [],
  missing: [],
  folded: { records: 0, unknown: 0 },
  lines: { total: 2, problem: 1, explained: 1 },
  ...given,
});
const steps = (given: Answer, log = report()): string[] =>
  applicableSteps(given, log, words).map(({ id }) => id);
const warnings = (given: Answer, log = report()): string[] =>
  applicableParts(given, log, words)
    .filter(({ name }) => name === 'Dont')
    .flatMap(({ blocks }) => blocks.flatMap((block) => ('id' in block ? block.id : [])));

describe('the steps that apply', () => {
  it('are the steps of the proven cause, in its order', () => {
    expect(steps(answer(['full']), report({ exited: true, restart: 'by-hand' }))).toEqual([
      'free',
      'start',
    ]);
  });
  it('include steps that find the cause if it is unknown', () => {
    expect(steps(answer([]))).toEqual(['look', 'mount', 'free', 'remove']);
    expect(steps(answer(['full', 'gone']))).toEqual(['look', 'mount', 'free']);
  });
  it('depend on whether the agent runs when the log ends', () => {
    expect(steps(answer(['full']))).toEqual(['free']);
    expect(steps(answer(['full']), report({ stopped: { at: '2026-03-02T05:00:00' } }))).toContain(
      'start',
    );
    // A supervisor may restart it, and one line does not show what came after it.
    expect(steps(answer(['full']), report({ exited: true, restart: 'by-itself' }))).toContain(
      'start',
    );
    expect(steps(answer(['full']), report({ span: { from: null, to: null } }))).toContain('start');
  });
});

it('leaves out the steps for other keys than those at fault in a configuration', () => {
  const ids = ['interval', 'memo'];
  const blocks = ids.map((id) => step(id, { where: { key: [`*.${id}`] } }));
  const shown = (...problems: { guide: string; key: string | null }[]): string[] =>
    applicableSteps(
      answer([], { evidence: [] }),
      report({ inspections: [{ kind: 'config', problems }] } as unknown as InspectedReport),
      { ...words, guides: { disk: { parts: [{ name: 'Fix', blocks }] } } },
    ).map(({ id }) => id);
  const memo = { guide: 'disk', key: 'checks.web.memo' };
  expect(shown(memo)).toEqual(['memo']);
  expect(shown(memo, { guide: 'other', key: 'checks.web.interval' })).toEqual(['memo']);
  expect(shown(memo, { ...memo, key: 'checks.web.interval' })).toEqual(ids);
  expect(shown({ ...memo, key: null })).toEqual(ids);
});

it('leaves out the steps for other types than a setting needs', () => {
  const blocks = ['boolean', 'string'].map((id) => step(id, { where: { expected: [id] } }));
  const problems = [{ guide: 'disk', key: 'verbose', expected: 'boolean' }];
  const shown = applicableSteps(
    answer([], { evidence: [] }),
    report({ inspections: [{ kind: 'config', problems }] } as unknown as InspectedReport),
    { ...words, guides: { disk: { parts: [{ name: 'Fix', blocks }] } } },
  );
  expect(shown.map(({ id }) => id)).toEqual(['boolean']);
});

it('gives the commands of start scripts to a system that has them', () => {
  const command: Block = { kind: 'command', language: 'sh', text: 'sudo systemctl start example' };
  const platform: Block = { kind: 'platform', os: 'linux', children: [command] };
  const fix = { name: 'Fix' as const, blocks: [{ ...step('start'), children: [platform] }] };
  const shown = (given: Partial<InspectedReport>): string =>
    JSON.stringify(
      applicableSteps(answer([]), report(given), { ...words, guides: { disk: { parts: [fix] } } }),
    );
  expect(shown({})).toContain('sudo systemctl start example');
  expect(shown({ hasStartScripts: true })).toContain('sudo service example start');
});

describe('the parts of a step', () => {
  const parts = (text: string): string[] => {
    const only = (id: string, other: string): Block => result(id, { 'text-not': [other] });
    const platform: Block = {
      kind: 'platform',
      os: 'linux',
      children: [only('apt', '*yum*'), only('yum', '*apt*')],
    };
    const fix = { name: 'Fix' as const, blocks: [{ ...step('install'), children: [platform] }] };
    const log = report();
    const [shown] = applicableSteps(
      answer([]),
      { ...log, findings: log.findings.map((finding) => ({ ...finding, text })) },
      { ...words, guides: { disk: { parts: [fix] } } },
    );
    return (shown?.children ?? []).flatMap((block) =>
      block.kind === 'platform' ? block.children.map((part) => ('id' in part ? part.id : '')) : [],
    );
  };

  it('are left out if a message shows that they are for another system', () => {
    expect(parts('apt failed')).toEqual(['apt']);
    expect(parts('yum failed')).toEqual(['yum']);
  });
  it('are all shown if no message shows it', () => {
    expect(parts('it failed')).toEqual(['apt', 'yum']);
  });
});

it('leaves out operating systems for a program whose logs all come from containers', () => {
  const on = (os: Os): Block => ({ kind: 'platform', os, children: [result(os, {})] });
  const blocks = [
    { ...step('start'), children: [on('linux'), on('windows')] },
    { ...step('look'), children: [on('linux'), on('docker')] },
  ];
  const shown = (...places: Os[]): string[] =>
    applicableSteps(answer([]), report(), {
      ...words,
      logs: { example: places.map((os) => ({ os, label: '', where: '', command: '' })) },
      guides: { disk: { parts: [{ name: 'Fix', blocks }] } },
    }).flatMap(({ id, children }) => [
      id,
      ...children.flatMap((block) => (block.kind === 'platform' ? block.os : [])),
    ]);
  expect(shown('kubernetes', 'docker')).toEqual(['look', 'docker']);
  expect(shown('linux', 'docker')).toEqual([
    'start',
    'linux',
    'windows',
    'look',
    'linux',
    'docker',
  ]);
});

it('keeps the commands that also run in a container, so that the text around them makes sense', () => {
  const on = (os: Os, text: string): Block => ({
    kind: 'platform',
    os,
    children: [{ kind: 'command', language: 'sh', text }],
  });
  const text: Block = { kind: 'paragraph', children: [{ kind: 'text', text: 'It prints 200.' }] };
  const blocks = [
    { ...step('ask'), children: [on('linux', 'curl example.com'), on('windows', 'curl'), text] },
    { ...step('edit'), children: [on('linux', 'sudo vi /etc/disk.conf'), text] },
    { ...step('load'), children: [text, on('linux', 'sudo systemctl reload disk')] },
    { ...step('look'), children: [on('linux', 'ls'), on('docker', 'docker ps'), text] },
  ];
  const shown = applicableSteps(answer([]), report(), {
    ...words,
    logs: { example: [{ os: 'docker', label: '', where: '', command: '' }] },
    guides: { disk: { parts: [{ name: 'Fix', blocks }] } },
  }).map(({ id, children }) => [id, ...children.map(({ kind }) => kind)].join(' '));
  expect(shown).toEqual(['ask command paragraph', 'edit paragraph', 'look platform paragraph']);
});

it('leaves out commands for a service if the message was printed by a command in a container', () => {
  const blocks = [
    {
      ...step('load'),
      children: [
        {
          kind: 'platform' as const,
          os: 'linux' as const,
          children: [
            { kind: 'command' as const, language: 'sh', text: 'sudo systemctl reload disk' },
          ],
        },
      ],
    },
    step('fix'),
  ];
  const shown = (platform: Os, level: 'ERROR' | null): string[] =>
    applicableSteps(
      answer([]),
      { ...report(), platform, findings: report().findings.map((one) => ({ ...one, level })) },
      { ...words, guides: { disk: { parts: [{ name: 'Fix', blocks }] } } },
    ).map(({ id }) => id);
  expect(shown('kubernetes', null)).toEqual(['fix']);
  expect(shown('kubernetes', 'ERROR')).toEqual(['load', 'fix']);
  expect(shown('linux', null)).toEqual(['load', 'fix']);
});

describe('an answer that is only possible and has many causes', () => {
  const many = ['a', 'b', 'c', 'd', 'e'];
  const disk = {
    parts: [
      { name: 'Causes' as const, blocks: many.map((id) => cause(id, [id])) },
      { name: 'Fix' as const, blocks: many.map((id) => step(id)) },
    ],
  };
  const shown = (given: Partial<Answer>): string[] =>
    applicableSteps(answer([], given), report(), { ...words, guides: { disk } }).map(
      ({ id }) => id,
    );

  it('has no steps: its follow-up question comes first', () => {
    expect(shown({ confidence: 'possible' })).toEqual([]);
    expect(shown({ confidence: 'likely' })).toEqual(many);
  });
});

describe('the steps for several proven causes', () => {
  it('are the steps of each cause, then the steps that the causes share', () => {
    const both = answer(['full', 'gone'], { causesByFinding: [['full'], ['gone']] });
    const stopped = report({ exited: true, restart: 'by-hand' });
    expect(steps(both, stopped)).toEqual(['free', 'mount', 'start']);
    expect(steps(answer(['full', 'gone']), stopped)).toContain('look');
  });

  it('name the findings that they are about, unless that is all of the evidence', () => {
    const both = answer(['full', 'gone'], {
      evidence: [4, 7],
      causesByFinding: [['full'], ['gone']],
    });
    const about = applicableSteps(both, report({ exited: true, restart: 'by-hand' }), words).map(
      ({ id, findings }) => [id, findings],
    );
    expect(about).toEqual([
      ['free', [4]],
      ['mount', [7]],
      ['start', undefined],
    ]);
  });
});

describe('a sentence about a value', () => {
  const text = (words: string): Inline => ({ kind: 'text', text: words });
  const about = (of: string): Inline => ({ kind: 'value', of, sample: '/srv' });
  const guide = (children: Block[]) => ({
    ...words,
    guides: {
      disk: { parts: [{ name: 'Fix' as const, blocks: [{ ...step('look'), children }] }] },
    },
  });
  const kept = (prose: Inline[][]): Block[] | undefined =>
    applicableSteps(
      answer([]),
      report(),
      guide(prose.map((children) => ({ kind: 'paragraph', children }))),
    )[0]?.children;

  it('is left out if the log does not name the value', () => {
    const [before, after] = [text('Free space first. It is '), text('. Then mount it again.')];
    expect(kept([[before, about('mount'), after]])).toEqual([
      {
        kind: 'paragraph',
        children: [
          text('Free space first. '),
          text('It is '),
          about('mount'),
          text('. '),
          text('Then mount it again.'),
        ],
      },
    ]);
    expect(kept([[before, about('device'), after]])).toEqual([
      { kind: 'paragraph', children: [text('Free space first. '), text('Then mount it again.')] },
    ]);
  });

  it('is left out with its paragraph if that says nothing else', () => {
    expect(kept([[text('It is '), about('device'), text('です。')]])).toEqual([]);
  });
});

describe('the start of a stopped agent', () => {
  const stopped = (given: Partial<InspectedReport> = {}) => {
    const first = answer(['left']);
    return steps(
      first,
      report({ stopped: { at: '2026-03-02T05:00:00' }, answers: [first], ...given }),
    );
  };
  it('is added if no step starts it', () => {
    expect(stopped()).toEqual(['remove', 'start']);
    expect(stopped({ stopped: null })).toEqual(['remove']);
  });
  it('is not added if nothing has to be fixed, or the host is retired', () => {
    expect(stopped({ status: 'recovered' })).toEqual(['remove']);
    expect(stopped({ retired: { host: 'h1', at: null } })).toEqual(['remove']);
  });
});

describe('an agent that has not started yet', () => {
  it('is started at the end, in case it gives up', () => {
    const first = answer(['left']);
    const [, start] = applicableSteps(
      first,
      report({ startup: 'under-way', answers: [first] }),
      words,
    );
    expect(start?.title).toBe('Do start, if it has given up meanwhile');
  });
});

describe('the steps of single causes', () => {
  const folded = (given: Answer): string[] =>
    applicableSteps(given, report({ stopped: { at: '2026-03-02T05:00:00' } }), words).flatMap(
      (one) => (one.isFolded ? one.id : []),
    );
  it('are folded after the step that finds out the cause', () => {
    expect(folded(answer(['full', 'gone']))).toEqual(['mount', 'free']);
    expect(folded(answer(['full']))).toEqual([]);
  });
  it('do not find out the cause, unlike a step that no cause lists or all causes list', () => {
    const open = answer(['full', 'gone']);
    const decide = (id: string): boolean =>
      decidesCause({ kind: 'step', id, title: id, children: [] }, open, words);
    expect(['look', 'free', 'start'].map(decide)).toEqual([true, false, true]);
    expect(decidesCause(undefined, open, words)).toBe(false);
  });
});

describe('the results that apply', () => {
  const results = (given: Partial<InspectedReport>): string[] =>
    applicableParts(answer(['full']), report(given), words)
      .filter(({ name }) => name === 'Verify')
      .flatMap(({ blocks }) => blocks.flatMap((block) => ('id' in block ? block.id : [])));
  it('depend on the entries and values of the evidence', () => {
    expect(results({ version: '1.9.0' })).toEqual(['space', 'data']);
  });
  it('depend on the version, or on the wording if the log does not name it', () => {
    expect(results({ version: '2.0.0' })).toContain('tool');
    expect(results({})).toContain('tool');
    expect(results({ wording: { since: null, until: '1.8.0' } })).not.toContain('tool');
  });
});

describe('the warnings that apply', () => {
  it.each<[string[], Partial<Answer>, string[]]>([
    [['full'], {}, ['restart']],
    [['gone'], {}, ['restart', 'format']],
    [[], {}, ['restart', 'format']],
    [['full'], { state: 'recovered' }, ['restart', 'hurry']],
  ])('for the causes %j and %j are %j', (causes, given, expected) => {
    expect(warnings(answer(causes, given))).toEqual(expected);
  });
  it('leave out warnings about a value that the log does not have', () => {
    const log = report();
    const [finding] = log.findings;
    const link = finding?.chain[0];
    if (link) link.captures = { mount: ['/'] };
    expect(warnings(answer(['full']), log)).toEqual(['restart', 'root']);
  });
});

describe('the proven cause', () => {
  it('is the only one that the evidence leaves possible', () => {
    expect(provenCause(answer(['full']), words)?.id).toBe('full');
    expect(provenCause(answer(['full', 'gone']), words)).toBeNull();
    expect(provenCause(answer([]), words)).toBeNull();
  });
  it('is never that of an answer that is only possible', () => {
    expect(provenCause(answer(['full'], { confidence: 'possible' }), words)).toBeNull();
  });
});
