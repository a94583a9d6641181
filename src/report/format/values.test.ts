import { expect, it } from 'vitest';
import { makeFinding, makeLink } from '../../../tests/helpers/make-finding.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { valuesForAnswer, valuesForStep, valuesFromFindings } from './values.ts';

it('reads values from other programs and other findings only if the guide names the entry', () => {
  const [own, other] = [
    makeFinding(
      makeLink('agent/df-failed', { status: '1' }),
      makeLink('os/stale', { path: '/mnt/nfs' }, true),
    ),
    makeFinding(makeLink('agent/find-host', { path: '/opt/id' })),
  ];
  const { find } = valuesFromFindings([own], {}, [own, other]);
  expect(
    [
      'path',
      'agent/df-failed:path',
      'os/stale:path',
      'agent/find-host:path',
      'nothing | os/stale:path',
      'os/other:path',
    ].map((holes) => find(holes)),
  ).toEqual([null, '/mnt/nfs', '/mnt/nfs', '/opt/id', '/mnt/nfs', null]);
});

it('tells whether another program wrote a value, and never falls back to another finding', () => {
  const { find } = valuesFromFindings([
    makeFinding(makeLink('a/b', { path: '/x' }), makeLink('c/d', { path: '/y' }, true)),
    makeFinding(makeLink('a/b', { path: '/z' })),
  ]);
  expect(find('c/d:path', ({ foreign }) => foreign)).toBe('/y');
  expect(find('path', ({ text }) => text === '/z')).toBe(null);
  expect(find('path | c/d:path', ({ text }) => text === '/y')).toBe('/y');
});

it('hides a value with hidden characters unless the caller accepts it', () => {
  const { find } = valuesFromFindings([makeFinding(makeLink('a/b', { path: '/x\u202e' }))]);
  expect(find('path')).toBe(null);
  expect(find('path', () => true)).toBe('/x\u202e');
});

it('gives the place of a configuration fault, but no values of a reopened report', () => {
  const inspections = [
    {
      kind: 'config',
      problems: [
        { guide: 'other', line: 1, key: null },
        {
          guide: 'toml-errors',
          line: 2,
          key: 'plugin.checks.web.command',
          setting: 'plugin.checks.*.command',
        },
      ],
    },
  ];
  const report = { reopened: null, findings: [], inspections } as unknown as InspectedReport;
  const answer = { guide: 'toml-errors', evidence: [], consequences: [] };
  const { find } = valuesForAnswer(answer, report, {});
  expect(['line', 'key', 'name'].map((hole) => find(hole))).toEqual([
    '2',
    'plugin.checks.web.command',
    'web',
  ]);
  expect(
    valuesForAnswer(answer, { ...report, reopened: {} } as InspectedReport, {}).find('line'),
  ).toBe(null);
});

it('fills a step with values of the findings that it is about, if they have them', () => {
  const report = {
    reopened: null,
    inspections: [],
    flags: {},
    findings: [
      makeFinding(makeLink('a/b', { plugin: 'one', line: '3' })),
      makeFinding(makeLink('c/d', { plugin: 'two' })),
    ],
  } as unknown as InspectedReport;
  const answer = { guide: 'metadata', evidence: [0, 1], consequences: [] };
  const values = valuesForAnswer(answer, report, {});
  const step = { kind: 'step' as const, id: 'fix', title: 'Fix it', children: [] };
  const { find } = valuesForStep({ ...step, findings: [1] }, values);
  expect([find('plugin'), find('line')]).toEqual(['two', '3']);
  expect(valuesForStep(step, values).find('plugin')).toBe('one');
});

it('reads the parts of an address', () => {
  const { find } = valuesFromFindings([
    makeFinding(makeLink('agent/probe', { url: 'http://[::1]:8080/', target: 'db:5432' })),
    makeFinding(makeLink('agent/other', { page: 'https://shop.example.com/api/health' })),
  ]);
  expect(
    ['url.port', 'target.host', 'target.port', 'target.path', 'page.host', 'page.path'].map(
      (holes) => find(holes),
    ),
  ).toEqual(['8080', 'db', '5432', null, 'shop.example.com', 'api/health']);
  expect(find('target.path', () => true)).toBe(null);
});

it.each([
  ['nginx: master', 'nginx'],
  ['sidekiq 7\\.\\d', 'sidekiq'],
  ['^/usr/sbin/httpd', '/usr/sbin/httpd'],
  ['java.*catalina', 'java'],
  ['\\bnode\\b', 'node'],
  ['[r]uby .*puma', 'uby'],
  ['(unicorn|puma)', null],
])('reads the first plain word of the pattern %s', (pattern, word) => {
  const { find } = valuesFromFindings([makeFinding(makeLink('tools/check', { pattern }))]);
  expect(find('pattern.word')).toBe(word);
});
