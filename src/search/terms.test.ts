import { describe, expect, it } from 'vitest';
import { fold, hiraganaTerms, isSlip, isSlipOfNothing, terms } from './terms.ts';

describe('terms', () => {
  it.each([
    ['The agent does not start', ['start']],
    ['unexpectedKey', ['unexpect', 'key']],
    ['plugins time-out', ['plugin', 'tim', 'out']],
    ['ﾌﾟﾛｷｼ ｴﾗｰ', ['プロ', 'ロキ', 'キシ', 'エラ']],
    ['プロキシー', ['プロ', 'ロキ', 'キシ']],
    ['ａｐｉｋｅｙ 指定してるのに', ['apikey', '指定']],
    ['ログに書かれている', ['ログ', '書']],
  ])('of %s', (text, expected) => expect(terms(text)).toEqual(expected));

  it('reads hiragana as katakana only where it is a known word', () => {
    const known = new Set(['ホス', 'スト']);
    expect(hiraganaTerms('ほすとがない', (term) => known.has(term))).toEqual([]);
    expect(hiraganaTerms('退役 ほすと', (term) => known.has(term))).toEqual(['ホス', 'スト']);
  });
});

it('folds width, case and kana', () => expect(fold('ＡＰＩ サーバー ほすと')).toBe('api サバ ホスト'));

it.each([['start', 'strat', true], ['start', 'star', true], ['start', 'startt', true], ['start', 'stirt', true], ['start', 'stop', false], ['start', 'start', false]])('%s and %s: one slip is %s', (a, b, expected) => expect(isSlip(a, b)).toBe(expected));

it('knows slips of words that say nothing', () => expect([isSlipOfNothing('agnet'), isSlipOfNothing('strat')]).toEqual([true, false]));
