import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/search/tokenize/tokens.ts';
import { content } from '../helpers/whole-content.ts';

const { thesaurus, guides, elsewhere } = content;
const words = thesaurus.flatMap(({ same }) => same.flat());
const keysOf = (word: string): string =>
  tokenize(word)
    .map(({ keys: [first = ''] }) => first)
    .join(' ');

describe('the thesaurus', () => {
  it('has no word that the search cannot tokenize', () =>
    expect(
      words.filter((word) => keysOf(word) === '' && !/^[\u3041-\u3096ー]{2,}$/.test(word)),
    ).toEqual([]));
  it('has no word with two meanings', () => {
    const lists = thesaurus.flatMap(({ same }) => same);
    const single = lists.map(
      (list) => new Set(list.map(keysOf).filter((key) => key !== '' && !key.includes(' '))),
    );
    const twice = single.flatMap((keys, at) =>
      single.slice(at + 1).flatMap((others) => [...keys].filter((key) => others.has(key))),
    );
    expect(twice).toEqual([]);
  });
});

/** Return texts that the search cannot tell from an earlier one. */
const superfluous = (texts: readonly string[], keyOf: (text: string) => string): string[] => {
  const known = new Set<string>();
  return [...new Set(texts)].filter((text) => {
    const key = keyOf(text);
    const isKnown = key !== '' && known.has(key);
    known.add(key);
    return isKnown;
  });
};
const sortedKeysOf = (text: string): string => keysOf(text).split(' ').sort().join(' ');

describe('no search phrase is listed twice', () => {
  it('in a list of the thesaurus', () =>
    expect(
      thesaurus.flatMap(({ same }) => same.flatMap((list) => superfluous(list, keysOf))),
    ).toEqual([]));
  it('in a guide', () =>
    expect(
      guides.flatMap(({ prose }) =>
        superfluous(
          [prose.en, prose.ja].flatMap(({ head }) => head.symptoms),
          sortedKeysOf,
        ),
      ),
    ).toEqual([]));
  it('in a topic that is answered elsewhere', () =>
    expect(elsewhere.flatMap(({ words: typed }) => superfluous(typed, sortedKeysOf))).toEqual([]));
});
