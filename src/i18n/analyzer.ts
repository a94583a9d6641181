/** The words of the analyzer around a report, in both languages. */
export interface AnalyzerText {
  label: string;
  placeholder: string;
  privacy: string;
  proof: string;
  chooseFiles: string;
  dropHint: string;
  examples: string;
  clear: string;
  another: string;
  cancel: string;
  working(bytes: string, lines: string): string;
  workingShort: string;
  tooLarge(bytes: string): string;
  done(sentence: string, answers: number): string;
  failed: string;
  copy: string;
  copied: string;
  log: string;
  logLines: string;
  logHint: string;
  markedOnly: string;
  allLines: string;
  openGuide: string;
  lines(from: number, to: number): string;
  of(part: string, whole: string): string;
  speed(bytes: string): string;
  left(seconds: number): string;
  stop: string;
  stopped(part: string): string;
  /** What was found so far, while the rest is being read. */
  soFar: { title(part: string): string; none: string; healthy: string; unanswered: string; note: string };
  /** The box while it takes the log from after a fix. */
  after: { label: string; note(end: string | null): string; forget: string };
  skipped: string;
  collect: string;
  collectPrinted: string;
  collectCopied: string;
  filtered(shown: string, all: string): string;
  byAnswer: string;
  byLevel: string;
  byText: string;
  any: string;
  goTo: string;
  go: string;
  wrap: string;
  copyLines: string;
  copiedLines(lines: number): string;
  earlier: string;
  later: string;
  meaning(line: number): string;
  noMeaning: string;
  evidenceOf: string;
  timelinePicture(from: string, to: string, bad: number, slices: number, minutes: number): string;
  spanFrom: string;
  spanTo: string;
  lineCount(lines: string): string;
  firstBad: string;
  starts(count: number): string;
  findings: string;
  /** Over the command that tells one possible answer from another, and under it. */
  decides: string;
  decidesPaste: string;
  platform: Record<'linux' | 'windows' | 'macos' | 'docker' | 'kubernetes', string>;
  unreadable: Record<'zip' | 'evtx' | 'binary' | 'gzip' | 'damaged-zip' | 'too-large', string>;
}

const en: AnalyzerText = {
  label: 'Paste a log',
  placeholder: 'Paste the lines of mackerel-agent here: a few, or the whole file. mackerel-agent.conf and the output of systemctl status, df -Pkl and /proc/meminfo are read too.',
  privacy: 'Nothing leaves this browser.',
  proof: 'Switch the network off after this page has loaded: it works all the same.',
  chooseFiles: 'Choose files',
  dropHint: 'or drop them here (logs, .gz, .zip, mackerel-agent.conf)',
  examples: 'Try an example',
  clear: 'Clear',
  another: 'Another log',
  cancel: 'Cancel',
  working: (bytes, lines) => `Reading: ${bytes}, ${lines} lines`,
  workingShort: 'Reading',
  tooLarge: (bytes) => `The paste of ${bytes} is read without being shown in the box.`,
  done: (sentence, answers) => `${sentence.replace(/\.?$/, '.')} ${answers === 1 ? '1 answer' : `${answers} answers`}.`,
  failed: 'This could not be read.',
  copy: 'Copy',
  copied: 'Copied',
  log: 'The log',
  logLines: 'Lines of the log',
  logHint: 'Marked lines are evidence. Line numbers in the answers lead here.',
  markedOnly: 'Marked lines only',
  allLines: 'All lines',
  openGuide: 'Open the whole guide',
  lines: (from, to) => `Lines ${from} to ${to}`,
  of: (part, whole) => `${part} of ${whole}`,
  speed: (bytes) => `${bytes} a second`,
  left: (seconds) => (seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`),
  stop: 'Stop and show what was read',
  stopped: (part) => `Stopped: this speaks of the first ${part} only.`,
  soFar: {
    title: (part) => `So far, with ${part} read`,
    none: 'No line of the agent yet.',
    healthy: 'No fault yet.',
    unanswered: 'Faults without an answer yet.',
    note: 'What follows in the log may change this.',
  },
  after: {
    label: 'Paste the log from after the fix',
    note: (end) => (end === null ? 'It is compared with the first log.' : `It is compared with the first log, which ends at ${end}.`),
    forget: 'Stop comparing',
  },
  skipped: 'Not read:',
  collect: 'Get the last lines of the log',
  collectPrinted: 'Copy what it prints, and paste it above.',
  collectCopied: 'The lines are then on the clipboard: paste them above.',
  filtered: (shown, all) => `${shown} of ${all} lines`,
  byAnswer: 'Answer',
  byLevel: 'Level',
  byText: 'Text',
  any: 'Any',
  goTo: 'Line',
  go: 'Go',
  wrap: 'Wrap lines',
  copyLines: 'Copy these lines',
  copiedLines: (lines) => `${lines} lines copied`,
  earlier: 'Earlier',
  later: 'Later',
  meaning: (line) => `What line ${line} means`,
  noMeaning: 'Nothing in this line is known as a fault.',
  evidenceOf: 'It belongs to:',
  timelinePicture: (from, to, bad, slices, minutes) => `Lines over time from ${from} to ${to}, in ${slices} slices of ${minutes} min; ${bad} of them have a fault.`,
  spanFrom: 'Show from',
  spanTo: 'Show until',
  lineCount: (lines) => `${lines} lines`,
  firstBad: 'First fault',
  starts: (count) => (count === 1 ? 'Start of the agent' : `${count} starts of the agent`),
  findings: 'What the lines mean',
  decides: 'What decides',
  decidesPaste: 'Log lines and answers of curl that it prints can be pasted into the box above.',
  platform: { linux: 'Linux', windows: 'Windows', macos: 'macOS', docker: 'Docker', kubernetes: 'Kubernetes' },
  unreadable: {
    zip: 'This is a zip file. Unpack it and choose the log in it.',
    evtx: 'This is a Windows event log (.evtx). In Event Viewer, choose "Save All Events As", take text or CSV, and choose that file.',
    binary: 'This is a binary file, not a log.',
    gzip: 'The gzip data is damaged or cut off.',
    'damaged-zip': 'The zip file is empty, damaged, encrypted, or packed in a way that this page does not know. Unpack it and choose the log in it.',
    'too-large': 'This is more than this page should hold. Save it as a file and choose that, or let the command read it:',
  },
};

const ja: AnalyzerText = {
  label: 'ログを貼り付ける',
  placeholder: 'mackerel-agentのログをここに貼り付けます。数行でも、ファイル全体でもかまいません。mackerel-agent.confや、systemctl status、df -Pkl、/proc/meminfoの内容も読み取ります。',
  privacy: '貼り付けた内容は、このブラウザーの外に出ません。',
  proof: 'ページを開いたあとにネットワークを切っても、そのまま動きます。',
  chooseFiles: 'ファイルを選ぶ',
  dropHint: 'ここにドロップもできます（ログ、.gz、.zip、mackerel-agent.conf）',
  examples: '例で試す',
  clear: '消去',
  another: '別のログ',
  cancel: '中止',
  working: (bytes, lines) => `読み取り中：${bytes}、${lines}行`,
  workingShort: '読み取り中',
  tooLarge: (bytes) => `${bytes}のログは、枠に表示せずに読み取ります。`,
  done: (sentence, answers) => `${sentence.replace(/。?$/, '。')}回答は${answers}件です。`,
  failed: '読み取れませんでした。',
  copy: 'コピー',
  copied: 'コピーしました',
  log: 'ログ',
  logLines: 'ログの行',
  logHint: '印の付いた行が根拠です。回答の行番号からここに移動できます。',
  markedOnly: '印の付いた行だけ',
  allLines: 'すべての行',
  openGuide: 'ガイド全体を開く',
  lines: (from, to) => `${from}〜${to}行目`,
  of: (part, whole) => `${part}／${whole}`,
  speed: (bytes) => `毎秒${bytes}`,
  left: (seconds) => (seconds < 90 ? `残り${seconds}秒` : `残り${Math.ceil(seconds / 60)}分`),
  stop: 'ここまでの結果を見る',
  stopped: (part) => `途中で止めました。先頭から${part}までについての結果です。`,
  soFar: {
    title: (part) => `${part}まで読んだ結果`,
    none: 'エージェントの行はまだありません。',
    healthy: '異常はまだありません。',
    unanswered: '異常がありますが、回答はまだありません。',
    note: '続きの内容によって変わることがあります。',
  },
  after: {
    label: '対応後のログを貼り付ける',
    note: (end) => (end === null ? '最初のログと比べます。' : `最初のログ（末尾は${end}）と比べます。`),
    forget: '比較をやめる',
  },
  skipped: '読み取れなかったファイル：',
  collect: 'ログの最後の行を取り出すコマンド',
  collectPrinted: '表示された行をコピーして、上の枠に貼り付けます。',
  collectCopied: '行がクリップボードに入るので、そのまま上の枠に貼り付けます。',
  filtered: (shown, all) => `全${all}行のうち${shown}行`,
  byAnswer: '回答',
  byLevel: 'レベル',
  byText: '文字',
  any: 'すべて',
  goTo: '行番号',
  go: '移動',
  wrap: '折り返す',
  copyLines: '表示中の行をコピー',
  copiedLines: (lines) => `${lines}行をコピーしました`,
  earlier: '前へ',
  later: '次へ',
  meaning: (line) => `${line}行目の意味`,
  noMeaning: 'この行に、既知の異常はありません。',
  evidenceOf: '関係する回答：',
  timelinePicture: (from, to, bad, slices, minutes) => `${from}から${to}までの行数の推移。${minutes}分ごとの${slices}区間のうち、異常があるのは${bad}区間です。`,
  spanFrom: '表示する範囲の始まり',
  spanTo: '表示する範囲の終わり',
  lineCount: (lines) => `${lines}行`,
  firstBad: '最初の異常',
  starts: (count) => (count === 1 ? 'エージェントの起動' : `エージェントの起動（${count}回）`),
  findings: '各行の意味',
  decides: '何を見れば確定できるか',
  decidesPaste: '出力がログの行やcurlの応答なら、上の枠に貼り付けて診断できます。',
  platform: { linux: 'Linux', windows: 'Windows', macos: 'macOS', docker: 'Docker', kubernetes: 'Kubernetes' },
  unreadable: {
    zip: 'zipファイルです。展開して、中のログを選んでください。',
    evtx: 'Windowsのイベントログ（.evtx）です。イベントビューアーの「すべてのイベントを名前を付けて保存」でテキストかCSVにして、そのファイルを選んでください。',
    binary: 'バイナリーファイルで、ログではありません。',
    gzip: 'gzipのデータが壊れているか、途中で切れています。',
    'damaged-zip': 'zipファイルが空か、壊れているか、暗号化されているか、このページの知らない形式です。展開して、中のログを選んでください。',
    'too-large': 'このページで扱うには大きすぎます。ファイルに保存して選ぶか、コマンドで読み取ってください：',
  },
};

/** The words of the analyzer, by language. */
export const analyzerText: Record<'en' | 'ja', AnalyzerText> = { en, ja };
