import type { letter as en } from '../en/support.ts';

export const letter: typeof en = {
  colon: '：',
  comma: '、',
  aside: (text) => `（${text}）`,
  form: {
    title: 'サポートに送る報告',
    intro:
      'そのまま送れる文章を作ります。名前、アドレス、キーは置き換えます。このブラウザーの中で作り、送信も保存もしません。',
    steps: '実施した手順',
    replaced: '置き換えた値',
    leave: '元のまま残す',
    keysStay: 'キー、パスワード、トークンは必ず置き換えます。',
    carried: (held) => `報告の末尾のコードブロックに入っている行（${held}行）`,
    nothingReplaced: '置き換えた値はありません。',
    preview:
      'プレビュー。送る前に内容を確認してください。普通の単語に見える値は、置き換えられないことがあります。',
    download: '.mdで保存',
    print: '印刷',
    working: '作成中',
    reply: 'お客様への返信',
    replyIntro: 'サポート窓口で使う返信文です。コマンドには、ログの送り主の値が入っています。',
  },
  report: {
    stoodIn:
      'host-Nやip-Nなど（Nは番号）は、元の値を置き換えたものです。同じ値は同じ語になっています。',
    sender: '送信者から',
    told: {
      system: 'OSとバージョン',
      installed: 'インストール方法',
      changed: '最後に変更したこと',
      tried: '試したこと',
    },
    nothingTold: '未記入',
    verdict: '診断結果',
    others: 'このログにあるほかの異常',
    evidence: '判断の根拠',
    quoted: 'ログの行',
    span: (first, last) => (first === last ? first : `${first}〜${last}`),
    inspected: '設定とコマンドの出力',
    timeline: '経過',
    firstTime: (time) => `${time} 最初の既知の行`,
    firstFault: (time) => `${time} 最初の異常`,
    start: (time, version) =>
      `${time} エージェントの起動${version === null ? '' : `（${version}）`}`,
    moreStarts: (count) => `ほかに${count}回起動`,
    lastTime: (time) => `${time} 最後の既知の行`,
    steps: 'ガイドの手順（チェック済み：実施済み）',
    block: 'この報告を開き直すには',
    noBlock:
      'ログがページで保持できる長さを超えているため、この報告には開き直すためのコードブロックがありません。必要なときは、ログそのものを受け取ってください。',
    blockHolds: (held, total, catalog) => [
      '',
      ` に、この報告の全体か、末尾のコードブロックだけを貼り付けてください。コードブロックに入っているのは、値を置き換えたログの行（${held === total ? `全${total}行` : `全${total}行のうち${held}行`}）だけで、開いた側で改めて診断します。作成に使ったカタログのバージョンは${catalog}です。`,
    ],
  },
  reply: {
    salutation: '[お名前]様',
    greeting: {
      log: 'お問い合わせいただき、ありがとうございます。お送りいただいたログを確認しました。',
      config:
        'お問い合わせいただき、ありがとうございます。お送りいただいた設定ファイルを確認しました。',
      both: 'お問い合わせいただき、ありがとうございます。お送りいただいたログと設定ファイルを確認しました。',
      other: 'お問い合わせいただき、ありがとうございます。お送りいただいた内容を確認しました。',
    },
    since: (time) => `ログでは${time}から続いています。`,
    ended: (title) => (title.endsWith('。') ? title : `${title}。`),
    healthy: 'お送りいただいた範囲のログに、異常は見つかりませんでした。',
    recovered:
      'ログには異常がありましたが、すでに解消しているか、影響のないものです。現在、対応していただくことはありません。',
    sibling: (program) =>
      `お送りいただいたログは、${program}のもののようです。こちらでメッセージを把握しているエージェントとは別のプログラムのため、推測でのご案内は控えます。お手数ですが、Mackerelの画面で何が起きているか、いつからか、その前に何を変更されたかをお知らせください。`,
    unrecognised:
      'お送りいただいた内容を、エージェントのログとして読み取れませんでした。お手数ですが、次のいずれかのコマンドでログを取り出し、表示された内容をお送りください。',
    unanswered: 'ログに、まだ確認できていない行があります。推測でお答えせず、内容を調べています。',
    others: '次の異常もあります。',
    inConfig: '設定ファイルについて、次の点が見つかりました。',
    toDo: '次の対応をお願いいたします。',
    whichPlatform:
      'コマンドはOSによって異なります（リンク先に、それぞれのコマンドがあります）。このサーバーのOS（Linux、Windows、macOS、コンテナ）をお知らせください。',
    verify: '解決したことは、次のように確認できます。',
    avoid: 'ご注意ください。',
    need: 'まず、次の内容をお送りください。',
    read: '詳しい手順：',
    closing:
      '解決しない場合は、新しく出たログをお送りください。お送りいただく際は、APIキーやパスワードを取り除いてください。',
    signature: '[署名]',
  },
};
