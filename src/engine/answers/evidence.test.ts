import { describe, expect, it } from 'vitest';
import type { Report } from '../../model/report.ts';
import { diagnose, entry, guide, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import { isOneOf } from './evidence.ts';

const START = ['03:00:00 INFO Starting agent version:0.71.2', '03:00:01 INFO Started agent'];
const FATAL = 'start failed: dial 192.0.2.1:443: connection refused';
const possible = (...chain: string[]) => ({ chain, confidence: 'possible' as const });
const guides = ({ answers }: Report) => answers.map(({ guide: name }) => name);

describe('a missing entry as evidence', () => {
  const hanging = guide('hanging', [
    { ...possible('agent/starting'), without: 'agent/started', within: 600 },
  ]);
  const [starting = '', started = ''] = START;
  const catalog = smallCatalog([hanging]);

  it('counts if the log goes on and the entry never comes', () => {
    const report = diagnose(catalog, [starting, '03:20:00 DEBUG idle']);
    expect(report).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'hanging', confidence: 'possible', state: 'ongoing', evidence: [0] }],
    });
  });
  it('counts if the agent was stopped instead', () => {
    expect(guides(diagnose(catalog, [starting, '03:20:00 INFO Stopping agent']))).toEqual([
      'hanging',
    ]);
  });
  const again = ['03:00:00', '03:01:05', '03:02:10'].map(
    (time) => `${time} INFO Starting agent version:0.71.2`,
  );
  it('counts if the start is repeated again and again', () => {
    expect(guides(diagnose(catalog, again))).toEqual(['hanging']);
  });
  it.each([
    ['two starts', again.slice(1), 'unconfirmed'],
    [
      'starts that all succeeded',
      again.flatMap((line) => [
        line,
        line.replace('Starting agent version:0.71.2', 'Started agent'),
      ]),
      null,
    ],
    [
      'starts that were stopped by request',
      again.flatMap((line) => [
        line,
        line.replace('Starting agent version:0.71.2', 'Stopping agent'),
      ]),
      null,
    ],
    ['starts on different days', again.map((line, day) => `0${day + 1} ${line}`), 'unconfirmed'],
    [
      'lines that were collected three times',
      again.slice(0, 1).flatMap((line) => [line, line, line]),
      'unconfirmed',
    ],
  ])('does not count for %s', (_, lines, startup) => {
    expect(diagnose(catalog, lines)).toMatchObject({ startup, answers: [] });
  });
  it('is over after a successful start', () => {
    expect(
      diagnose(catalog, [
        starting,
        '03:20:00 INFO Stopping agent',
        '03:20:02 INFO Starting agent version:0.71.2',
        '03:20:03 INFO Started agent',
      ]),
    ).toMatchObject({ status: 'healthy', answers: [] });
  });
  it.each([
    ['a successful start', [starting, started, '03:20:00 DEBUG idle']],
    ['an early request to stop', [starting, '03:01:00 INFO Stopping agent', '03:20:00 DEBUG idle']],
  ])('does not count for %s', (_, lines) => {
    expect(diagnose(catalog, lines)).toMatchObject({ status: 'healthy', answers: [] });
  });
  it.each([
    ['right after', [starting]],
    ['too early', [starting, '03:09:00 DEBUG idle']],
  ])('does not count if the log does not show that the start succeeded: it ends %s', (_, lines) => {
    expect(diagnose(catalog, lines)).toMatchObject({
      status: 'healthy',
      startup: 'unconfirmed',
      answers: [],
    });
  });
  it('does not count if another line explains it', () => {
    expect(guides(diagnose(catalog, [starting, FATAL, '03:20:00 DEBUG idle']))).toEqual([]);
  });
});

describe('evidence that requires a later entry', () => {
  const reborn = guide('reborn', [{ ...possible('agent/retired'), then: 'agent/started' }]);
  const retired = '03:00:00 INFO retired a1';
  const [starting = '', started = ''] = START.map((line) => line.replace(/^\S+/, '03:01:00'));

  it('counts if that entry follows', () => {
    expect(diagnose(smallCatalog([reborn]), [retired, starting, started])).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'reborn', state: 'ongoing' }],
    });
  });
  it('does not count if that entry came before, or never', () => {
    expect(
      diagnose(smallCatalog([reborn]), [...START, retired.replace('03:00', '03:05')]),
    ).toMatchObject({ status: 'healthy', answers: [] });
    expect(diagnose(smallCatalog([reborn]), [retired, starting])).toMatchObject({
      startup: 'unconfirmed',
      answers: [],
    });
  });
});

describe('a repeated entry as evidence', () => {
  const tried = [entry('agent/asked', 'asked: {cause}')];
  const outage = guide('outage', [
    { ...possible('agent/start-failed', 'api/error'), again: 'agent/asked' },
  ]);
  const catalog = smallCatalog([outage], tried);
  const asked = (second: number, text: string): string =>
    `03:00:0${second} WARNING asked: answer: ${text}`;
  const fatal = (text: string): string => `start failed: answer: ${text}`;

  it('counts if the operation was repeated in one start', () => {
    expect(
      guides(
        diagnose(catalog, [
          ...START.slice(0, 1),
          ...[2, 4, 6, 8].map((second) => asked(second, 'no')),
          fatal('no'),
        ]),
      ),
    ).toEqual(['outage']);
  });
  it.each([
    ['one try', [START[0] ?? '', asked(2, 'no'), fatal('no')]],
    [
      'one try per start',
      [1, 2, 3].flatMap((minute) =>
        [START[0] ?? '', asked(2, 'no'), fatal('no')].map((line) =>
          line.replace('03:00', `03:0${minute}`),
        ),
      ),
    ],
    [
      'one try per start, in a log that begins after a start',
      [asked(2, 'no'), fatal('no'), START[0] ?? '', asked(5, 'no'), fatal('no')],
    ],
    [
      'lines that were collected twice',
      [1, 2, 3].flatMap((minute) =>
        [START[0] ?? '', asked(2, 'no'), fatal('no')].flatMap((line) =>
          Array<string>(2).fill(line.replace('03:00', `03:0${minute}`)),
        ),
      ),
    ],
    [
      'tries that ended differently',
      [START[0] ?? '', ...[2, 4, 6, 8].map((second) => asked(second, 'no')), fatal('never')],
    ],
  ])('does not count for %s', (_, lines) => {
    expect(guides(diagnose(catalog, lines))).toEqual([]);
  });
});

describe('an entry that must be beside a message', () => {
  const POST = '03:05:00 WARNING post failed: dial 192.0.2.1:443: connection refused';
  const ENDED = '03:05:02 ERROR child ended';
  const idle = Array<string>(4).fill('03:05:01 DEBUG idle');
  const post = possible('agent/post-failed', '..');
  const causeWith = (more: object, lines: string[]): unknown => {
    const beside = { ...post, beside: 'agent/child-ended', cause: 'child', ...more };
    const catalog = smallCatalog([guide('post', [beside, { ...post, cause: 'network' }])]);
    return diagnose(catalog, lines).answers[0]?.causes;
  };

  it('may be anywhere in the log', () => {
    expect(causeWith({}, [POST, ...idle, ENDED])).toEqual(['child']);
    expect(causeWith({}, [POST, ...idle])).toEqual(['network']);
  });

  it('must be near if the evidence limits the number of lines', () => {
    const near = { 'within-lines': 3 };
    expect(causeWith(near, [POST, ...idle, ENDED])).toEqual(['network']);
    expect(causeWith(near, [POST, ...idle.slice(2), ENDED])).toEqual(['child']);
    expect(causeWith(near, [ENDED, POST])).toEqual(['child']);
    expect(causeWith(near, [POST, ...idle, ENDED, POST])).toEqual(['child']);
  });
});

describe('a list of values', () => {
  it.each([
    ['check-log', ['check-log'], true],
    ['check-log', ['check-*'], true],
    ['sh -c check-log', ['check-*'], false],
    ['plugin.checks.a.memo', ['*.memo'], true],
    ['/opt/check-log -f x', ['/opt/*log*'], true],
    ['ab', ['ab*b'], false],
    ['a b', ['* *'], true],
  ])('holds %j in %j: %j', (value, list, expected) => {
    expect(isOneOf(value, list)).toBe(expected);
  });
});

describe('a cause that the log rules out', () => {
  const both = guide('both', [
    {
      chain: ['agent/post-failed', '..'],
      cause: ['wall', 'proxy'],
      confidence: 'certain' as const,
    },
  ]);
  const catalog = smallCatalog([{ ...both, 'rules-out': { proxy: ['agent/started'] } }]);
  const post = `03:05:00 WARNING post failed: ${FATAL.slice('start failed: '.length)}`;
  it('is not left open', () => {
    expect(diagnose(catalog, [...START, post]).answers[0]?.causes).toEqual(['wall']);
    expect(diagnose(catalog, [START[0] ?? '', post]).answers[0]?.causes).toEqual(['wall', 'proxy']);
  });

  it('is left out if another cause is possible, and is kept if no other is', () => {
    const failed = guide('failed', [
      { chain: ['agent/post-failed', '..'], cause: 'wall', confidence: 'certain' as const },
      { chain: ['agent/start-failed', '..'], cause: 'proxy', confidence: 'certain' as const },
    ]);
    const ruled = smallCatalog([{ ...failed, 'rules-out': { proxy: ['agent/post-failed'] } }]);
    const causes = (lines: string[]): unknown => diagnose(ruled, lines).answers[0]?.causes;
    expect(causes([post, `03:05:10 ERROR ${FATAL}`])).toEqual(['wall']);
    expect(causes([`03:05:10 ERROR ${FATAL}`])).toEqual(['proxy']);
    const alone = smallCatalog([{ ...failed, 'rules-out': { wall: ['agent/post-failed'] } }]);
    expect(diagnose(alone, [post]).answers[0]?.causes).toEqual(['wall']);
  });
});
