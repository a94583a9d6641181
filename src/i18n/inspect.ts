// Long because both languages of every sentence stand side by side, so that a missing one is seen.
import type { ConfigProblem, Effect, Kind, PatternFault, ProblemCode, ServiceInspection, SyntaxCode } from '../inspect/index.ts';

/** What is said of configurations and outputs of commands, in both languages. Sizes come as text. */
export interface InspectText {
  /** The verdict where nothing has to be done; a log has its own words. */
  healthy: Record<Exclude<Kind, 'log'>, string>;
  /** The verdict where what is no log says neither. */
  undecided: string;
  config: {
    title(file: string): string;
    good(plugins: { metrics: number; checks: number; metadata: number }): string;
    count(problems: number): string;
    /** The file could not be looked at to its end. */
    cut: string;
    /** The parser of this site stumbles where the agent's may not. */
    unsure: string;
    line(line: number): string;
    write: string;
    effect: Record<Effect, string>;
    checksOnly: string;
    keyHidden: string;
  };
  problem(problem: ConfigProblem): string;
  configtest: { title: string; passed: string; failed: string; checks: string };
  service: {
    title(unit: string): string;
    now(state: ServiceInspection['state'], since: string | null, exit: string | null): string;
    noRestart: string;
    notFound: string;
    masked: string;
    disabled: string;
  };
  memory: {
    title: string;
    figures: string;
    metric: string;
    value: string;
    share: string;
    howNew: string;
    howOld: string;
    /** Why free shows another number, where the kernel names MemAvailable and where not. */
    freeNew: string;
    freeOld: string;
    version: string;
    picture(parts: string): string;
    parts: Record<'used' | 'available' | 'free' | 'buffers' | 'cached', string>;
  };
  disk: {
    title: string;
    table: { device: string; percent: string; used: string; size: string; mount: string };
    notPosted: string;
    fullest(device: string, percent: string): string;
    size: string;
    only: string;
    errors: string;
    human: string;
  };
}

type Values = Pick<ConfigProblem, 'found' | 'expected' | 'key'>;

const en: InspectText = {
  healthy: {
    config: 'No fault was found in this configuration.',
    configtest: 'configtest accepts the configuration.',
    service: 'The service runs.',
    meminfo: 'This is the memory that Mackerel shows for this host.',
    df: 'These are the filesystems that Mackerel shows for this host.',
    probe: 'Mackerel answers, and takes the key.',
  },
  undecided: 'This alone does not tell whether something has to be done.',
  config: {
    title: (file) => `In ${file}`,
    good: ({ metrics, checks, metadata }) => `No fault was found. It sets up ${metrics} metric plugins, ${checks} checks and ${metadata} metadata plugins.`,
    count: (problems) => (problems === 1 ? '1 thing stands out' : `${problems} things stand out`),
    cut: 'Only the first fault can be told: mend it and paste the file again.',
    unsure: 'This site cannot read the file to its end, and the agent may be able to. Ask the agent: mackerel-agent configtest.',
    line: (line) => `line ${line}`,
    write: 'Write',
    effect: { stops: 'The agent does not start', refused: 'It starts, but a reload is refused', changed: 'It goes on with another value', note: 'Worth knowing' },
    checksOnly: 'Whether the key is right, the network is open and the plugins run does not show in the file.',
    keyHidden: 'The API key is masked here, and kept nowhere.',
  },
  problem: (problem) => sentence(problem, PROBLEMS_EN, SYNTAX_EN, PATTERN_EN),
  configtest: {
    title: 'What configtest says',
    passed: 'The file can be read, and its keys are known.',
    failed: 'The file is refused.',
    checks: 'configtest reads the file. It does not try the network, the key or a plugin, and looks for unknown keys in the main file only, not in those of include.',
  },
  service: {
    title: (unit) => `The service ${unit}`,
    now: (state, since, exit) => [STATES_EN[state], ...(since === null ? [] : [`Since ${since}.`]), ...(exit === null ? [] : [`Its process ended with ${exit}.`])].join(' '),
    noRestart: 'systemd does not start it again: the unit of the package has no Restart=. Mend the cause, then: sudo systemctl start mackerel-agent',
    notFound: 'systemd knows no such unit: the package is not installed on this host, or the service has another name.',
    masked: 'The unit is masked, so it cannot be started: sudo systemctl unmask mackerel-agent',
    disabled: 'It is not started when the host boots. To change that: sudo systemctl enable mackerel-agent',
  },
  memory: {
    title: 'Memory as Mackerel shows it',
    figures: 'Figures of the picture',
    metric: 'Part',
    value: 'Size',
    share: 'Share',
    howNew: 'This kernel names MemAvailable, so used = MemTotal − MemAvailable. Buffers, cached and free are then not sent.',
    howOld: 'This kernel does not name MemAvailable, so used = MemTotal − MemFree − Buffers − Cached.',
    freeNew: 'The column "used" of free counts in another way than the graph. Compare the graph with total minus available.',
    freeOld: 'The column "used" of free may hold buffers and cached; the graph does not.',
    version: 'Counted so since 0.54.0. An update across that version makes a step in the graph.',
    picture: (parts) => `A bar of the whole memory: ${parts}.`,
    parts: { used: 'used', available: 'available', free: 'free', buffers: 'buffers', cached: 'cached' },
  },
  disk: {
    title: 'Filesystems as Mackerel shows them',
    table: { device: 'Device', percent: 'Used %', used: 'Used', size: 'Size', mount: 'Mounted on' },
    notPosted: 'not sent',
    fullest: (device, percent) => `A monitor of "Filesystem %" looks at the fullest: ${device}, ${percent}.`,
    size: 'Size is used + available: blocks that are reserved for root are not counted, so it is smaller than the blocks of df (since 0.35.0).',
    only: 'Only local filesystems whose name begins with /dev/ are sent: NFS, overlay, ZFS and tmpfs never appear.',
    errors: 'df ended with an error, so no filesystem metrics are sent for that minute at all:',
    human: 'These numbers are rounded. For the figures that Mackerel shows, run: df -Pkl',
  },
};

const STATES_EN: Record<ServiceInspection['state'], string> = { running: 'It runs.', failed: 'It has failed and does not run.', stopped: 'It does not run.', starting: 'It is starting.', stopping: 'It is stopping.', unknown: 'systemd names a state that this site does not know.' };

const PROBLEMS_EN: Record<ProblemCode, (values: Values) => string> = {
  encoding: ({ found }) => `The file is written in ${found ?? 'another encoding'}. Save it as UTF-8.`,
  characters: ({ found, expected }) => `Here stands ${named(found)}, which looks like ${named(expected)} and is another character.`,
  backslash: () => 'In double quotes a backslash begins an escape. Put the path into single quotes.',
  'escape-changed': ({ found }) => `In ${found ?? 'this text'} the backslash begins an escape, so that another path comes out. Put the path into single quotes, or double the backslashes.`,
  syntax: () => '',
  duplicate: ({ found, expected }) => `${found} stands twice, first in line ${expected}. Put both together.`,
  type: ({ found, expected, key }) => `${key} needs ${TYPES_EN[expected ?? ''] ?? expected}, and here stands ${TYPES_EN[found ?? ''] ?? found}.`,
  pattern: () => '',
  value: ({ found, expected, key }) => `"${found}" is not known for ${key}. It takes: ${expected}.`,
  'unknown-key': ({ found, expected }) => (expected === null ? `The agent does not know ${found}.` : `The agent does not know ${found}. Probably ${expected} is meant.`),
  'wrong-table': ({ found, expected, key }) => `${last(key)} has no place in ${found === null ? 'the top of the file' : `[${found}]`}. It belongs to ${place(expected, 'the top of the file, above the first [table]')}.`,
  'other-plugins': ({ expected, key }) => `${last(key)} has a meaning only as ${expected}.`,
  'section-name': ({ found }) => `[${found}] has no name of a plugin. Write [${found}.NAME].`,
  'dotted-name': ({ found, expected }) => `The name of a plugin must not have a dot: "${expected}" instead of "${found}".`,
  'command-missing': ({ found }) => `[${found}] has no command.`,
  'command-type': () => 'command is one text, or a list of texts.',
  'environment-name': ({ found }) => `"${found}" is no name of a variable: write { NAME = "value" }.`,
  missing: () => 'No apikey is written in this file.',
  'missing-here': () => 'No apikey is written in this file. It has to be in one that include names.',
  role: ({ found }) => `"${found}" is no role, and is left out. Write "Service:role" with letters, digits, - and _, each beginning with a letter or digit.`,
  duration: ({ found, key }) => `${key} needs whole minutes, such as 5 or "5m", and here stands ${found}.`,
  range: ({ found, expected, key }) => `${key} of ${found} minutes is outside of what is taken: ${expected} is used.`,
  'characters-cut': ({ found, expected, key }) => `${key} has ${found} characters, and is cut after ${expected}.`,
  attempts: () => 'With prevent_alert_auto_close, max_check_attempts is always 1.',
  'too-new': ({ found, expected, key }) => `${key} is known from ${expected} on, and the log is of ${found}.`,
  'verbose-and-silent': () => 'Both verbose and silent are on: verbose wins.',
};

const TYPES_EN: Record<string, string> = { string: 'text in quotes', boolean: 'true or false without quotes', integer: 'a whole number without quotes', float: 'a decimal number', strings: 'a list such as ["a", "b"]', array: 'a list', table: 'a table', date: 'a date', minutes: 'minutes such as 5 or "5m"', pattern: 'text in quotes', command: 'text or a list of texts' };

const SYNTAX_EN: Record<SyntaxCode, string> = {
  'string-end': 'The text that begins here has no closing quote.',
  'table-end': 'The [table] has no closing bracket.',
  'array-end': 'The list has no closing ].',
  'inline-end': 'The { table } has no closing }.',
  key: 'Here a key is missing.',
  newline: 'One key a line: here the line has to end.',
  equals: 'Here = is missing between the key and its value.',
  value: 'The key has no value.',
  comma: 'Here a comma is missing.',
  duplicate: 'This stands twice.',
  character: 'This character has no place here. Text needs quotes.',
  'one-line': 'The [table], or the key with its value, has to end on this line.',
  number: 'This is no number as TOML writes it.',
  escape: 'This escape does not exist.',
  dots: 'A dot too many.',
  other: 'This is no TOML.',
};

const PATTERN_EN: Record<PatternFault, string> = {
  'open-bracket': '[ has no closing ]',
  'open-group': '( has no closing )',
  'closed-group': ') has no opening (',
  'nothing-to-repeat': 'nothing stands before *, + or ? (a glob such as *ram* is written .*ram.*)',
  'repeated-twice': 'two repetitions follow each other',
  lookaround: 'Go knows no (?=, (?!, (?<= and (?<!',
  backreference: 'Go knows no \\1',
  'ends-in-backslash': 'it ends in a backslash',
};

const ja: InspectText = {
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
  problem: (problem) => sentence(problem, PROBLEMS_JA, SYNTAX_JA, PATTERN_JA),
  configtest: {
    title: 'configtestの結果',
    passed: 'ファイルは読み取れ、キーもすべて既知のものです。',
    failed: 'ファイルは拒否されています。',
    checks: 'configtestはファイルを読むだけです。ネットワーク、キー、プラグインは試しません。未知のキーを調べるのは本体のファイルだけで、includeのファイルは対象外です。',
  },
  service: {
    title: (unit) => `サービス${unit}`,
    now: (state, since, exit) => [STATES_JA[state], ...(since === null ? [] : [`${since}からです。`]), ...(exit === null ? [] : [`プロセスは${exit}で終了しました。`])].join(''),
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
    human: '丸められた数値です。Mackerelに表示される値を知るには、df -Pklを実行してください。',
  },
};

const STATES_JA: Record<ServiceInspection['state'], string> = { running: '動いています。', failed: '失敗して、止まっています。', stopped: '動いていません。', starting: '起動中です。', stopping: '停止中です。', unknown: 'systemdの示す状態が、このサイトの知らないものです。' };

const PROBLEMS_JA: Record<ProblemCode, (values: Values) => string> = {
  encoding: ({ found }) => `ファイルが${found ?? 'UTF-8以外の文字コード'}で書かれています。UTF-8で保存し直してください。`,
  characters: ({ found, expected }) => `${named(found)}があります。${named(expected)}に似た、別の文字です。`,
  backslash: () => '二重引用符の中の\\は、エスケープの始まりです。パスは一重引用符で囲んでください。',
  'escape-changed': ({ found }) => `${found ?? 'この文字列'}の\\はエスケープの始まりなので、別のパスになります。一重引用符で囲むか、\\を2つ重ねてください。`,
  syntax: () => '',
  duplicate: ({ found, expected }) => `${found}が2回書かれています（最初は${expected}行目）。1つにまとめてください。`,
  type: ({ found, expected, key }) => `${key}に必要なのは${TYPES_JA[expected ?? ''] ?? expected}ですが、${TYPES_JA[found ?? ''] ?? found}が書かれています。`,
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

const TYPES_JA: Record<string, string> = { string: '引用符で囲んだ文字列', boolean: '引用符のないtrueかfalse', integer: '引用符のない整数', float: '小数', strings: '["a", "b"]のようなリスト', array: 'リスト', table: 'テーブル', date: '日付', minutes: '5や"5m"のような分', pattern: '引用符で囲んだ文字列', command: '文字列か、文字列のリスト' };

const SYNTAX_JA: Record<SyntaxCode, string> = {
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

const PATTERN_JA: Record<PatternFault, string> = {
  'open-bracket': '[を閉じる]がありません',
  'open-group': '(を閉じる)がありません',
  'closed-group': ')に対応する(がありません',
  'nothing-to-repeat': '*、+、?の前に何もありません（*ram*のようなグロブは、.*ram.*と書きます）',
  'repeated-twice': '繰り返しの記号が続いています',
  lookaround: 'Goの正規表現では(?=、(?!、(?<=、(?<!を使えません',
  backreference: 'Goの正規表現では\\1を使えません',
  'ends-in-backslash': '\\で終わっています',
};

function sentence(problem: ConfigProblem, problems: typeof PROBLEMS_EN, syntax: typeof SYNTAX_EN, patterns: typeof PATTERN_EN): string {
  if (problem.code === 'syntax') return syntax[problem.detail as SyntaxCode] ?? syntax.other;
  if (problem.code === 'pattern') return `${problem.key}: ${patterns[problem.detail as PatternFault]}`;
  return problems[problem.code](problem);
}

/** A character that may not be seen is named by its number too. */
function named(character: string | null): string {
  if (character === null || character === '') return '?';
  return character.trim() === '' ? `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` : character;
}

function last(key: string | null): string {
  return key?.split('.').at(-1) ?? '';
}

/** The tables that hold a key, or its place at the top. */
function place(paths: string | null, top: string): string {
  return (paths ?? '').split(', ').map((path) => (path.includes('.') ? `[${path.split('.').slice(0, -1).join('.').replace('*', 'NAME')}]` : top)).join(', ');
}

/** The words of inspections, by language. */
export const inspectText: Record<'en' | 'ja', InspectText> = { en, ja };
