import { expect, it } from 'vitest';
import { politeRequest } from './polite-request.ts';

it.each([
  ['プログラムを探す', 'プログラムを探してください'],
  ['時間を測る', '時間を測ってください'],
  ['経路を調べる', '経路を調べてください'],
  ['ログを見る', 'ログを見てください'],
  ['設定ファイルに書く', '設定ファイルに書いてください'],
  ['キーを読み込む', 'キーを読み込んでください'],
  ['エージェントを起動する', 'エージェントを起動してください'],
  ['0を出さない', '0を出さないでください'],
  ['設定を直す（Windows）', '設定を直してください（Windows）'],
])('asks for %s', (title, request) => {
  expect(politeRequest(title)).toBe(request);
});

it('leaves a title alone that does not end in a verb', () => {
  expect(politeRequest('手順の一覧')).toBe('手順の一覧');
});
