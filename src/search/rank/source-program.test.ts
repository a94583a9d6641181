import { expect, it } from 'vitest';
import { buildSymptoms, buildTitles } from '../../compiler/index.ts';
import { openSampleContent } from '../../../tests/open-sample-content.ts';
import { compileLexicon } from '../tokenize/lexicon.ts';
import { adaptToProgram, namesPlugin, sourceProgramOf } from './source-program.ts';

const content = openSampleContent();
const symptoms = buildSymptoms(content, 'en');
const titles = buildTitles(content, 'en');

it.each([
  [
    'mackerel-plugin-postgres pq: SSL is not enabled on the server',
    { guide: 'plugin-stderr', isSure: false },
  ],
  [
    'check-mysql: this user requires old password authentication',
    { guide: 'check-unknown', isSure: false },
  ],
  ['check-http.exe: EOF', { guide: 'check-unknown', isSure: false }],
  ['check-log: the state file is broken', { guide: 'check-log', isSure: false }],
  [
    'LOG UNKNOWN: open /var/log/app.log: permission denied',
    { guide: 'check-unknown', isSure: true },
  ],
])('attributes to a program: %s', (text, program) =>
  expect(sourceProgramOf(text, symptoms)).toEqual(program),
);

it.each([
  'the check-http plugin says EOF',
  'check-http',
  'check-http self signed certificate',
  'UNKNOWN: command timed out',
  'failed: a very long sentence of somebody, UNKNOWN: x',
  'mackerel-agent: EOF',
])('attributes to no program: %s', (text) => expect(sourceProgramOf(text, symptoms)).toBeNull());

it('puts the guide of the program first and drops those about the connection', () => {
  const program = { guide: 'plugin-stderr', isSure: false };
  const adapt = (...results: string[]): string[] =>
    adaptToProgram(results, program, symptoms, titles);
  expect(adapt('guide:proxy', 'entry:network/proxy-refused', 'guide:works-by-hand')).toEqual([
    'guide:plugin-stderr',
    'guide:works-by-hand',
  ]);
  expect(adapt('guide:plugin-timeout', 'guide:timeouts')).toEqual(['guide:plugin-timeout']);
  expect(adapt('guide:cannot-write-files')).toEqual([
    'guide:plugin-stderr',
    'guide:cannot-write-files',
  ]);
  expect(adapt()).toEqual([]);
  expect(adaptToProgram([], { ...program, isSure: true }, symptoms, titles)).toEqual([
    'guide:plugin-stderr',
  ]);
});

it.each([
  ['postgres plugin connection refused', true],
  ['nginxのプラグインがタイムアウトする', true],
  ['connection refused', false],
  ['connection refused on the nginx host', false],
  ['restart the plugin behind nginx', false],
  ['apache mod_status plugin 403', true],
  ['nginx agent plugin 403', false],
  ['nginx with the plugin', false],
  ['plugin exits with exit status 1', true],
  ['プラグインが403', true],
  ['refused after a new plugin', false],
  ['check-http connection refused', true],
  ['the check connection refused', false],
])('detects whether a text names a plugin as its source: %s', (text, isNamed) =>
  expect(namesPlugin(text, compileLexicon(symptoms.thesaurus), symptoms.thesaurus)).toBe(isNamed),
);
