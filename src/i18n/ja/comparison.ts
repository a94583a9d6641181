import type { comparison as en } from '../en/comparison.ts';
import { omitSameDate } from '../omit-same-date.ts';

export const comparison: typeof en = {
  outcome: {
    worked: '解決しました。異常は解消しています。',
    still: 'まだ続いている異常があります。',
    other: '別の対応が必要です。',
    open: '新しいログには出ていませんが、解消したとはまだ言い切れません。',
    none: '最初のログに、比べられる異常がありません。',
  },
  refusal: {
    'not-newer': '同じログか、それより古いログです。対応の効果は分かりません。',
    unrecognised: '貼り付けた内容は、このサイトで診断できるログではないため、比べられません。',
  },
  otherHost: (before, after) =>
    `別のホスト（${after}）のログです。最初のログは${before}のものです。対応の効果は分かりません。`,
  first: '最初のログ',
  second: '新しいログ',
  span: (from, to) => `${from}〜${omitSameDate(from, to)}`,
  noTimes: '時刻なし',
  order: {
    overlap: (before) =>
      `新しいログは最初のログと重なっています。${before}より後の行だけで判断しています。`,
    gap: (before, after) =>
      `${before}から${omitSameDate(before, after)}までの行は、どちらのログにもありません。`,
    whole: () =>
      '時刻のないログがあるため、新しいログのすべての行で判断しています。対応後に取ったログか確認してください。',
  },
  change: {
    still: '続いているもの',
    new: '新たに出たもの',
    quiet: '出ていないもの（未確定）',
    gone: '解消したもの',
  },
  last: (time) => `最後の記録は${time}`,
  differs: '同じ種類の異常ですが、前とは別の行です。',
  because: {
    restart: (nameInText) =>
      `設定ファイルは直りました。${nameInText}が読み込むのは起動時だけなので、再起動してください。`,
    short: (nameInText, end, until) =>
      `新しいログの末尾は${end}です。${omitSameDate(end, until)}より後に取ったログで、${nameInText}が動いていれば、解消しています。そうでなければ、その時刻を過ぎてからもう一度取ってください。`,
    'not-running': (nameInText) =>
      `新しいログからは、${nameInText}が動いていることを確認できません。停止していても、何も出力されません。`,
    'no-period': () =>
      '決まった間隔で出るメッセージではないため、出ていないだけでは解消したと言えません。確認の方法はガイドにあります。',
    'no-times': () => '新しいログに時刻がないため、どれくらいの間出ていないのか分かりません。',
    'not-shown': () =>
      '今回貼り付けた内容では判断できません。この異常が出ていたログか、設定ファイルを貼り付けてください。',
  },
  unknown: (kinds) => `このサイトに載っていない行が、新たに${kinds}種類あります。`,
  started: (time, nameInText) => `${time}に${nameInText}の起動が完了しています。`,
  noStart: (nameInText) => `最初のログの末尾より後に、${nameInText}の起動はありません。`,
  silent: (nameInText) =>
    `正常に送信している間、${nameInText}は何も出力しません。グラフに新しい値が届いていることも確認してください。`,
  hostId: (before, after) =>
    `ホストIDが${before}から${after}に変わっています。新しいホストとして登録されたか、別のホストのログです。`,
  hostName: (before, after) =>
    `ホスト名が${before}から${after}に変わっています。同じホストのログか確認してください。`,
  version: (before, after) => `バージョンが${before}から${after}に変わっています。`,
  report: '新しいログの診断結果',
};
