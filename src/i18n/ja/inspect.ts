import type { ServiceInspection, Unchecked } from '../../intake/index.ts';
import type { ProblemCode, PatternFault, SyntaxCode } from '../../model/inspection.ts';
import {
  lastKeyPart,
  nameCharacter,
  tableHeading,
  tablesOf,
  type ProblemNames,
  type ProblemValues,
} from '../config-problem.ts';
import type { inspect as en } from '../en/inspect.ts';
import type { SentencePiece } from '../sentence-piece.ts';
import { sentencePieces } from '../sentence-pieces.ts';

const STATES: Record<ServiceInspection['state'], string> = {
  running: '動いています。',
  failed: '異常終了して、停止しています。',
  stopped: '動いていません。',
  starting: '起動中です。',
  restarting: '終了と、systemdによる再起動を繰り返しています。',
  stopping: '停止中です。',
  unknown: '動いているかどうかは、この出力では分かりません。',
};

const PROBLEMS: Record<
  ProblemCode,
  (values: ProblemValues, names: ProblemNames) => SentencePiece[]
> = {
  encoding: ({ found }) =>
    sentencePieces`ファイルが${[found ?? 'UTF-8以外の文字コード']}で書かれています。UTF-8で保存し直してください。`,
  characters: ({ found, expected }) =>
    sentencePieces`${nameCharacter(found)}は、${nameCharacter(expected)}に似た別の文字です。書き直してください。`,
  backslash: () =>
    sentencePieces`二重引用符の中の${'\\'}は、エスケープの始まりです。文字列は一重引用符で囲んでください。`,
  'escape-changed': ({ found }) =>
    sentencePieces`${found ?? ['この文字列']}の${'\\'}はエスケープの始まりなので、別のパスになります。一重引用符で囲むか、${'\\'}を2つ重ねてください。`,
  syntax: () => [],
  duplicate: ({ found, expected }) =>
    sentencePieces`${found}が2回書かれています（最初は${Number(expected)}行目）。1つにまとめてください。`,
  type: ({ found, expected, key }) =>
    sentencePieces`${key}に必要なのは${TYPES[expected ?? ''] ?? expected}ですが、${TYPES[found ?? ''] ?? found}が書かれています。`,
  pattern: () => [],
  value: ({ found, expected, key }, { backend }) =>
    found === null
      ? sentencePieces`APIキーの代わりに置かれた文字列です（ここで伏せただけなら問題ありません）。このままでは${[backend]}に拒否されるため、オーガニゼーションのAPIキーを書いてください。`
      : sentencePieces`「${found}」は${key}の値ではありません。書けるのは次のいずれかです：${expected}`,
  'unknown-key': ({ found, expected }, { nameInText }) =>
    expected === null
      ? sentencePieces`${[nameInText]}が認識しないキーです：${found}`
      : sentencePieces`${[nameInText]}が認識しないキーです：${found}。おそらく${expected}です。`,
  'wrong-table': ({ found, expected, key }) =>
    sentencePieces`${lastKeyPart(key)}は${found === null ? ['ファイルの先頭'] : sentencePieces`${tableHeading(found)}の中`}には書けません。書く場所は${tablesOf(expected, TOP)}です。`,
  'other-plugins': ({ expected, key }) =>
    sentencePieces`${lastKeyPart(key)}に意味があるのは、${expected}として書いたときだけです。`,
  'section-name': ({ found }) =>
    sentencePieces`${tableHeading(found)}にプラグインの名前がありません。${tableHeading(found, '.NAME')}の形で書きます。`,
  'dotted-name': ({ found, expected }) =>
    sentencePieces`プラグインの名前に「.」は使えません。「${found}」ではなく「${expected}」のように書きます。`,
  'command-missing': ({ found, expected }) =>
    sentencePieces`${tableHeading(found)}に${expected}がありません。`,
  'command-type': () => sentencePieces`${'command'}は、文字列か、文字列のリストです。`,
  'command-words': ({ found }) =>
    sentencePieces`${'command'}の1つ目の要素に引数も入っているため、全体が1つのプログラム名として扱われます。${`["${found}", "…"]`}のように1語ずつ要素にするか、リストではなく1つの文字列で書きます。`,
  'unknown-option': ({ found, expected }) =>
    expected === null
      ? sentencePieces`${'command'}のプログラムは、${found}というオプションを受け付けません。`
      : sentencePieces`${'command'}のプログラムは、${found}というオプションを受け付けません。${expected}の誤りと考えられます。`,
  missing: ({ expected }) => sentencePieces`${expected}が書かれていません。`,
  'missing-here': ({ found, expected }) =>
    found === 'plugin'
      ? sentencePieces`ここには${expected}がありません。${'include'}で読み込まれるファイルなら、本体のファイルに必要です。本体のファイルなら、ここに書いてください。`
      : found === 'excerpt'
        ? sentencePieces`この部分には${expected}がありません。ファイルの一部なら、ファイルの先頭に必要です。`
        : sentencePieces`このファイルには${expected}がありません。${'include'}で読み込むファイルに必要です。`,
  role: ({ found }) =>
    sentencePieces`「${found}」はロールの形ではありません。「${'サービス:ロール'}」の形で、それぞれ英数字で始め、英数字と-と_だけを使います。`,
  duration: ({ found, key }) =>
    sentencePieces`${key}は${'5'}や${'"5m"'}のような分単位の値ですが、${found}が書かれています。`,
  range: ({ found, expected, key }) =>
    sentencePieces`${key}の${Number(found)}分は範囲の外です。${Number(expected)}分として動きます。`,
  attempts: () =>
    sentencePieces`${'prevent_alert_auto_close'}と一緒に使うと、${'max_check_attempts'}は必ず${'1'}になります。`,
  'too-new': ({ found, expected, key }) =>
    sentencePieces`${key}が使えるのは${[expected ?? '']}からです。ログは${[found ?? '']}のものです。`,
  alternatives: ({ found, expected, key }) =>
    found === null
      ? sentencePieces`${key}には、次のいずれかが必要です：${[expected ?? '']}`
      : sentencePieces`${key}に書けるのは、次のうち1つだけです：${[expected ?? '']}`,
  unchecked: () => [],
};

const TOP = {
  toml: 'ファイルの先頭（最初の[テーブル]より上）',
  yaml: 'ファイルの一番上の階層（インデントなし）',
};

const TYPES: Record<string, SentencePiece[]> = {
  string: sentencePieces`引用符で囲んだ文字列`,
  text: sentencePieces`文字列`,
  mapping: sentencePieces`キーと値の組`,
  boolean: sentencePieces`引用符のない${'true'}か${'false'}`,
  integer: sentencePieces`引用符のない整数`,
  float: sentencePieces`小数`,
  strings: sentencePieces`${'["a", "b"]'}のようなリスト`,
  array: sentencePieces`リスト`,
  table: sentencePieces`テーブル`,
  date: sentencePieces`日付`,
  minutes: sentencePieces`${'5'}や${'"5m"'}のような分`,
  pattern: sentencePieces`引用符で囲んだ文字列`,
  command: sentencePieces`文字列か、文字列のリスト`,
};

const SYNTAX: Record<SyntaxCode, SentencePiece[]> = {
  'array-open': sentencePieces`ここまでのリストに、閉じる${']'}がありません。`,
  'small-letters': sentencePieces`引用符なしの小文字で、${'true'}か${'false'}と書きます。`,
  'inner-quotes': sentencePieces`この引用符で文字列が終わっています。値全体を一重引用符で囲んでください。`,
  'string-end': sentencePieces`ここから始まる文字列に、閉じる引用符がありません。`,
  'table-end': sentencePieces`[テーブル]に、閉じる括弧がありません。`,
  'array-end': sentencePieces`リストに、閉じる${']'}がありません。`,
  'inline-end': sentencePieces`{ }の形のテーブルに、閉じる${'}'}がありません。`,
  key: sentencePieces`ここにキーがありません。`,
  newline: sentencePieces`1行に書けるキーは1つです。ここで改行が必要です。`,
  equals: sentencePieces`キーと値の間に${'='}がありません。`,
  value: sentencePieces`キーに値がありません。`,
  comma: sentencePieces`ここにカンマがありません。`,
  character: sentencePieces`ここでは使えない文字です。文字列は引用符で囲みます。`,
  'one-line': sentencePieces`[テーブル]や、キーと値は、この行の中で終わる必要があります。`,
  number: sentencePieces`TOMLの数値の形ではありません。`,
  escape: sentencePieces`このエスケープは使えません。`,
  dots: sentencePieces`「.」が余分です。`,
  other: sentencePieces`TOMLとして読めません。`,
  tab: sentencePieces`インデントにタブは使えません。空白で書いてください。`,
  blank: sentencePieces`コロンの後に空白がありません。`,
  colon: sentencePieces`キーと値の間に${':'}がありません。`,
  indent: sentencePieces`この行のインデントが、前後の行と合っていません。`,
  special: sentencePieces`YAMLで特別な意味を持つ文字があります。値を引用符で囲んでください。`,
  'not-yaml': sentencePieces`YAMLとして読めません。`,
};

const PATTERN: Record<PatternFault, string> = {
  'repeated-too-often': '{ }で指定できる繰り返しは1000回までです',
  range: '範囲の終わりが、始まりより前になっています',
  'not-in-go': '\\Z、\\h、(?>、(?#など、Goの正規表現にない書き方があります',
  'open-bracket': '[を閉じる]がありません',
  'open-group': '(を閉じる)がありません',
  'closed-group': ')に対応する(がありません',
  'nothing-to-repeat': '*、+、?の前に何もありません（*ram*のようなグロブは、.*ram.*と書きます）',
  'repeated-twice': '繰り返しの記号が続いています',
  lookaround: 'Goの正規表現では(?=、(?!、(?<=、(?<!を使えません',
  backreference: 'Goの正規表現では\\1を使えません',
  'ends-in-backslash': '\\で終わっています',
};

const UNCHECKED: Record<
  Unchecked,
  (limit: number, key: string | null, check: string | undefined) => SentencePiece[]
> = {
  'key-parts': (limit) =>
    sentencePieces`このキーは、[テーブル]の名前と合わせて${limit}階層を超えています。これほど深い設定はありません。[テーブル]の下に${'name = value'}の形で書いてください。`,
  'key-length': (limit) =>
    sentencePieces`このキーは、[テーブル]の名前と合わせて${limit}文字を超えています。読み取れるのは${limit}文字までです。短くしてください。`,
  length: (limit) =>
    sentencePieces`ファイルが${limit}文字を超えているため、確認していません。確認したい部分だけを貼り付けてください。`,
  parser: () =>
    sentencePieces`YAMLを読み取るための部品を読み込めなかったため、ファイルを確認していません。ネットワークに接続してから、もう一度貼り付けてください。`,
  nesting: (limit) =>
    sentencePieces`リストやテーブルの入れ子が${limit}段を超えています。これほど深い値を取る設定はありません。括弧を減らしてください。`,
  'pattern-length': (limit, key, check) =>
    sentencePieces`${key}は確認していません。正規表現が${limit}文字を超えています。短く書き直してください${orRun(check)}。`,
  'pattern-depth': (limit, key, check) =>
    sentencePieces`${key}は確認していません。正規表現のグループの入れ子が${limit}段を超えています。簡単な形に書き直してください${orRun(check)}。`,
};

function orRun(check: string | undefined): SentencePiece[] {
  return check === undefined ? [] : sentencePieces`（${check}でも確認できます）`;
}

export const inspect: typeof en = {
  healthy: {
    version: () => 'バージョンの出力だけでは、異常があるか分かりません。ログを貼り付けてください。',
    values: (backend) =>
      'メトリックプラグインが出力した値です。この実行方法では、正しく動いています。' +
      `${backend}にグラフが出なければ、サービスと同じ環境変数とユーザーで実行してください。`,
    config: () => 'この設定ファイルに誤りは見つかりません。',
    configtest: () => '設定ファイルはconfigtestに通っています。',
    service: () => 'サービスは動いています。',
    df: (backend) => `このホストのファイルシステムは、${backend}に次のように表示されます。`,
    probe: (backend) => `${backend}から応答があり、キーも有効です。`,
  },
  undecided: 'これだけでは、対応が必要かどうか分かりません。',
  config: {
    title: (file) => `${file}の確認`,
    good: ({ metrics, checks, metadata }) =>
      metrics + checks + metadata === 0
        ? '誤りは見つかりません。'
        : `誤りは見つかりません。メトリックプラグイン${metrics}個、チェック監視${checks}個、メタデータプラグイン${metadata}個の設定があります。`,
    count: (problems) => `気になる点が${problems}件あります`,
    cut: 'これより下は確認できていません。直してから、もう一度貼り付けてください。',
    unsure: (check, nameInText) =>
      `このサイトではファイルを最後まで読めませんが、${nameInText}は読める可能性があります。${check === undefined ? '' : `${check}で確認してください。`}`,
    line: (line) => `${line}行目`,
    write: '正しい書き方',
    effect: {
      stops: (nameInText) => `${nameInText}は起動しません`,
      refused: () => '起動はできますが、再読み込みできないことがあります',
      fails: () => 'プラグインが動きません',
      changed: () => '別の値が使われます',
      note: () => '参考',
    },
    at: (line, sentence, file) => `${file === null ? '' : `${file}の`}${line}行目：${sentence}`,
    costs: {
      stops: (nameInText) => `このファイルでは、${nameInText}は起動しません。`,
      refused: () => 'このファイルで起動はできますが、再読み込みできないことがあります。',
      fails: (nameInText) =>
        `このファイルで起動はできますが、${nameInText}はこのプラグインを実行できません。`,
      changed: () => 'このファイルは読み取れますが、書かれたものとは別の値が使われます。',
    },
    checksOnly:
      'キーが正しいか、ネットワークがつながるか、プラグインが動くかは、ファイルからは分かりません。',
    keyHidden: 'APIキーは伏せて表示しています。どこにも保存しません。',
  },
  problem: PROBLEMS,
  syntax: SYNTAX,
  pattern: PATTERN,
  unchecked: UNCHECKED,
  configtest: {
    title: 'configtestの結果',
    passed: 'ファイルは読み取れ、キーもすべて既知のものです。',
    failed: '設定ファイルに誤りがあります。',
    checks:
      'configtestはファイルを読むだけです。ネットワーク、キー、プラグインの動作は確認しません。未知のキーを調べるのは本体のファイルだけで、includeのファイルは対象外です。',
  },
  service: {
    title: (unit) => `サービス${unit}`,
    now: ({ manager, state, since, exit }) =>
      [
        STATES[state],
        ...(since === null ? [] : [`${since}から続いています。`]),
        ...(exit === null
          ? []
          : [
              manager === 'windows'
                ? `Windowsのエラー番号は${exit}です。`
                : `プロセスは${exit}で終了しました。`,
            ]),
      ].join(''),
    down: 'サービスが動いていません。',
    noRestart: () =>
      'パッケージのユニットにはRestart=の行がないため、systemdは再起動しません。原因を取り除いてから、起動してください。',
    notFound: () =>
      'systemdにこのユニットがありません。このホストにパッケージが入っていないか、サービス名が違います。',
    masked: () => 'ユニットがマスクされていて、起動できません。次のコマンドで解除します。',
    disabled: () =>
      'ホストの起動時に自動で起動しません。次のコマンドで、自動で起動するようになります。',
    notInstalled: (nameInText) =>
      `Windowsにこのサービスがありません。このホストに、${nameInText}がインストールされていません。`,
    asAdministrator: () => '原因を取り除いてから、管理者として開いたPowerShellで起動してください。',
  },
  disk: {
    title: (backend) => `${backend}に表示されるファイルシステム`,
    table: {
      device: 'デバイス',
      percent: '使用率',
      used: '使用',
      size: 'サイズ',
      mount: 'マウント位置',
    },
    notPosted: '送信されません',
    fullest: (device, percent) =>
      `「Filesystem %」の監視は、最も埋まっているものを見ます：${device}（${percent}）`,
    full: (device, mount) => `${device}（${mount}）に空きがありません。`,
    size: 'サイズは「使用＋使用可」です。root用に予約されたブロックは数えないため、dfのブロック数より小さくなります（0.35.0から）。',
    only: '送信されるのは、名前が/dev/で始まるローカルのファイルシステムだけです。NFS、overlay、ZFS、tmpfsは出ません。',
    errors:
      'dfがエラーで終わったため、その1分のファイルシステムのメトリックはすべて送信されません：',
    human: (backend) =>
      `df -Pklの形式（1024バイト単位）の数値がありません。${backend}に表示される値を知るには、df -Pklを実行してください。`,
  },
};
