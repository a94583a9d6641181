import { describe, expect, it } from 'vitest';
import { fold, squeeze } from './fold.ts';
import { correctSpelling } from './spelling.ts';
import { stem } from './stem.ts';
import { tokenize } from './tokens.ts';

const keys = (text: string): string[] => tokenize(text).map(({ keys: [first = ''] }) => first);

describe('tokenizing', () => {
  it.each([
    ['The agent is running', ['agent', 'run']],
    ['plugins time-out', ['plugin', 'tim', 'out', '=time-out']],
    ['custom_metric', ['custom', 'metric', '=custom-metric']],
    ['NaN', ['nan']],
    ['where r the logs', ['log']],
    ["The agent won't start", ['agent', 'start!']],
    ['The agent won’t start', ['agent', 'start!']],
    ['cannot be started', ['start!']],
    ['no metrics', ['metric!']],
    ['ﾌﾟﾛｷｼ ｴﾗｰ', ['プロ', 'ロキ', 'キシ', 'エラ']],
    ['プロキシー', ['プロ', 'ロキ', 'キシ']],
    ['ａｐｉｋｅｙ 指定してるのに', ['apikey', '指定']],
    ['ログに書かれている', ['ログ', '書']],
    ['書き込み', ['書', '込', '書込']],
    ['時刻ずれ', ['時刻']],
    ['設定がないと言われる', ['設定!', '言']],
    ['すでに起動', ['既', '起動']],
    ['ログはどこ？', ['ログ', '場所']],
    ['反応なし', ['反応!']],
    ['設定なしで動く', ['設定', '動']],
  ])('splits %s', (text, expected) => expect(keys(text)).toEqual(expected));

  it.each([
    '起動しない',
    '起動しません',
    '起動できない',
    '起動できず',
    '起動せず',
    '起動しなかった',
    '起動されない',
    '起動してくれない',
    '起動しなくなった',
  ])('reads %s as “does not start”', (text) => expect(keys(text)).toEqual(['起動!']));
  it.each(['届かない', '届きません', '届かず', '届かなくなった'])(
    'reads %s as “does not arrive”',
    (text) => expect(keys(text)).toEqual(['届!']),
  );
  it('does not carry a negation over to the next text', () =>
    expect([keys('not started'), keys('started'), keys('起動しない'), keys('起動する')]).toEqual([
      ['start!'],
      ['start'],
      ['起動!'],
      ['起動'],
    ]));
  it('keeps the plain key of a negated word', () =>
    expect(tokenize('起動しない')[0]?.keys).toEqual(['起動!', '起動']));
});

describe('folding', () => {
  it('folds width, case and kana', () =>
    expect(fold('ＡＰＩ サーバー ほすと')).toBe('api サバ ホスト'));
  it('drops spaces and punctuation when squeezing', () =>
    expect(squeeze('「API request failed: 403」と出る')).toBe('apirequestfailed403ト出ル'));
  it.each([
    ['plugins', 'plugin'],
    ['retries', 'retry'],
    ['stopped', 'stop'],
    ['retired', 'retir'],
    ['retire', 'retir'],
    ['status', 'status'],
    ['process', 'process'],
  ])('stems %s to %s', (word, expected) => expect(stem(word)).toBe(expected));
});

describe('typos', () => {
  const known = new Map([
    ['start', 9],
    ['stat', 2],
    ['read', 3],
    ['agent', 50],
  ]);
  it.each([
    ['strat', 'start'],
    ['agnet', 'agent'],
    ['bread', null],
    ['xyz', null],
    ['agents2', null],
  ])('corrects %s to %s', (word, expected) => expect(correctSpelling(word, known)).toBe(expected));
});
