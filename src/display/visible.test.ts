import { describe, expect, it } from 'vitest';
import { visible } from './visible.ts';

describe('visible', () => {
  it.each(['👨‍👩‍👧‍👦', '❤️‍🔥', '👩🏽‍💻 works'])('leaves the joiners of %s', (text) => expect(visible(text)).toBe(text));
  it.each([
    ['a\u200db', 'a\\u200db'],
    ['👩\u200d', '👩\\u200d'],
    ['\u200d👩', '\\u200d👩'],
    ['👩\u200d\u200d👩', '👩\\u200d\\u200d👩'],
    ['👩\u202e👩\u2066👩\u200f👩', '👩\\u202e👩\\u2066👩\\u200f👩'],
    ['a\u200b\u200c\u200e\x1b[1m\ufeff', 'a\\u200b\\u200c\\u200e\\x1b[1m\\ufeff'],
  ])('shows what hides: %j', (text, shown) => expect(visible(text)).toBe(shown));
});
