import type { Language } from '../model/languages.ts';

/**
 * The help text, and the messages for wrong arguments. `option` and `command` are as the user wrote
 * them.
 */
export interface UsageText {
  /**
   * Printed by `shindan --help`. At most 80 columns wide, because a terminal breaks longer lines
   * inside words.
   */
  help: string;
  noCommand: string;
  unknownCommand(command: string): string;
  badOption(option: string): string;
  badLanguage(language: string): string;
  needsFile: string;
  inputTwice: string;
  needsQuery: string;
  /** The option writes prose, so `--json` makes no sense. */
  isText(option: string): string;
  ofOne(option: string): string;
  oneText: string;
  onlyDiagnose(option: string): string;
  /** A warning that the reader of the output will not be able to open its links. */
  noSite: string;
  /** An internal error, with the reason. */
  failed(reason: string): string;
}

const en: UsageText = {
  help: `Usage:
  shindan diagnose FILE...             find out what is wrong in log files
  shindan diagnose DIR...              list what is wrong in a folder of logs
  shindan diagnose --before OLD NEW    check a fix: compare two logs
  shindan diagnose --reply FILE...     write a reply to the sender of the log
  shindan diagnose --support FILE...   write a redacted report for support
  shindan explain WORD                 explain a message, an entry or a guide

FILE is a log file (.gz and .zip also work), or - for standard input. It can
also be mackerel-agent.conf, /proc/meminfo, the output of configtest,
systemctl status, df -Pkl or curl, or a support report.
A log of several hosts or containers gets a report on each. DIR is read with
its subfolders: a line for each file and source, then the total.
WORD is a message in quotes, search words, or a name such as key-rejected.

Options:
  --lang ja|en    the output language (default: from LANG)
  --json          diagnose: print a line of JSON per file and source
  --help          show this help

Links in replies and reports point to the site at SITE_URL and BASE_PATH.

Exit codes of diagnose:
  0  healthy, or recovered
  1  action needed
  2  wrong arguments, or a file that cannot be read
  3  not recognized
With several files, the worst one counts, in the order 2, 1, 3, 0.`,
  noCommand: 'no command given',
  unknownCommand: (command) => `unknown command ${command}`,
  badOption: (option) => `${option}: unknown option, or a missing or unexpected value`,
  badLanguage: (language) => `--lang ${language}: use ja or en`,
  needsFile: 'diagnose needs a file, or - for standard input',
  inputTwice: 'standard input (-) can be read only once: use - for one file',
  needsQuery: 'explain needs an entry, a guide or a message',
  isText: (option) => `${option} writes text and cannot be combined with --json`,
  ofOne: (option) => `${option} covers a single log and cannot be combined with --before`,
  oneText: '--reply and --support write different texts: use only one of them',
  onlyDiagnose: (option) => `${option} works only with diagnose`,
  noSite: 'SITE_URL is not set: links in this text are only paths, which its reader cannot open',
  failed: (reason) => `internal error in shindan, not a problem in the log: ${reason}`,
};

const ja: UsageText = {
  help: `使い方：
  shindan diagnose ファイル...         ログを読み、異常と対応を表示します
  shindan diagnose フォルダー...       フォルダーのログを一覧にします
  shindan diagnose --before 前 後      対応の前後のログを比べます
  shindan diagnose --reply ファイル... ログを送った方への返信を書きます
  shindan diagnose --support ファイル...
                                       サポートに送る報告を、秘密の値を
                                       置き換えて書きます
  shindan explain 言葉                 メッセージやガイドを説明します

ファイルにはログ（.gzと.zipも可）を指定します。-なら標準入力を読みます。
mackerel-agent.conf、configtest、systemctl status、df -Pkl、/proc/meminfo、
curlの出力と、サポートに送る報告も読めます。
複数のホストやコンテナのログは、それぞれについて診断します。フォルダーは、
サブフォルダーも読み、ファイルとホストごとに1行と、合計を表示します。
言葉には、引用符で囲んだメッセージ、調べたいこと、key-rejectedのような
名前を指定します。

オプション：
  --lang ja|en    表示する言語（指定しなければLANGに従います）
  --json          diagnoseで、ファイルとホストごとに1行のJSONを
                  出力します
  --help          この説明を表示します

返信や報告の中のリンク先は、SITE_URLとBASE_PATHで指定します。

diagnoseの終了コード：
  0  正常、または解消済み
  1  対応が必要
  2  引数の誤り、または読み取れないファイル
  3  診断できないログ
複数のファイルでは、2、1、3、0の順に優先します。`,
  noCommand: 'コマンドを指定してください',
  unknownCommand: (command) => `${command}というコマンドはありません`,
  badOption: (option) => `${option}というオプションがないか、値が足りないか、余分です`,
  badLanguage: (language) => `--lang ${language}：jaかenを指定してください`,
  needsFile: 'diagnoseには、ファイルを指定してください（標準入力なら-）',
  inputTwice: '標準入力（-）は1度しか読めません。-は1つだけ指定してください',
  needsQuery: 'explainには、メッセージ、エントリー、ガイドのどれかを指定してください',
  isText: (option) => `${option}の出力は文章です。--jsonは付けられません`,
  ofOne: (option) => `${option}は1つのログについて書きます。--beforeは付けられません`,
  oneText: '--replyと--supportは別の文章です。どちらか1つを指定してください',
  onlyDiagnose: (option) => `${option}はdiagnoseのオプションです`,
  noSite: 'SITE_URLが指定されていません。リンクがパスだけになり、受け取った方は開けません',
  failed: (reason) => `shindan自体の不具合です。ログの診断結果ではありません：${reason}`,
};

/** The help text and argument messages of the command, by language. */
export const usageText: Record<Language, UsageText> = { en, ja };
