import type { RefusalReason } from '../intake/index.ts';

/** Text that the command line prints about its input. */
export interface TerminalText {
  colon: string;
  comma: string;
  /** Put text in parentheses, to follow other text. */
  aside(text: string): string;
  /** Where to read advice that is not needed now. */
  again(command: string): string;
  about(command: string): string;
  /** Where to read the commands for other systems than Linux. */
  otherSystems(command: string): string;
  /** The first step for a further fault, and where to read the others. */
  first(step: string, command: string): string;
  missing: string;
  forbidden: string;
  folder: string;
  /** A folder without any file that can be read as a log. */
  emptyFolder: string;
  /** Why a file in a folder is not read. */
  hidden: string;
  notAFile: string;
  /** A log from standard input is too long to be kept and read by source. */
  mixedSources: string;
  unreadable: Record<RefusalReason, string>;
  nothingFits(query: string): string;
}

const en: TerminalText = {
  colon: ': ',
  comma: ', ',
  aside: (text) => ` (${text})`,
  again: (command) => `If it happens again, this says what to do: ${command}`,
  about: (command) => `What these lines mean: ${command}`,
  otherSystems: (command) => `These commands are for Linux. For other systems: ${command}`,
  first: (step, command) => `First: ${step}. All steps: ${command}`,
  missing: 'no such file',
  forbidden: 'no permission to read it',
  folder: 'it is a folder; name the files in it',
  emptyFolder: 'there is no log in this folder; name the folder or the file that has the log',
  hidden: 'skipped, because it is hidden',
  notAFile: 'skipped, because it is not a file',
  mixedSources:
    'this log names several hosts or containers, but is too long to be read again from standard input; save it to a file for a report on each',
  unreadable: {
    zip: 'this is a zip file in a zip file; unpack it and name the log in it',
    evtx: 'this is a Windows event log (.evtx); save it in Event Viewer as text or CSV and name that file',
    image: 'this is an image; text in it cannot be read',
    archive:
      'this command cannot unpack this type of archive (7z, rar, xz, bz2, zst); unpack it and name the log in it',
    binary: 'this is a binary file, not a log',
    gzip: 'the gzip data is damaged or truncated',
    'damaged-zip':
      'the zip file is empty, damaged, encrypted, or compressed in a way that this command does not support; unpack it and name the log in it',
    'unpacks-too-large': 'it unpacks to more than 16 GB; unpack it and name the log in it',
    'too-large': 'it is too large to read',
    gone: 'it cannot be read',
  },
  nothingFits: (query) =>
    `No entry or guide matches "${query}".\nIf you have a log: npx shindan diagnose FILE. Otherwise, what to send to support: npx shindan explain collect-for-support`,
};

const ja: TerminalText = {
  colon: '：',
  comma: '、',
  aside: (text) => `（${text}）`,
  again: (command) => `また起きたときの対応は、次のコマンドで読めます：${command}`,
  about: (command) => `これらの行の意味は、次のコマンドで読めます：${command}`,
  otherSystems: (command) => `Linux用のコマンドです。ほかのOS：${command}`,
  first: (step, command) => `最初の対応：${step}。すべての手順：${command}`,
  missing: 'ファイルがありません',
  forbidden: '読み取りの権限がありません',
  folder: 'フォルダーです。中のファイルを指定してください',
  emptyFolder:
    'このフォルダーにログがありません。ログのあるフォルダーか、ログのファイルを指定してください',
  hidden: '隠しファイルのため、読み取りません',
  notAFile: 'ファイルではないため、読み取りません',
  mixedSources:
    '複数のホストまたはコンテナのログですが、長すぎるため標準入力からは読み直せません。ファイルに保存すると、ホストごとに診断できます',
  unreadable: {
    zip: 'zipファイルの中のzipファイルです。展開して、中のログを指定してください',
    evtx: 'Windowsのイベントログ（.evtx）です。イベントビューアーでテキストかCSVとして保存し、そのファイルを指定してください',
    image: '画像です。画像の中の文字は読み取れません',
    archive:
      'このコマンドでは展開できない形式（7z、rar、xz、bz2、zst）の圧縮ファイルです。展開して、中のログを指定してください',
    binary: 'バイナリーファイルで、ログではありません',
    gzip: 'gzipのデータが壊れているか、途中で切れています',
    'damaged-zip':
      'zipファイルが空か、壊れているか、暗号化されているか、このコマンドで読めない形式です。展開して、中のログを指定してください',
    'unpacks-too-large': '展開すると16 GBを超えます。展開して、中のログを指定してください',
    'too-large': '大きすぎるため、読み取れません',
    gone: '読み取れません',
  },
  nothingFits: (query) =>
    `「${query}」に合うエントリーもガイドもありません。\nログがあれば：npx shindan diagnose ファイル。なければ、問い合わせに要る情報：npx shindan explain collect-for-support`,
};

/** Text that the command line prints about its input, by language. */
export const terminalText: Record<'en' | 'ja', TerminalText> = { en, ja };
