import { expect, it } from 'vitest';
import { politeRequest, politeSentences } from './polite-request.ts';

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

it('leaves alone a title that does not end in a verb', () => {
  expect(politeRequest('手順の一覧')).toBe('手順の一覧');
});

it.each([
  ['行を直します。', '行を直してください。'],
  ['読めれば、ユニットを確認します。', '読めれば、ユニットを確認してください。'],
  ['- ない：サービスを起動します。', '- ない：サービスを起動してください。'],
  ['同じように読んでみます。', '同じように読んでみてください。'],
  [
    '一覧にない場合は、書き換えます。2分待ちます。',
    '一覧にない場合は、書き換えてください。2分お待ちください。',
  ],
  ['先にディスクを確認または交換します。', '先にディスクを確認または交換してください。'],
  ['日本語が読めることを確認します。', '日本語が読めることを確認してください。'],
  ['監視を続ける場合だけ行います。', '監視を続ける場合だけ行ってください。'],
])('asks for what %s tells to do', (text, request) => {
  expect(politeSentences(text)).toBe(request);
});

it.each([
  'エージェントは毎分、時計を読み直します。',
  '消すと、次の起動で新しいIDを使います。',
  '前後3行が表示されます。',
  '値は失われます。',
])('leaves a description alone: %s', (text) => {
  expect(politeSentences(text)).toBe(text);
});
