import { describe, expect, it } from 'vitest';
import { analyzerText } from './analyzer.ts';
import { offlineText } from './offline.ts';
import { pageText } from './pages.ts';
import { sentences } from './sentences.ts';
import { terminalText } from './terminal.ts';

type Text = (...values: unknown[]) => unknown;

/** A table of texts, which may hold further tables. */
type Table = { readonly [key: string]: unknown };

const AREAS: [string, Record<'en' | 'ja', Table>][] = [
  ['analyzer', analyzerText],
  ['offline', offlineText],
  ['pages', pageText],
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

describe('a text mentions the same values in both languages', () => {
  it.each(pairs.filter(([, en]) => typeof en === 'function'))('%s', (_name, en, ja) => {
    const mentioned = mentionedBy(en);
    expect(mentioned).not.toEqual([]);
    expect(mentionedBy(ja)).toEqual(mentioned);
  });
});

function pairUp(name: string, en: unknown, ja: unknown): [string, unknown, unknown][] {
  return typeof en === 'object' && en !== null
    ? [...new Set([...Object.keys(en), ...Object.keys(ja as Table)])].flatMap((key) =>
        pairUp(`${name}.${key}`, (en as Table)[key], (ja as Table)[key]),
      )
    : [[name, en, ja]];
}

/** List the values that a text mentions, for each combination of types that it accepts. */
function mentionedBy(text: unknown): string[] {
  let calls: unknown[][] = [[]];
  for (let at = 0; at < (text as Text).length; at++)
    calls = calls.flatMap((call) => MARKED.map((mark) => [...call, mark(at)]));
  return calls.flatMap((call) => {
    try {
      const said = JSON.stringify((text as Text)(...call));
      return [...new Set(said.replaceAll(',', '').match(/<\d\w*>|\b41\d\d\b/g))].sort().join(' ');
    } catch {
      return [];
    }
  });
}
