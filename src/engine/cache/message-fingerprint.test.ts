import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '../../model/catalog.ts';
import { STANDALONE, readChain } from '../chains/chain.ts';
import type { Chain } from '../chains/chain-links.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { compileFirst, entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import { encodeRange } from '../lines/byte-range.ts';
import { encode } from '../lines/bytes.ts';
import { MessageFingerprint } from './message-fingerprint.ts';

const matcherOf = (texts: readonly string[]): ProductMatcher =>
  compileFirst(
    smallCatalog(
      [],
      texts.map((text, index): CatalogEntry => entry(`agent/t${index}`, text)),
    ),
  );

/** Return the shape of a text as a string, or undefined if it has none. */
function shapeOf({ literalWords }: ProductMatcher, text: string): string | undefined {
  const shape = new MessageFingerprint(literalWords);
  return shape.computeShape(encode(text), 0, text.length, false)
    ? `${shape.low} ${shape.high} ${shape.variableWords}`
    : undefined;
}

describe('two messages', () => {
  const matcher = matcherOf([
    'x509: {cause}',
    'took {time:word}s',
    'exit code: {code:int}',
    'class{name:word} 12 of {count:int}',
  ]);
  const areAlike = (a: string, b: string): boolean => shapeOf(matcher, a) === shapeOf(matcher, b);

  it('have the same shape if only numbers and names with a digit differ', () => {
    expect(
      areAlike('dial 20.0.0.9:443 from web-4fc9', 'dial 192.168.10.77:40112 from web-7c'),
    ).toBe(true);
    expect(areAlike('exit code: 7', 'exit code: 86')).toBe(true);
    expect(areAlike('exit code: 7', 'exit code: 7a')).toBe(false);
    expect(areAlike('dial web7', 'dial web')).toBe(false);
    expect(areAlike('dial (7)', 'dial [7]')).toBe(false);
  });

  it('have different shapes if words of a literal, or of a truncated one, differ', () => {
    expect(areAlike('x509: a', 'x510: a')).toBe(false);
    expect(areAlike('left x50', 'left x51')).toBe(false);
    expect(areAlike('12 of', '13 of')).toBe(false);
  });

  it('have different shapes if letters differ that may belong to a literal next to a hole', () => {
    expect(areAlike('took 10s', 'took 8280s')).toBe(true);
    expect(areAlike('took 10ms', 'took 10xs')).toBe(false);
    expect(areAlike('class4a', 'clasp4a')).toBe(false);
  });

  it('have no shape with an escape, or if a hole or a literal may end within a word', () => {
    expect(shapeOf(matcher, String.raw`path C:\7`)).toBeUndefined();
    for (const text of [
      'a{why:cause}',
      '{why:cause}b 1',
      '{a:word}x{b:word}',
      '{a:word}4 x',
      '{a:int}{b:word}',
    ])
      expect(shapeOf(matcherOf([text]), 'free 4')).toBeUndefined();
  });
});

it('reads messages of the same shape alike, whatever the templates', () => {
  const part = fc.constantFrom(
    'a',
    'b4',
    '4',
    '44',
    's',
    'x',
    '{word}',
    '{int}',
    '{number}',
    '{text}',
    '{path}',
    '{quoted}',
    '{rest}',
    '{cause}',
    '{cause}',
  );
  const space = fc.constantFrom(' ', ' ', ' ', ': ', '.', '"', '');
  const template = fc.array(fc.tuple(part, space), { minLength: 1, maxLength: 5 }).map((parts) =>
    parts
      .map(([one, after], index) => one.replace(/\{(\w+)\}/, `{h${index}:$1}`) + after)
      .join('')
      .trim(),
  );
  const value = fc.constantFrom(
    'a',
    's',
    'b4',
    '4',
    '5',
    '44',
    '404',
    '4s',
    '12s',
    'a4',
    'a44 s',
    '4a',
    'x 5e',
    'b4x',
    '-4',
    '4.5',
    '4a.b4: s',
    '"7" 5',
  );
  const values = fc.array(value, { minLength: 12, maxLength: 12 });
  const others = fc.array(
    fc.constantFrom('4', '44', '51', '4s', '7s', '70as', 'a7', 'aa404', 'b4', 'b45', '5eee5'),
    { minLength: 16, maxLength: 16 },
  );
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(template, { minLength: 1, maxLength: 5 }),
      values,
      others,
      (templates, fills, words) => {
        const one = filled(templates, fills);
        let number = 0;
        const other = one.replace(/\w*\d\w*/g, (old) => words[number++] ?? old);
        if (one === other) return;
        const matcher = compiled(templates);
        if (
          !matcher ||
          shapeOf(matcher, one) === undefined ||
          shapeOf(matcher, one) !== shapeOf(matcher, other)
        )
          return;
        const read = (text: string): unknown =>
          readingOf(readChain(matcher, encodeRange(text), STANDALONE));
        if (read(one) !== null) compared++;
        expect(read(other), `${templates.join(' | ')} ⇒ ${one} ⇒ ${other}`).toEqual(read(one));
      },
    ),
    { numRuns: 12_000, seed: 7 },
  );
  expect(compared).toBeGreaterThan(250);
});

/**
 * Fill the holes of the first template with values, and its cause holes with the other templates.
 */
function filled(
  [text = '', ...causes]: readonly string[],
  [value = '', ...values]: readonly string[],
): string {
  return text
    .replace(/\{\w+:(\w+)\}/g, (_, type: string, at: number) =>
      type === 'cause' && causes.length > 0 ? filled(causes, values) : (values[at % 7] ?? value),
    )
    .trim();
}

/** Compile the templates, or return null if one of them is invalid. */
function compiled(templates: readonly string[]): ProductMatcher | null {
  try {
    const matcher = matcherOf(templates);
    matcher.beginnings.forEach((_, index) => matcher.groupAt(index));
    return matcher;
  } catch {
    return null;
  }
}

/** Return the templates of a chain, and whether its end is known. */
function readingOf(chain: Chain | null): unknown {
  return (
    chain && [
      chain.rule.entry.id,
      chain.isBelowForeign,
      chain.rest !== null,
      chain.links,
      readingOf(chain.below),
    ]
  );
}
