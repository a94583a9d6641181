import type { supportReport as en } from '../en/support-report.ts';

export const supportReport: typeof en = {
  form: {
    add: 'ログにないことを書き足す',
    previewTitle: 'プレビュー',
    steps: '実施した手順',
    replaced: '置き換えた値',
    leave: '元のまま残す',
    keysStay: 'キー、パスワード、トークンは必ず置き換えます。',
    carried: (held) => `報告の末尾のコードブロックに入っている行（${held}行）`,
    nothingReplaced: '置き換えた値はありません。',
    preview:
      'プレビュー。送る前に内容を確認してください。普通の単語に見える値は、置き換えられないことがあります。',
    download: '.mdで保存',
  },
  report: {
    stoodIn:
      'host-Nやip-Nなど（Nは番号）は、元の値を置き換えたものです。同じ値は同じ語に置き換えています。',
    sender: '送信者から',
    notes: {
      system: 'OSとバージョン',
      installed: 'インストール方法',
      changed: '最後に変更したこと',
      tried: '試したこと',
    },
    noNote: '未記入',
    verdict: '診断結果',
    others: 'このログにあるほかの異常',
    evidence: '判断の根拠',
    quoted: 'ログの行',
    span: (first, last) => (first === last ? first : `${first}〜${last}`),
    inspected: '設定とコマンドの出力',
    timeline: '経過',
    firstTime: (time) => `${time} 最初の既知の行`,
    firstFault: (time) => `${time} 最初の異常`,
    start: (time, version, nameInText) =>
      `${time} ${nameInText}の起動${version === null ? '' : `（${version}）`}`,
    moreStarts: (count) => `ほかに${count}回起動`,
    lastTime: (time) => `${time} 最後の既知の行`,
    steps: 'ガイドの手順（チェックの付いたものは実施済み）',
    block: 'この報告を開き直すには',
    noBlock:
      'ログがページで保持できる長さを超えているため、この報告には開き直すためのコードブロックがありません。必要なときは、ログそのものを受け取ってください。',
    blockHolds: (held, total, catalog) => [
      '',
      ` に、この報告の全体か、末尾のコードブロックだけを貼り付けてください。コードブロックに入っているのは、値を置き換えたログの行（${held === total ? `全${total}行` : `全${total}行のうち${held}行`}）だけで、開いた側で改めて診断します。作成に使ったカタログのバージョンは${catalog}です。`,
    ],
  },
};
