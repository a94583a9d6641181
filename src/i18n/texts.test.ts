import { describe, expect, it } from 'vitest';
import { analyzerText } from './analyzer.ts';
import { comparisonText } from './comparison.ts';
import { offlineText } from './offline.ts';
import { pageText } from './pages.ts';
import { replyText } from './reply.ts';
import { sentences } from './sentences.ts';
import { terminalText } from './terminal.ts';

type Text = (...values: unknown[]) => unknown;

/** A table of texts, which may hold further tables. */
type Table = { readonly [key: string]: unknown };

const AREAS: [string, Record<'en' | 'ja', Table>][] = [
  ['analyzer', analyzerText],
  ['comparison', comparisonText],
  ['offline', offlineText],
  ['pages', pageText],
  ['reply', replyText],
  ['sentences', sentences],
  ['terminal', terminalText],
];

/** Values of the types that texts mention, recognizable in the text. */
const MARKED = [
  (at: number) => 4101 + at,
  (at: number) => `<${at}>`,
  (at: number) => [`<${at}a>`, `<${at}b>`],
  (at: number) =>
    new Proxy({}, { get: (_, field) => typeof field === 'string' && `<${at}${field}>` }),
];

const pairs = AREAS.flatMap(([area, { en, ja }]) => pairUp(area, en, ja));

/** Texts whose last value is the program, which is the subject. Japanese omits the subject. */
const SUBJECT_LEFT_OUT = new Set([
  'comparison.hostId',
  'sentences.inspect.config.costs.changed',
  'sentences.inspect.config.costs.refused',
  'reply.whichPlatform',
  'sentences.report.data.thrown',
  'sentences.report.ifUnintended',
  'sentences.report.startup.under-way',
  'sentences.report.stopped',
]);

const pairsWithValues = pairs.filter(([, en]) => typeof en === 'function');

it.each(pairsWithValues.filter(([name]) => SUBJECT_LEFT_OUT.has(name)))(
  '%s mentions the same values in both languages, except the subject',
  (_name, en, ja) => {
    const withSubject = (...values: unknown[]): unknown => (en as Text)(...values, 'the program');
    expect(mentionedBy(ja)).toEqual(mentionedBy(withSubject, (en as Text).length - 1));
  },
);

describe('a text mentions the same values in both languages', () => {
  it.each(pairsWithValues.filter(([name]) => !SUBJECT_LEFT_OUT.has(name)))(
    '%s',
    (_name, en, ja) => {
      const mentioned = mentionedBy(en);
      expect(mentioned).not.toEqual([]);
      expect(mentionedBy(ja)).toEqual(mentioned);
    },
  );
});

// Only one of the products calls itself an agent; sentences use the name that a product declares.
it('calls no program an agent', () => {
  const said = pairs.flatMap(([name, ...texts]) =>
    texts.flatMap((text) => saidBy(text).map((words) => `${name}: ${words}`)),
  );
  expect(said.filter((words) => /\bagents?\b|エージェント/i.test(words))).toEqual([]);
});

function pairUp(name: string, en: unknown, ja: unknown): [string, unknown, unknown][] {
  return typeof en === 'object' && en !== null
    ? [...new Set([...Object.keys(en), ...Object.keys(ja as Table)])].flatMap((key) =>
        pairUp(`${name}.${key}`, (en as Table)[key], (ja as Table)[key]),
      )
    : [[name, en, ja]];
}

/** List the values that a text mentions, for each combination of types that it accepts. */
function mentionedBy(text: unknown, arity?: number): string[] {
  return saidBy(text, arity).map((said) =>
    [...new Set(said.replaceAll(',', '').match(/<\d\w*>|\b41\d\d\b/g))].sort().join(' '),
  );
}

/** Return a text as JSON, once for each combination of types that it accepts. */
function saidBy(text: unknown, arity = typeof text === 'function' ? text.length : 0): string[] {
  if (typeof text !== 'function') return [JSON.stringify(text)];
  let calls: unknown[][] = [[]];
  for (let at = 0; at < arity; at++)
    calls = calls.flatMap((call) => MARKED.map((mark) => [...call, mark(at)]));
  return calls.flatMap((call) => {
    try {
      return [JSON.stringify((text as Text)(...call))];
    } catch {
      return [];
    }
  });
}
