/** The words of what people send each other about a log, in both languages: the report for support, and the reply to a customer. */
export interface LetterText {
  /** Between a label and what it says. */
  colon: string;
  comma: string;
  /** The section of the analyzer that makes the report. */
  form: {
    title: string;
    intro: string;
    steps: string;
    replaced: string;
    leave: string;
    keysStay: string;
    carried(held: number): string;
    nothingReplaced: string;
    preview: string;
    download: string;
    print: string;
    working: string;
    reply: string;
    replyIntro: string;
  };
  report: {
    stoodIn: string;
    sender: string;
    told: Record<'system' | 'installed' | 'changed' | 'tried', string>;
    nothingTold: string;
    verdict: string;
    others: string;
    evidence: string;
    quoted: string;
    span(first: string, last: string): string;
    inspected: string;
    timeline: string;
    firstTime(time: string): string;
    firstFault(time: string): string;
    start(time: string, version: string | null): string;
    moreStarts(count: number): string;
    lastTime(time: string): string;
    steps: string;
    block: string;
    noBlock: string;
    blockHolds(held: number, total: number, catalog: string, address: string): string;
  };
  reply: {
    greeting: string;
    happened: Record<'certain' | 'likely' | 'possible', string>;
    since(time: string): string;
    healthy: string;
    recovered: string;
    unrecognised: string;
    /** The log is of another program, which belongs to the same service. */
    sibling(program: string): string;
    unanswered: string;
    evidence: string;
    others: string;
    toDo: string;
    verify: string;
    dont: string;
    need: string;
    stillThere: string;
    read: string;
    closing: string;
  };
}

const en: LetterText = {
  colon: ': ',
  comma: ', ',
  form: {
    title: 'Report for support',
    intro: 'A text that you can send. Names, addresses and keys are replaced. It is made in this browser, and nothing is sent or stored.',
    steps: 'Steps that were done',
    replaced: 'What was replaced',
    leave: 'leave as it is',
    keysStay: 'Keys, passwords and tokens are always replaced.',
    carried: (held) => `Lines in the block at the end of the report (${held})`,
    nothingReplaced: 'Nothing in it had to be replaced.',
    preview: 'Preview. Read it before you send it: a private value that looks like an ordinary word is not recognised.',
    download: 'Save as .md',
    print: 'Print',
    working: 'Making the report',
    reply: 'Reply to the customer',
    replyIntro: 'For the support desk: what to answer whoever sent this log, with their own values in the commands.',
  },
  report: {
    stoodIn: 'Words such as host-N and ip-N (N is a number) stand for values that were taken out; equal values have the same one.',
    sender: 'From the sender',
    told: { system: 'OS and version', installed: 'How it was installed', changed: 'What was changed last', tried: 'What was tried' },
    nothingTold: 'not said',
    verdict: 'Verdict',
    others: 'Also wrong in this log',
    evidence: 'Evidence',
    quoted: 'Lines of the log',
    span: (first, last) => (first === last ? first : `${first} to ${last}`),
    inspected: 'Configuration',
    timeline: 'Timeline',
    firstTime: (time) => `${time} first known line`,
    firstFault: (time) => `${time} first fault`,
    start: (time, version) => `${time} the agent starts${version === null ? '' : ` (${version})`}`,
    moreStarts: (count) => `and ${count} further starts`,
    lastTime: (time) => `${time} last known line`,
    steps: 'Steps of the guide (ticked: done)',
    block: 'To open this report again',
    noBlock: 'The log is longer than the page keeps, so this report has no block that opens it again. Ask for the log itself.',
    blockHolds: (held, total, catalog, address) => `Paste this report, or the block alone, at <${address}>. The block holds ${held === total ? `all lines of the log (${total})` : `${held} of the log's ${total} lines`}, redacted, and nothing else. They are diagnosed again there. The report was made with version ${catalog} of the site's catalog.`,
  },
  reply: {
    greeting: 'Thank you for getting in touch. We have read the log that you sent.',
    happened: { certain: 'What happened', likely: 'What most likely happened', possible: 'What may have happened' },
    since: (time) => `The log first shows it at ${time}.`,
    healthy: 'We found no fault in this log. This speaks only of the lines that we received.',
    recovered: 'The log shows a fault that is over, or that does no harm. Nothing has to be done now.',
    sibling: (program) => `The log that you sent names ${program}. That is another program than the agent whose messages we know, and we would rather not guess. Would you please tell us what you see in Mackerel, since when, and what was changed before that?`,
    unrecognised: 'We could not recognise what we received as a log of the agent. Would you please take the log once more, with one of the commands below, and send us what it prints?',
    unanswered: 'The log has lines that we do not know yet. We do not want to guess, so we are looking into them.',
    evidence: 'It shows in these lines:',
    others: 'The log also shows this:',
    toDo: 'Please do this',
    verify: 'How to see that it worked',
    dont: 'Please do not',
    need: 'What we still need from you',
    stillThere: 'If it is still there afterwards, please send us this',
    read: 'The whole guide',
    closing: 'Please take API keys and passwords out of what you send. If anything is unclear, please write to us again.',
  },
};

const ja: LetterText = {
  colon: '：',
  comma: '、',
  form: {
    title: 'サポートに送る報告',
    intro: 'そのまま送れる文章を作ります。名前、アドレス、キーは置き換えます。このブラウザーの中で作り、送信も保存もしません。',
    steps: '実施した手順',
    replaced: '置き換えた値',
    leave: '元のまま残す',
    keysStay: 'キー、パスワード、トークンは必ず置き換えます。',
    carried: (held) => `報告の末尾の囲みに入っている行（${held}行）`,
    nothingReplaced: '置き換えた値はありません。',
    preview: 'プレビュー。送る前に内容を確認してください。普通の単語に見える値は、置き換えられないことがあります。',
    download: '.mdで保存',
    print: '印刷',
    working: '作成中',
    reply: 'お客様への返信',
    replyIntro: 'サポート窓口のための文面です。ログの送り主に、その値を入れたコマンドとともに返信できます。',
  },
  report: {
    stoodIn: 'host-Nやip-Nなど（Nは番号）は、元の値を置き換えたものです。同じ値は同じ語になっています。',
    sender: '送信者から',
    told: { system: 'OSとバージョン', installed: 'インストール方法', changed: '最後に変更したこと', tried: '試したこと' },
    nothingTold: '未記入',
    verdict: '診断結果',
    others: 'このログにあるほかの異常',
    evidence: '判断の根拠',
    quoted: 'ログの行',
    span: (first, last) => (first === last ? first : `${first}〜${last}`),
    inspected: '設定',
    timeline: '経過',
    firstTime: (time) => `${time} 最初の既知の行`,
    firstFault: (time) => `${time} 最初の異常`,
    start: (time, version) => `${time} エージェントの起動${version === null ? '' : `（${version}）`}`,
    moreStarts: (count) => `ほかに${count}回起動`,
    lastTime: (time) => `${time} 最後の既知の行`,
    steps: 'ガイドの手順（チェック済み：実施済み）',
    block: 'この報告を開き直すには',
    noBlock: 'ログがページで保持できる長さを超えているため、この報告には開き直すための囲みがありません。必要なときは、ログそのものを受け取ってください。',
    blockHolds: (held, total, catalog, address) => `<${address}> に、この報告の全体か、下の囲みだけを貼り付けてください。囲みに入っているのは、値を置き換えたログの行（${held === total ? `全${total}行` : `全${total}行のうち${held}行`}）だけで、開いた側で改めて診断します。作成に使ったカタログのバージョンは${catalog}です。`,
  },
  reply: {
    greeting: 'お問い合わせいただき、ありがとうございます。お送りいただいたログを確認しました。',
    happened: { certain: '起きていること', likely: '起きていると考えられること', possible: '起きている可能性があること' },
    since: (time) => `ログに最初に出たのは${time}です。`,
    healthy: 'お送りいただいた範囲のログに、異常は見つかりませんでした。',
    recovered: 'ログには異常がありましたが、すでに解消しているか、影響のないものです。現在、対応していただくことはありません。',
    sibling: (program) => `お送りいただいたログは、${program}のもののようです。こちらでメッセージを把握しているエージェントとは別のプログラムのため、推測でのご案内は控えます。お手数ですが、Mackerelの画面で何が起きているか、いつからか、その前に何を変更されたかをお知らせください。`,
    unrecognised: 'お送りいただいた内容を、エージェントのログとして読み取れませんでした。お手数ですが、次のいずれかのコマンドでログを取り出し、表示された内容をお送りください。',
    unanswered: 'ログに、まだ確認できていない行があります。推測でお答えせず、内容を調べています。',
    evidence: '次の行から判断しました。',
    others: 'このログには、次の異常もあります。',
    toDo: 'お願いしたい対応',
    verify: '解決したかの確認',
    dont: '控えていただきたいこと',
    need: 'お知らせいただきたいこと',
    stillThere: '解決しない場合にお送りいただきたいもの',
    read: 'ガイド全体',
    closing: 'お送りいただく際は、APIキーやパスワードを取り除いてください。ご不明な点がありましたら、お気軽にお問い合わせください。',
  },
};

/** The words of letters, by language. */
export const letterText: Record<'en' | 'ja', LetterText> = { en, ja };
