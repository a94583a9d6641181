import type { pages as en } from '../en/pages.ts';
import { report } from './report.ts';
import { search } from './search.ts';

export const pages: typeof en = {
  search,
  nav: {
    label: 'メイン',
    guides: 'ガイド',
    errors: 'メッセージ',
    skip: '本文へ移動',
    language: '日本語',
    read: '日本語で読む',
    menu: 'メニュー',
    breadcrumbs: '現在の位置',
  },
  theme: {
    label: '配色',
    system: '端末に合わせる',
    light: 'ライト',
    dark: 'ダーク',
  },
  footer: {
    checked: (versions) => `${versions}で確認しています。`,
  },
  home: {
    box: 'ログ、エラーメッセージ、または症状',
    placeholder:
      'ここにログを貼り付けるか、ファイルをドロップします。メッセージや症状でも調べられます。',
    find: '原因を調べる',
    files: 'ファイルを選ぶ',
    stays: 'ブラウザの外に出ません',
    offline: '次回からオフライン対応',
    proof: '確かめる',
    opening: '診断の画面を開いています…',
    failed:
      'ページを読み込めませんでした。入力した内容は残っています。接続を確かめて、もう一度お試しください。',
    example: '診断の例',
    steps: '対応',
    tryExample: 'このログを診断する',
    symptoms: '症状から調べる',
    logs: 'ログを取り出す',
    platform: '環境',
    guides: 'すべてのガイド',
    all: (count) => `${count}件すべて`,
  },
  product: {
    list: '対象のプロダクト',
    log: 'ログのある場所',
    versions: (oldest, newest, released) =>
      `${oldest}から${newest}（${released}）までのメッセージを収録しています。`,
  },
  guides: {
    title: 'ガイド',
    description:
      'すべてのガイドの一覧です。何が起きているか、その確かめ方、対応、解決の確認をまとめています。',
  },
  guide: {
    toc: 'このページの内容',
    related: '関連するガイド',
    messages: '関連するメッセージ',
    tellsApart: '別の原因との見分け方',
    changes: '新しいバージョンでの変更点',
    previous: '前へ',
    next: '次へ',
    checked: (date, version) => `${date}に${version === null ? '' : `${version}で`}確認`,
    startByHand: (nameInText) => `対応のあと、${nameInText}を手動で起動する必要があります。`,
    elevated: '：管理者として開いたPowerShell',
    inShort: '要点',
    effect: (nameInText) => ({
      stops: `${nameInText}が停止することがあります`,
      'loses-data': 'データが失われることがあります',
      degrades: '一部の機能が働かないことがあります',
      minor: '影響はわずかです',
      harmless: '実害はありません',
    }),
    checkLog: '自分のログを診断する',
    onlyIf: '次の場合のみ：',
    platform: '手順を表示する環境',
    platformAll: 'すべて',
  },
  part: report.parts,
  feedback: {
    question: '役に立ちましたか。',
    link: '足りないことを知らせる',
    title: (page) => `「${page}」について`,
    body: (url) => `${url}

お探しのこと、足りないこと、誤っていることをお書きください。


（キー、パスワード、ホスト名は書かないでください）`,
    edit: 'このページを編集',
  },
  missing: {
    title: 'お探しのメッセージがない場合',
    analyze: '前後のログを診断する',
    report: 'メッセージを知らせる',
    subject: '載っていないメッセージがある',
    body: `プログラムが出力したメッセージ：


プログラムのバージョン：


（キー、パスワード、ホスト名は書かないでください）`,
  },
  errors: {
    description: (programs) => `${programs}のメッセージと、その原因の一覧です。`,
    filter: 'キーワードで絞り込む',
    level: 'レベル',
    count: (count) => `${count}件`,
    page: (catalog) => `この分類だけのページ：${catalog}`,
    tables: 'HTTPステータス、終了コード、シグナルは、コードの表にあります',
    version: 'バージョン',
    onlyNew: 'このバージョンで加わったメッセージだけ',
    newest: 'バージョンごとの新しいメッセージ',
    any: 'すべて',
    message: 'メッセージ',
    todo: '緊急度',
    none: '条件に合うメッセージはありません。',
  },
  tables: {
    title: 'コード一覧（HTTP・終了コードなど）',
    description: (nameInText) =>
      `HTTPステータスコード、終了コード、OSのエラー、シグナル、イベントIDと、それぞれに対する${nameInText}の動作の一覧です。`,
    more: '参照',
    none: '条件に合う行はありません。',
    count: (count) => `${count}行`,
  },
  entry: {
    guides: '役に立つガイド',
    wordings: '文言',
    more: (count) => `ほか${count}件`,
    since: (version) => `${version}から`,
    until: (version) => `${version}まで`,
    versions: 'バージョン',
    platforms: '環境',
    source: 'ソース',
    sample: '実際の行',
    facts: '詳細',
    neighbours: '似たメッセージ',
    level: 'レベル',
    link: '短いリンク',
  },
  act: {
    now: 'すぐに対応',
    wait: '様子を見る',
    ignore: '無視してよい',
  },
  level: {
    none: 'レベルなし',
  },
  analyze: {
    title: 'ログを診断する',
    description: (programs) =>
      `${programs}のログを貼り付けると、何が起きているか、その根拠、対応が分かります。ログはブラウザの外に出ません。`,
  },
  noscript: {
    analyze:
      'ログの診断はこのブラウザの中で行うため、JavaScriptが必要です。使えない場合は、メッセージの一覧から調べてください：',
    search:
      'ログの診断と検索はこのブラウザの中で行うため、JavaScriptが必要です。使えない場合は、次の一覧から探してください。',
  },
  example: (values) => `例です。実行する前に、${values}をお使いの環境の値に置き換えてください。`,
  copy: 'コピー',
  copyPage: {
    title: 'ページをコピー',
    markdown: 'Markdown（GitHub）',
    slack: 'Slack',
    html: 'HTML（Zendesk）',
    open: 'Markdownで開く',
    copied: 'コピーしました。',
    failed: 'コピーできませんでした。Markdownで開いて、コピーしてください。',
  },
  changes: {
    title: '変更点',
    description:
      'バージョンごとに、新しく出るようになったメッセージと出なくなったメッセージ、各ページを確認した日をまとめています。',
    feed: 'フィードリーダーで購読する（Atom）',
    checked: 'ページの最終確認',
    pages: (count, program) => `${count}ページを${program}で確認`,
    added: '新しいメッセージ',
    reworded: '文言が変わったメッセージ',
    ended: 'このバージョンを最後に出なくなったメッセージ',
    news: {
      added: (version) => `${version}で追加`,
      reworded: (version) => `${version}で文言を変更`,
      changed: (version) => `${version}で変更`,
    },
  },
  llms: 'すべてのガイドとメッセージの全文',
  shell: 'シェル',
  offline: {
    title: 'ネットワークにつながっていません',
    text: 'このページは、この端末に保存されていません。',
    analyze: 'ログを診断する',
    reload: '再試行',
    works: 'ログの診断は、ネットワークがなくても使えます。',
    pages: 'この端末にあるページ',
  },
  notFound: {
    title: 'ページが見つかりません',
    text: 'URLが古いか、間違っているようです。メッセージを検索するか、ガイドの一覧から探してください。',
    search: 'このサイトを検索',
    searchFor: (words) => `「${words}」を検索`,
    home: 'トップページ',
  },
};
