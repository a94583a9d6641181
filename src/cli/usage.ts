import type { Language } from '../catalog/index.ts';

/** What is wrong with the arguments; `option` and `command` as they were written. */
export interface UsageText {
  /** What `shindan --help` prints: at most 80 columns wide, for a terminal breaks lines within words. */
  help: string;
  noCommand: string;
  unknownCommand(command: string): string;
  badOption(option: string): string;
  badLanguage(language: string): string;
  needsFile: string;
  inputTwice: string;
  needsQuery: string;
  /** Of what writes a text for somebody. */
  isText(option: string): string;
  ofOne(option: string): string;
  oneText: string;
  onlyDiagnose(option: string): string;
  /** Beside a text whose links nobody can follow. */
  noSite: string;
  /** Of the program itself, with what it threw. */
  failed(reason: string): string;
}

const en: UsageText = {
  help: `Usage:
  shindan diagnose FILE...             read logs and say what is wrong
  shindan diagnose --before OLD NEW    did a fix work? compare two logs
  shindan diagnose --reply FILE...     write a reply to whoever sent the log
  shindan diagnose --support FILE...   write a redacted report for support
  shindan explain WORD                 explain a message, an entry or a guide

FILE is a log (.gz and .zip too), or - for standard input. It may also be
mackerel-agent.conf, the output of configtest, systemctl status, df -Pkl,
/proc/meminfo or curl, or a report for support.
WORD is a message in quotes, what you look for, or a name such as key-rejected.

Options:
  --lang ja|en    the language; without it, the one of LANG
  --json          diagnose: a line of JSON for each file
  --help          print this

SITE_URL and BASE_PATH say where the links of these texts lead.

Exit codes of diagnose:
  0  healthy, or recovered
  1  action needed
  2  wrong arguments, or a file that cannot be read
  3  not recognised
Of several files: 2, else 1, else 3, else 0.`,
  noCommand: 'no command',
  unknownCommand: (command) => `unknown command ${command}`,
  badOption: (option) => `${option}: no such option, or its value is missing or too much`,
  badLanguage: (language) => `--lang ${language}: write ja or en`,
  needsFile: 'diagnose needs a file, or - for standard input',
  inputTwice: '- is standard input, which can be read once: write one - only',
  needsQuery: 'explain needs an entry, a guide or a message',
  isText: (option) => `${option} writes a text: leave --json out`,
  ofOne: (option) => `${option} is about one log: leave --before out`,
  oneText: '--reply and --support write different texts: use one of them',
  onlyDiagnose: (option) => `${option} belongs to diagnose`,
  noSite: 'SITE_URL is not set: the links in this text are paths, which its reader cannot follow',
  failed: (reason) => `this is a fault of shindan, and says nothing of the log: ${reason}`,
};

const ja: UsageText = {
  help: `使い方：
  shindan diagnose ファイル...         ログを読み、異常と対応を表示します
  shindan diagnose --before 前 後      対応の前後のログを比べます
  shindan diagnose --reply ファイル... ログを送った方への返信を書きます
  shindan diagnose --support ファイル...
                                       サポートに送る報告を、秘密の値を
                                       置き換えて書きます
  shindan explain 言葉                 メッセージやガイドを説明します

ファイルにはログ（.gzと.zipも可）を指定します。-なら標準入力を読みます。
mackerel-agent.conf、configtest、systemctl status、df -Pkl、/proc/meminfo、
curlの出力と、サポートに送る報告も読めます。
言葉には、引用符で囲んだメッセージ、調べたいこと、key-rejectedのような
名前を指定します。

オプション：
  --lang ja|en    表示する言語（指定しなければLANGに従います）
  --json          diagnoseで、ファイルごとに1行のJSONを出力します
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

/** What the command says of its arguments. */
export const usageText: Record<Language, UsageText> = { en, ja };
