import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSymptoms, buildTitles, LANGUAGES } from '../../src/compiler/index.ts';
import { readQueries } from '../eval/read-queries.ts';
import { looksLikeLog, mayContainMessage } from '../../src/search/rank/classify-text.ts';
import { plainWordsOf, type IsPlain } from '../../src/search/ui/plain-words.ts';
import { readFragment, writeFragment } from '../../src/search/ui/url-fragment.ts';
import { buildIndex } from '../../src/search/index/inverted-index.ts';
import { content } from '../helpers/whole-content.ts';

const LOGS = [
  '2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden',
  'WARNING <command> API request failed: 403 Forbidden',
  'Nov  2 02:14:00 app7 mackerel-agent[3391]: signal: killed',
  'one line\nanother line',
  '{"log":"x","stream":"stderr"}',
  'apikey = "abcd"',
  'MACKEREL_APIKEY=abcd',
  'X-Api-Key: abcdefghij',
  'p3xQ8vZ1kL0mN5bT7yR2wE9sA4dF6gH8jK1lZ3xC5vB7',
  'x'.repeat(201),
];

/** Fragments of logs and private values that nothing marks as a log. */
const PIECES = [
  'AKIAIOSFODNN7EXAMPLE denied',
  'AKIAIOSFODNN7EXAMPLE',
  'db01',
  'db01 connection refused',
  'prod-db-3',
  'web-proxy-2',
  'db01.internal.example',
  'user@example.com',
  'yamada',
  'permission denied for yamada',
  '192.0.2.17',
  '10.0.0.1 timeout',
  '10 0 0 17',
  '2001:db8::1',
  '123456789',
  '090-1234-5678',
  '2026-03-02',
  '3xKq8PzWv1nAbCdEfGhIjKlMn',
  'hunter2',
  'est failed 403 Forb',
  'Failed to post metrics value',
  'API request failed: 403',
  'Get "https://api.mackerelio.com/": EOF',
  '/home/yamada/plugins',
  '/var/lib/mackerel-agent/id',
  '山田太郎',
  '鈴木のサーバ',
  'たなか',
  'パスワードはひみつ',
  'ヤマダ商事',
];

const tests = LANGUAGES.map((language): [string, IsPlain] => {
  const symptoms = buildSymptoms(content, language);
  return [
    language,
    plainWordsOf({ symptoms, titles: buildIndex(buildTitles(content, language), symptoms) }),
  ];
});

it.each(LOGS)('%s looks like a log, a file or a key', (text) =>
  expect(looksLikeLog(text)).toBe(true),
);

describe.each(tests)('in %s', (_language, isPlain) => {
  it.each([...LOGS, ...PIECES])('%s leaves no trace', (text) => expect(isPlain(text)).toBe(false));
  it.each([
    'agent does not start',
    'エージェントが起動しない',
    '403',
    'プロキシ 設定',
    'plugins time-out',
    'check_interval',
    'retire host',
  ])('%s stays in the fragment', (text) => {
    expect(isPlain(text) && readFragment(writeFragment(text)).query).toBe(text);
  });
  it('a plain query is no longer plain with a secret in it', () => {
    const plain = 'proxy settings agent';
    expect(isPlain(plain)).toBe(true);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,8}\d[a-z0-9]{4,12}$/), fc.nat(3), (secret, at) => {
        const words = plain.split(' ');
        words.splice(at, 0, secret);
        return !isPlain(words.join(' '));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
  it('keeps filters in the fragment', () => {
    const filters = { product: '', kind: 'guide', catalog: '', level: '', platform: 'windows' };
    const query = 'proxy';
    expect(isPlain(query) && readFragment(writeFragment(query, filters))).toEqual({
      query,
      filters,
    });
  });
});

it('most questions of the evaluation may leave a trace, so that readers can return to them', () => {
  const asked = readQueries().filter(({ kind }) => kind === 'words');
  const share = tests.map(([language, isPlain]) => {
    const own = asked.filter((query) => query.language === language);
    return own.filter(({ text }) => isPlain(text)).length / own.length;
  });
  expect(Math.min(...share)).toBeGreaterThan(0.6);
});

it('plain words are not passed to the engine', () =>
  expect(
    [
      'agent does not start',
      'エージェントが起動しない',
      'check_interval',
      'mackerel-agent 403',
    ].filter(mayContainMessage),
  ).toEqual([]));
