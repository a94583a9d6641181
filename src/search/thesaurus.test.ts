import { describe, expect, it } from 'vitest';
import { openContent } from '../catalog/index.ts';
import { units } from './units.ts';

const { thesaurus } = openContent();
const words = thesaurus.flatMap(({ same, also }) => [...same.flat(), ...also.flatMap((item) => [...item.words, ...item.also])]);
const keysOf = (word: string): string => units(word).map(({ keys: [first] }) => first?.[0] ?? '').join(' ');

describe('the thesaurus', () => {
  it('has no word that the search cannot read', () => expect(words.filter((word) => keysOf(word) === '' && !/^[\u3041-\u3096ー]{2,}$/.test(word))).toEqual([]));
  it('has no word that means two things to the search', () => {
    const lists = thesaurus.flatMap(({ same }) => same);
    const single = lists.map((list) => new Set(list.map(keysOf).filter((key) => key !== '' && !key.includes(' '))));
    const twice = single.flatMap((keys, at) => single.slice(at + 1).flatMap((others) => [...keys].filter((key) => others.has(key))));
    expect(twice).toEqual([]);
  });
});
