import { describe, expect, it } from 'vitest';
import type { Report } from '../../model/report.ts';
import { groupNames, joinRestarts, sourcesOf } from './same-source.ts';

describe('groupNames', () => {
  it.each([
    [
      ['web01', 'web02', 'db01'],
      ['web01', 'web02', 'db01'],
    ],
    [['web01', 'WEB01'], ['web01']],
    [['web01.example.com', 'web01'], ['web01.example.com']],
    [
      ['web01', 'db01', 'Web01.example.com', 'web01.example.com.'],
      ['web01', 'db01'],
    ],
    // Hosts of two domains may have the same short name.
    [
      ['web.tokyo.example.com', 'web.osaka.example.com'],
      ['web.tokyo.example.com', 'web.osaka.example.com'],
    ],
    [
      ['web01', 'web010', 'web01a.example.com'],
      ['web01', 'web010', 'web01a.example.com'],
    ],
    [
      ['10.0.0.1', '10.0.0.10'],
      ['10.0.0.1', '10.0.0.10'],
    ],
    [['/agent-1', 'agent-1'], ['/agent-1']],
    [[], []],
  ])('the names %j are of the sources %j', (names, sources) =>
    expect(sourcesOf(groupNames(names))).toEqual(sources),
  );
});

/**
 * Return a report on a source that ran from one hour to another and then stopped, unless it still
 * runs.
 */
const report = (source: string, from: string, to: string, runsOn = false): Report =>
  ({
    source,
    span: { from: `2026-03-02T${from}:00:00`, to: `2026-03-02T${to}:00:00` },
    stopped: runsOn ? null : { at: `2026-03-02T${to}:00:00` },
    exited: false,
  }) as Report;
const joined = (...reports: Report[]): string[] | null => {
  const groups = joinRestarts(groupNames(reports.map(({ source }) => source ?? '')), reports);
  return groups && sourcesOf(groups);
};

describe('joinRestarts', () => {
  it.each([
    ['a pod of a Deployment', 'web-7d9f8c6b54-x7k2p', 'web-7d9f8c6b54-zq9lm'],
    ['a pod of a new ReplicaSet', 'web-7d9f8c6b54-x7k2p', 'web-5c6bf7d984-zq9lm'],
    ['a pod of a DaemonSet', 'agent-x7k2p', 'agent-zq9lm'],
    ['a task of ECS', '0123456789abcdef0123456789abcdef', 'fedcba98765432100123456789abcdef'],
    [
      'a task of Docker Swarm',
      'agent.1.k2pzq9lmx7k2pzq9lmx7k2pzq@node1',
      'agent.1.zq9lmx7k2pzq9lmx7k2pzq9lm@node1',
    ],
  ])('joins %s with the one that replaced it', (_, first, second) => {
    expect(joined(report(first, '01', '03'), report(second, '03', '05', true))).toEqual([first]);
    expect(joined(report(second, '05', '07', true), report(first, '01', '03'))).toEqual([first]);
  });
  it('joins several restarts in a row', () =>
    expect(
      joined(
        report('agent-x7k2p', '01', '02'),
        report('agent-zq9lm', '02', '03'),
        report('agent-4bd7w', '04', '05', true),
      ),
    ).toEqual(['agent-x7k2p']));
  it.each([
    [
      'which ran at the same time',
      report('agent-x7k2p', '01', '04'),
      report('agent-zq9lm', '03', '05'),
    ],
    [
      'of which the first did not stop',
      report('agent-x7k2p', '01', '03', true),
      report('agent-zq9lm', '04', '05'),
    ],
    ['of two owners', report('web-x7k2p', '01', '03'), report('db-zq9lm', '04', '05')],
    ['which are hosts', report('web-app01', '01', '03'), report('web-app02', '04', '05')],
    ['which are numbered', report('web-0', '01', '03'), report('web-1', '04', '05')],
  ])('does not join two sources %s', (_, first, second) =>
    expect(joined(first, second)).toBeNull(),
  );
});
