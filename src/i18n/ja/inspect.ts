import type { PatternFault, ProblemCode, ServiceInspection, SyntaxCode } from '../../inspect/index.ts';
import { last, named, place, sentence, type Values } from '../config-problem.ts';
import type { InspectText } from '../inspect.ts';

const STATES: Record<ServiceInspection['state'], string> = { running: '動いています。', failed: '失敗して、止まっています。', stopped: '動いていません。', starting: '起動中です。', stopping: '停止中です。', unknown: 'systemdの示す状態が、このサイトの知らないものです。' };

const PROBLEMS: Record<ProblemCode, (values: Values) => string> = {
  encoding: ({ found }) => `ファイルが${found ?? 'UTF-8以外の文字コード'}で書かれています。UTF-8で保存し直してください。`,
  characters: ({ found, expected }) => `${named(found)}があります。${named(expected)}に似た、別の文字です。`,
  backslash: () => '二重引用符の中の\\は、エスケープの始まりです。パスは一重引用符で囲んでください。',
  'escape-changed': ({ found }) => `${found ?? 'この文字列'}の\\はエスケープの始まりなので、別のパスになります。一重引用符で囲むか、\\を2つ重ねてください。`,
  syntax: () => '',
  duplicate: ({ found, expected }) => `${found}が2回書かれています（最初は${expected}行目）。1つにまとめてください。`,
  type: ({ found, expected, key }) => `${key}に必要なのは${TYPES[expected ?? ''] ?? expected}ですが、${TYPES[found ?? ''] ?? found}が書かれています。`,
  pattern: () => '',
  value: ({ found, expected, key }) => `「${found}」は${key}の値ではありません。書けるのは次のいずれかです：${expected}`,
  'unknown-key': ({ found, expected }) => (expected === null ? `エージェントの知らないキーです：${found}` : `エージェントの知らないキーです：${found}。おそらく${expected}です。`),
  'wrong-table': ({ found, expected, key }) => `${last(key)}は${found === null ? 'ファイルの先頭' : `[${found}]の中`}には書けません。書く場所は${place(expected, 'ファイルの先頭（最初の[テーブル]より上）')}です。`,
  'other-plugins': ({ expected, key }) => `${last(key)}に意味があるのは、${expected}として書いたときだけです。`,
  'section-name': ({ found }) => `[${found}]にプラグインの名前がありません。[${found}.NAME]の形で書きます。`,
  'dotted-name': ({ found, expected }) => `プラグインの名前に「.」は使えません。「${found}」ではなく「${expected}」のように書きます。`,
  'command-missing': ({ found }) => `[${found}]にcommandがありません。`,
  'command-type': () => 'commandは、文字列か、文字列のリストです。',
  'environment-name': ({ found }) => `「${found}」は環境変数の名前ではありません。{ NAME = "value" }の形で書きます。`,
  missing: () => 'apikeyが書かれていません。',
  'missing-here': () => 'このファイルにはapikeyがありません。includeで読み込むファイルに必要です。',
  role: ({ found }) => `「${found}」はロールの形ではないため、無視されます。「サービス:ロール」の形で、それぞれ英数字で始め、英数字と-と_だけを使います。`,
  duration: ({ found, key }) => `${key}は5や"5m"のような分単位の値ですが、${found}が書かれています。`,
  range: ({ found, expected, key }) => `${key}の${found}分は範囲の外です。${expected}分として動きます。`,
  'characters-cut': ({ found, expected, key }) => `${key}は${found}文字あり、${expected}文字で切られます。`,
  attempts: () => 'prevent_alert_auto_closeと一緒に使うと、max_check_attemptsは必ず1になります。',
  'too-new': ({ found, expected, key }) => `${key}が使えるのは${expected}からです。ログは${found}のものです。`,
  'verbose-and-silent': () => 'verboseとsilentの両方が有効です。verboseが優先されます。',
};

const TYPES: Record<string, string> = { string: '引用符で囲んだ文字列', boolean: '引用符のないtrueかfalse', integer: '引用符のない整数', float: '小数', strings: '["a", "b"]のようなリスト', array: 'リスト', table: 'テーブル', date: '日付', minutes: '5や"5m"のような分', pattern: '引用符で囲んだ文字列', command: '文字列か、文字列のリスト' };

const SYNTAX: Record<SyntaxCode, string> = {
  'string-end': 'ここから始まる文字列に、閉じる引用符がありません。',
  'table-end': '[テーブル]に、閉じる括弧がありません。',
  'array-end': 'リストに、閉じる]がありません。',
  'inline-end': '{ }の形のテーブルに、閉じる}がありません。',
  key: 'ここにキーがありません。',
  newline: '1行に書けるキーは1つです。ここで改行が必要です。',
  equals: 'キーと値の間に=がありません。',
  value: 'キーに値がありません。',
  comma: 'ここにコンマがありません。',
  duplicate: '2回書かれています。',
  character: 'ここには置けない文字です。文字列は引用符で囲みます。',
  'one-line': '[テーブル]や、キーと値は、この行の中で終わる必要があります。',
  number: 'TOMLの数値の形ではありません。',
  escape: 'このエスケープはありません。',
  dots: '「.」が余分です。',
  other: 'TOMLとして読めません。',
};

const PATTERN: Record<PatternFault, string> = {
  'open-bracket': '[を閉じる]がありません',
  'open-group': '(を閉じる)がありません',
  'closed-group': ')に対応する(がありません',
  'nothing-to-repeat': '*、+、?の前に何もありません（*ram*のようなグロブは、.*ram.*と書きます）',
  'repeated-twice': '繰り返しの記号が続いています',
  lookaround: 'Goの正規表現では(?=、(?!、(?<=、(?<!を使えません',
  backreference: 'Goの正規表現では\\1を使えません',
  'ends-in-backslash': '\\で終わっています',
};

export const inspect: InspectText = {
  healthy: {
    config: 'この設定ファイルに誤りは見つかりません。',
    configtest: '設定ファイルはconfigtestに通っています。',
    service: 'サービスは動いています。',
    meminfo: 'このホストのメモリーは、Mackerelでこう表示されます。',
    df: 'このホストのファイルシステムは、Mackerelでこう表示されます。',
    probe: 'Mackerelから応答があり、キーも有効です。',
  },
  undecided: 'これだけでは、対応が必要かどうか分かりません。',
  config: {
    title: (file) => `${file}の確認`,
    good: ({ metrics, checks, metadata }) => `誤りは見つかりません。メトリックプラグイン${metrics}個、チェック監視${checks}個、メタデータプラグイン${metadata}個の設定があります。`,
    count: (problems) => `気になる点が${problems}件あります`,
    cut: '分かるのは最初の誤りだけです。直してから、もう一度貼り付けてください。',
    unsure: 'このサイトではファイルを最後まで読めませんが、エージェントは読める可能性があります。mackerel-agent configtestで確認してください。',
    line: (line) => `${line}行目`,
    write: '正しい書き方',
    effect: { stops: 'エージェントは起動しません', refused: '起動はしますが、リロードが拒否されます', changed: '別の値で動きます', note: '参考' },
    checksOnly: 'キーが正しいか、ネットワークがつながるか、プラグインが動くかは、ファイルからは分かりません。',
    keyHidden: 'APIキーは伏せて表示しています。どこにも保存しません。',
  },
  problem: (problem) => sentence(problem, PROBLEMS, SYNTAX, PATTERN),
  configtest: {
    title: 'configtestの結果',
    passed: 'ファイルは読み取れ、キーもすべて既知のものです。',
    failed: 'ファイルは拒否されています。',
    checks: 'configtestはファイルを読むだけです。ネットワーク、キー、プラグインは試しません。未知のキーを調べるのは本体のファイルだけで、includeのファイルは対象外です。',
  },
  service: {
    title: (unit) => `サービス${unit}`,
    now: (state, since, exit) => [STATES[state], ...(since === null ? [] : [`${since}からです。`]), ...(exit === null ? [] : [`プロセスは${exit}で終了しました。`])].join(''),
    noRestart: 'パッケージのユニットにはRestart=がないため、systemdは再起動しません。原因を取り除いてから、sudo systemctl start mackerel-agentで起動してください。',
    notFound: 'systemdにこのユニットがありません。このホストにパッケージが入っていないか、サービス名が違います。',
    masked: 'ユニットがマスクされていて、起動できません。sudo systemctl unmask mackerel-agentで解除します。',
    disabled: 'ホストの起動時に自動で起動しません。変えるには、sudo systemctl enable mackerel-agentを実行します。',
  },
  memory: {
    title: 'Mackerelに表示されるメモリー',
    figures: '図の数値',
    metric: '内訳',
    value: 'サイズ',
    share: '割合',
    howNew: 'このカーネルにはMemAvailableがあるので、used＝MemTotal−MemAvailableです。buffers、cached、freeは送信されません。',
    howOld: 'このカーネルにはMemAvailableがないので、used＝MemTotal−MemFree−Buffers−Cachedです。',
    freeNew: 'freeのused列は、グラフとは数え方が違います。グラフと比べるのは、totalからavailableを引いた値です。',
    freeOld: 'freeのused列には、buffersとcachedが含まれることがあります。グラフには含まれません。',
    version: '0.54.0からの数え方です。このバージョンをまたいで更新すると、グラフに段差ができます。',
    picture: (parts) => `メモリー全体の帯グラフ：${parts}。`,
    parts: { used: '使用（used）', available: '利用可能（available）', free: '空き（free）', buffers: 'buffers', cached: 'cached' },
  },
  disk: {
    title: 'Mackerelに表示されるファイルシステム',
    table: { device: 'デバイス', percent: '使用率', used: '使用', size: 'サイズ', mount: 'マウント位置' },
    notPosted: '送信されません',
    fullest: (device, percent) => `「Filesystem %」の監視は、最も埋まっているものを見ます：${device}（${percent}）`,
    size: 'サイズは「使用＋使用可」です。root用に予約されたブロックは数えないため、dfのブロック数より小さくなります（0.35.0から）。',
    only: '送信されるのは、名前が/dev/で始まるローカルのファイルシステムだけです。NFS、overlay、ZFS、tmpfsは出ません。',
    errors: 'dfがエラーで終わったため、その1分のファイルシステムのメトリックはすべて送信されません：',
    human: '1024バイト単位のdf -Pklとは、列が異なります。Mackerelに表示される値を知るには、df -Pklを実行してください。',
  },
};
