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
  cancel: string;
  working(bytes: string, lines: string): string;
  workingShort: string;
  tooLarge(bytes: string): string;
  done(status: string, answers: number): string;
  failed: string;
  copy: string;
  copied: string;
  log: string;
  logHint: string;
  markedOnly: string;
  allLines: string;
  openGuide: string;
  lines(from: number, to: number): string;
  findings: string;
  platform: Record<'linux' | 'windows' | 'macos' | 'docker' | 'kubernetes', string>;
  unreadable: Record<'zip' | 'evtx' | 'binary' | 'gzip', string>;
}

const en: AnalyzerText = {
  label: 'Paste a log',
  placeholder: 'Paste the lines of mackerel-agent here: a few, or the whole file.',
  privacy: 'Nothing leaves this browser.',
  proof: 'Switch the network off after this page has loaded: it works all the same.',
  chooseFiles: 'Choose files',
  dropHint: 'or drop them here (.log, .txt, .gz)',
  examples: 'Try an example',
  clear: 'Clear',
  cancel: 'Cancel',
  working: (bytes, lines) => `Reading: ${bytes}, ${lines} lines`,
  workingShort: 'Reading',
  tooLarge: (bytes) => `The paste of ${bytes} is read without being shown in the box.`,
  done: (status, answers) => `${status} ${answers === 1 ? '1 answer' : `${answers} answers`}.`,
  failed: 'This could not be read.',
  copy: 'Copy',
  copied: 'Copied',
  log: 'The log',
  logHint: 'Marked lines are evidence. Line numbers in the answers lead here.',
  markedOnly: 'Marked lines only',
  allLines: 'All lines',
  openGuide: 'Open the whole guide',
  lines: (from, to) => `Lines ${from} to ${to}`,
  findings: 'What the lines mean',
  platform: { linux: 'Linux', windows: 'Windows', macos: 'macOS', docker: 'Docker', kubernetes: 'Kubernetes' },
  unreadable: {
    zip: 'This is a zip file. Unpack it and choose the log in it.',
    evtx: 'This is a Windows event log (.evtx). In Event Viewer, choose "Save All Events As", take text or CSV, and choose that file.',
    binary: 'This is a binary file, not a log.',
    gzip: 'The gzip data is damaged or cut off.',
  },
};

const ja: AnalyzerText = {
  label: 'ログを貼り付ける',
  placeholder: 'mackerel-agentのログをここに貼り付けます。数行でも、ファイル全体でもかまいません。',
  privacy: '貼り付けた内容は、このブラウザーの外に出ません。',
  proof: 'ページを開いたあとにネットワークを切っても、そのまま動きます。',
  chooseFiles: 'ファイルを選ぶ',
  dropHint: 'ここにドロップもできます（.log、.txt、.gz）',
  examples: '例で試す',
  clear: '消去',
  cancel: '中止',
  working: (bytes, lines) => `読み取り中：${bytes}、${lines}行`,
  workingShort: '読み取り中',
  tooLarge: (bytes) => `${bytes}のログは、枠に表示せずに読み取ります。`,
  done: (status, answers) => `${status}回答は${answers}件です。`,
  failed: '読み取れませんでした。',
  copy: 'コピー',
  copied: 'コピーしました',
  log: 'ログ',
  logHint: '印の付いた行が根拠です。回答の行番号からここに移動できます。',
  markedOnly: '印の付いた行だけ',
  allLines: 'すべての行',
  openGuide: 'ガイド全体を開く',
  lines: (from, to) => `${from}〜${to}行目`,
  findings: '各行の意味',
  platform: { linux: 'Linux', windows: 'Windows', macos: 'macOS', docker: 'Docker', kubernetes: 'Kubernetes' },
  unreadable: {
    zip: 'zipファイルです。展開して、中のログを選んでください。',
    evtx: 'Windowsのイベントログ（.evtx）です。イベントビューアーの「すべてのイベントを名前を付けて保存」でテキストかCSVにして、そのファイルを選んでください。',
    binary: 'バイナリーファイルで、ログではありません。',
    gzip: 'gzipのデータが壊れているか、途中で切れています。',
  },
};

/** The words of the analyzer, by language. */
export const analyzerText: Record<'en' | 'ja', AnalyzerText> = { en, ja };
