// Over 250 lines: both languages of every sentence stand side by side, so that a missing one is seen.
import type { Restart } from '../engine/report.ts';
import type { BlockFault } from '../inspect/report.ts';

/** What a report says around its answers, in both languages. Times are as written in the log. */
export interface ReportText {
  status: Record<'healthy' | 'harmless' | 'unrecognised', string>;
  urgency: { now: string; by(deadline: string): string; look: string; nothing: string };
  /** Said of an answer that is only possible. */
  notCertain: string;
  /** A title of what is over, where its guide has no sentence for it. */
  over(title: string): string;
  isOver: string;
  /** When something was that is over, and where the log ends without it. */
  wasSeen(from: string, to: string, ends: string | null): string;
  unknownOnly(lines: number): string;
  unknownToDo: string;
  unknownToo(lines: number): string;
  unanswered: string;
  unansweredToDo: string;
  since(time: string): string;
  restart: Record<Exclude<Restart, 'not-needed'>, string>;
  stopped(time: string): string;
  retired(host: string, time: string | null): string;
  hosts(ids: string[]): string;
  data: {
    late(from: string, to: string | null): string;
    lost(from: string, to: string | null): string;
    stopped(from: string): string;
    thrown(from: string, to: string): string;
    repeated(count: number): string;
    deadline(time: string): string;
    before(from: string, to: string | null): string;
    gap(from: string, to: string): string;
    blind(minutes: number, from: string, to: string | null): string;
  };
  checks: Record<'late' | 'lost' | 'unknown', (from: string, to: string | null) => string>;
  zone(zone: string): string;
  wording(since: string | null, until: string | null): string;
  fixed(fixedIn: string, version: string | null): string;
  confidence: Record<'certain' | 'likely' | 'possible', string>;
  state: Record<'ongoing' | 'recovered' | 'unknown' | 'harmless', string>;
  version(version: string, released: string | null): string;
  thisLogOnly(lastTime: string | null): string;
  more(count: number): string;
  /** The title of something folded, with how much is in it. */
  counted(title: string, count: number): string;
  lines(numbers: string): string;
  times(count: number): string;
  parts: Record<'When' | 'Do' | 'Apart' | 'Signs' | 'Causes' | 'Fix' | 'Verify' | 'Dont' | 'Send', string>;
  why: string;
  others: string;
  consequences: string;
  harmless: string;
  unknown: string;
  unknownHint: string;
  /** The known message that an unknown line is like, and what it says instead. */
  nearest(entry: string, differs: { known: string; found: string }[]): string;
  folded(count: number): string;
  missing: string;
  stillNoData: string;
  unrecognisedHint: string;
  anyProgram: string;
  sibling(program: string): string;
  siblingHint: string;
  filled: string;
  explained(explained: number, problem: number): string;
  /** What is said above a report for support that was opened again. */
  reopened: {
    title: string;
    broken: string;
    held(held: number, total: number): string;
    thin: string;
    catalog(made: string, own: string): string;
    unfilled: string;
    leave: string;
    problem: Record<Exclude<BlockFault['problem'], 'unknown-format'>, string>;
    format(format: number): string;
    around: string;
  };
}

/** A time on the day of another one: the day is said once. */
function onDayOf(from: string, to: string): string {
  const [day] = from.split(' ', 1);
  return day !== undefined && day !== from && to.startsWith(`${day} `) ? to.slice(day.length + 1) : to;
}

const between = {
  en: (from: string, to: string): string => `from ${from} to ${onDayOf(from, to)}`,
  ja: (from: string, to: string): string => `${from}から${onDayOf(from, to)}まで`,
};

/** A time that may be a single moment. */
const during = {
  en: (from: string, to: string): string => (from === to ? `of ${from}` : between.en(from, to)),
  ja: (from: string, to: string): string => (from === to ? from : between.ja(from, to)),
};

const en: ReportText = {
  status: {
    healthy: 'Nothing is wrong in this log.',
    harmless: 'Some lines look like faults, but they are harmless.',
    unrecognised: 'This is not a log that this site knows.',
  },
  urgency: { now: 'Act now', by: (deadline) => `Act by ${deadline}`, look: 'Have a look', nothing: 'Nothing to do' },
  notCertain: 'This is possible, not certain: the log does not say enough. What decides it is listed below.',
  over: (title) => `Over: ${title}`,
  isOver: 'It is over: the log goes on without it.',
  wasSeen: (from, to, ends) => `It is over: the log shows it ${from === to ? `at ${from}` : between.en(from, to)}${ends === null ? '.' : `, and not again before it ends at ${onDayOf(from, ends)}.`}`,
  unknownOnly: (lines) => (lines === 1 ? 'One line tells of trouble in words that this site does not know.' : `${lines} lines tell of trouble in words that this site does not know.`),
  unknownToDo: 'No answer is guessed. Read these lines first. If they do not tell what to do, send them to support with the 20 lines before them and the version of the agent.',
  unknownToo: (lines) => (lines === 1 ? 'One more line tells of trouble in words that this site does not know. It is listed below.' : `${lines} more lines tell of trouble in words that this site does not know. They are listed below.`),
  unanswered: 'The log shows a fault for which this site has no guide.',
  unansweredToDo: 'What its lines mean is listed below. If that does not tell what to do, send them to support with the 20 lines before them and the version of the agent.',
  since: (time) => `since ${time}`,
  restart: {
    'by-hand': 'The agent has stopped. Start it by hand once the cause is gone.',
    'by-itself': 'The agent is not up. Its supervisor goes on starting it: once the cause is gone, it comes up by itself.',
    'under-way': 'The agent ended and was started again. The log ends before that start succeeds. Start it by hand only if it has ended once more.',
  },
  retired: (host, time) => `The host ${host} was retired${time === null ? '' : ` at ${time}`}. That cannot be undone.`,
  hosts: (ids) => `This log names ${ids.length} hosts, in this order: ${ids.join(', ')}. If it is the log of one server, that server is a new host in Mackerel since then, and its older graphs are with the old one.`,
  stopped: (time) => `The agent was asked to stop at ${time}, and this log shows no start after that. While it is down, it collects nothing.`,
  data: {
    late: (from, to) => (to === null ? `Values since ${from} wait in memory. They are sent once posting works again.` : `Values ${during.en(from, to)} arrived late. Nothing was lost.`),
    lost: (from, to) => (to === null ? `Values since ${from} are lost.` : `Values ${during.en(from, to)} are lost.`),
    stopped: (from) => `There are no values since ${from}: a stopped agent collects none, and keeps none.`,
    thrown: (from, to) => `The agent gave up on some values ${from === to ? `at ${from}` : between.en(from, to)}. Those values are lost.`,
    repeated: (count) => `Values were held back ${count} times. These times are those of the outage that lasts, or of the gravest.`,
    deadline: (time) => `Nothing is lost until ${time}, if the agent is not restarted.`,
    gap: (from, to) => `The agent was not up ${between.en(from, to)}: there are no values and no results of checks of that time.`,
    before: (from, to) => `Values ${during.en(from, to ?? from)} are lost: the agent was started anew while they waited.`,
    blind: (minutes, from, to) => (to === null ? `Meanwhile no alert comes from these values. Those that arrive more than ${minutes} minutes late raise none afterwards either.` : `Values ${during.en(from, to)} arrived more than ${minutes} minutes late. They raised no alert.`),
  },
  checks: {
    late: (from, to) => (to === null ? `Results of checks since ${from} wait in memory. They are sent once reporting works again.` : `Results of checks ${during.en(from, to)} arrived late.`),
    lost: (from, to) => (to === null ? `Results of checks since ${from} are lost.` : `Results of checks ${during.en(from, to)} are lost.`),
    unknown: (from) => `Whether results of checks since ${from} arrive depends on Mackerel's answer, and this log does not tell its number.`,
  },
  zone: (zone) => `The times of this log are of the zone ${zone}.`,
  wording: (since, until) => `This log does not name the version. Its wording is that of ${since === null ? `${until} and older` : until === null ? `${since} and newer` : `${since} to ${until}`}.`,
  fixed: (fixedIn, version) => `A fault of the program itself that looks like this was mended in ${fixedIn}. ${version === null ? 'This log does not name its version.' : `You run ${version}.`}`,
  confidence: {
    certain: 'Certain: the whole message is known.',
    likely: 'Likely: the end of the message is known.',
    possible: 'Possible: another cause would look the same.',
  },
  state: { ongoing: 'still there when the log ends', recovered: 'over', unknown: 'unknown', harmless: 'harmless' },
  version: (version, released) => `mackerel-agent ${version}${released ? ` (${released})` : ''}`,
  thisLogOnly: (lastTime) => `This speaks of this log only${lastTime ? `, which ends at ${lastTime}` : ''}.`,
  more: (count) => `${count} more`,
  counted: (title, count) => `${title} (${count})`,
  lines: (numbers) => (/\D/.test(numbers) ? `lines ${numbers}` : `line ${numbers}`),
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  parts: { When: 'When it appears', Do: 'What to do', Apart: 'Not the same', Signs: 'Is it this?', Causes: 'Why it happens', Fix: 'What to do', Verify: 'How to see that it worked', Dont: "Don't", Send: 'Still there? Send this' },
  why: 'How we know',
  others: 'Also wrong in this log',
  consequences: 'Only follows from it',
  harmless: 'Harmless',
  unknown: 'Lines that this site does not know',
  unknownHint: 'No answer is guessed for them.',
  nearest: (entry, differs) => `Like ${entry}, but ${differs.length === 0 ? 'with other marks' : differs.map(({ known, found }) => (known === '' ? `with "${found}" added` : found === '' ? `without "${known}"` : `"${found}" in place of "${known}"`)).join(', ')}: a newer wording, perhaps.`,
  folded: (count) => `${count} further lines are counted, but not listed: there are too many kinds of them.`,
  missing: 'Missing to decide',
  stillNoData: 'Still no data?',
  unrecognisedHint: 'A line of the agent looks like this: 2026/11/24 22:40:15 INFO <main> Starting mackerel-agent. Look whether the right log was taken, and whether it was copied whole.',
  anyProgram: "Some lines are known, but every program prints such lines. Nothing here shows that they are the agent's.",
  sibling: (program) => `This log names ${program}, another program. This site does not know its messages.`,
  siblingHint: 'No answer is guessed from lines that look alike. The guides about containers tell what is known of it.',
  filled: 'from your log',
  explained: (explained, problem) => (explained === 0 && problem === 1 ? 'The one line about trouble is not explained.' : explained < problem ? `Of ${problem} lines about trouble, ${explained === 0 ? 'none is' : explained === 1 ? 'one is' : `${explained} are`} explained to the end.` : problem === 1 ? 'The one line about trouble is explained.' : problem === 2 ? 'Both lines about trouble are explained.' : `All ${problem} lines about trouble are explained.`),
  reopened: {
    title: 'A report, opened again',
    broken: 'A report that could not be opened',
    held: (held, total) => (held === total ? `It holds redacted lines only: the whole log (${total}). Everything else was worked out here, from these lines.` : `It holds redacted lines only: ${held} of the log's ${total}. Everything else was worked out here, from these lines. Counts are lower than in the whole log.`),
    thin: 'What became of the data cannot be told from so few lines: read what the report itself says of it.',
    catalog: (made, own) => `It was made with version ${made} of the catalog, and here is ${own}: the answers may differ from those that the sender saw.`,
    unfilled: 'Commands keep their sample values, because ip-1, host-1 and the like only stand for real ones.',
    leave: 'Back to the empty box',
    problem: {
      truncated: 'The block of this report is cut off: its last line, shindan-end/, is missing. Copy it to its end, or ask for the report as a file.',
      damaged: 'The block of this report was changed on its way, so it is not read. Copy it once more, or ask for the report as a file.',
      'too-large': 'The block of this report unpacks to more than 1 MB, so it is not read. No report is that large. Ask for the log itself.',
    },
    format: (format) => `The block of this report has format ${format}, and here only format 1 is known. Reload this page, or open the report at the address that stands in it.`,
    around: 'What is shown here is read from the text around the block.',
  },
};

const ja: ReportText = {
  status: {
    healthy: 'このログに異常はありません。',
    harmless: '異常に見える行がありますが、影響はありません。',
    unrecognised: 'このサイトが知っているログではありません。',
  },
  urgency: { now: 'すぐに対応', by: (deadline) => `${deadline}までに対応`, look: '要確認', nothing: '対応不要' },
  notCertain: 'このログだけでは断定できません。確かめる方法を下に示します。',
  over: (title) => `解消済み：${title}`,
  isOver: 'すでに解消しています。その後のログには出ていません。',
  wasSeen: (from, to, ends) => `すでに解消しています。ログに出ているのは${during.ja(from, to)}で、${ends === null ? '最後の行までです。' : `その後は最後の行（${onDayOf(from, ends)}）まで出ていません。`}`,
  unknownOnly: (lines) => `このサイトが知らない異常の行が${lines}行あります。`,
  unknownToDo: '推測の回答は出しません。まず、その行を読んでください。対応が分からない場合は、その行と直前の20行、エージェントのバージョンをサポートに送ってください。',
  unknownToo: (lines) => `ほかに、このサイトが知らない異常の行が${lines}行あります。下に示します。`,
  unanswered: 'このサイトにガイドがない異常があります。',
  unansweredToDo: '各行の意味を下に示します。それでも対応が分からない場合は、その行と直前の20行、エージェントのバージョンをサポートに送ってください。',
  since: (time) => `${time}から`,
  restart: {
    'by-hand': 'エージェントは停止しています。原因を取り除いたあと、手動で起動してください。',
    'by-itself': 'エージェントは起動できていませんが、supervisorが起動を繰り返しています。原因を取り除けば、自動で起動します。',
    'under-way': 'エージェントは終了したあと、もう一度起動されています。起動が終わる前にログが終わっています。再び終了した場合だけ、手動で起動してください。',
  },
  retired: (host, time) => `${time === null ? '' : `${time}に`}ホスト${host}が退役しました。退役は取り消せません。`,
  hosts: (ids) => `このログには${ids.length}つのホストIDが出ています（出た順に${ids.join('、')}）。1台のサーバーのログであれば、途中から新しいホストとして登録されています。それまでのグラフは、前のホストに残っています。`,
  stopped: (time) => `${time}に停止の指示があり、そのあとに起動した記録はこのログにありません。停止している間、値は収集されません。`,
  data: {
    late: (from, to) => (to === null ? `${from}以降の値はメモリーで送信を待っています。送信できるようになれば届きます。` : `${during.ja(from, to)}の値は遅れて届きました。失われていません。`),
    lost: (from, to) => (to === null ? `${from}以降の値は失われています。` : `${during.ja(from, to)}の値は失われました。`),
    stopped: (from) => `${from}以降の値はありません。停止しているエージェントは値を集めず、送信待ちの値も残りません。`,
    thrown: (from, to) => `${from === to ? from : during.ja(from, to)}に、一部の値の送信が打ち切られました。その値は失われています。`,
    repeated: (count) => `送信できなかった時間帯は${count}回あります。上の時刻は、続いているもの、または最も影響の大きいものです。`,
    deadline: (time) => `エージェントを再起動しなければ、${time}までの分は失われません。`,
    gap: (from, to) => `${between.ja(from, to)}、エージェントは動いていませんでした。この間の値とチェック監視の結果はありません。`,
    before: (from, to) => `${during.ja(from, to ?? from)}の値は失われました。送信を待っている間に、エージェントが起動し直されたためです。`,
    blind: (minutes, from, to) => (to === null ? `その間、これらの値からアラートは発生しません。${minutes}分を超えて遅れた値は、届いたあともアラートの対象になりません。` : `${during.ja(from, to)}の値は${minutes}分を超えて遅れたため、アラートの対象になっていません。`),
  },
  checks: {
    late: (from, to) => (to === null ? `${from}以降のチェック監視の結果は、メモリーで送信を待っています。送信できるようになれば届きます。` : `${during.ja(from, to)}のチェック監視の結果は遅れて届きました。`),
    lost: (from, to) => (to === null ? `${from}以降のチェック監視の結果は失われています。` : `${during.ja(from, to)}のチェック監視の結果は失われました。`),
    unknown: (from) => `${from}以降のチェック監視の結果が届くかどうかは、Mackerelの応答によります。その番号は、このログからは分かりません。`,
  },
  zone: (zone) => `このログの時刻のタイムゾーンは${zone}です。`,
  wording: (since, until) => `このログからバージョンは分かりません。${since === null ? `${until}以前` : until === null ? `${since}以降` : `${since}から${until}まで`}の書き方です。`,
  fixed: (fixedIn, version) => `同じように見えるプログラム自身の不具合が、${fixedIn}で修正されています。${version === null ? 'このログからバージョンは分かりません。' : `お使いのバージョンは${version}です。`}`,
  confidence: {
    certain: '確実：メッセージ全体が一致しています。',
    likely: '有力：メッセージの末尾が一致しています。',
    possible: '可能性あり：別の原因でも同じ行になります。',
  },
  state: { ongoing: 'ログの最後まで続いています', recovered: '解消済み', unknown: '不明', harmless: '影響なし' },
  version: (version, released) => `mackerel-agent ${version}${released ? `（${released}）` : ''}`,
  thisLogOnly: (lastTime) => `このログの範囲${lastTime ? `（最後の行は${lastTime}）` : ''}についての判断です。`,
  more: (count) => `ほか${count}件`,
  counted: (title, count) => `${title}（${count}）`,
  lines: (numbers) => `${numbers}行目`,
  times: (count) => `${count}回`,
  parts: { When: '出力される場面', Do: '対応', Apart: '似たメッセージとの違い', Signs: 'この症状ですか', Causes: '原因', Fix: '対応', Verify: '解決したかの確認', Dont: 'してはいけないこと', Send: '解決しないときに送るもの' },
  why: '判断の根拠',
  others: 'このログにあるほかの異常',
  consequences: '同じ原因から出た行',
  harmless: '影響のない行',
  unknown: 'このサイトが知らない行',
  unknownHint: '推測の回答は出しません。',
  nearest: (entry, differs) => `${entry}に似ていますが、${differs.length === 0 ? '記号' : differs.map(({ known, found }) => (known === '' ? `「${found}」の有無` : found === '' ? `「${known}」の有無` : `「${known}」と「${found}」`)).join('、')}が異なります。新しいバージョンの文言かもしれません。`,
  folded: (count) => `種類が多すぎるため、ほかの${count}行は件数だけを数えています。`,
  missing: '判断に足りないもの',
  stillNoData: 'まだデータが届かない場合',
  unrecognisedHint: 'エージェントの行は「2026/11/24 22:40:15 INFO <main> Starting mackerel-agent」のような形です。取り出したログが正しいか、途中で切れていないかを確認してください。',
  anyProgram: '意味の分かる行もありますが、どのプログラムでも出力されうる行です。エージェントの行だと分かるものは、このログにありません。',
  sibling: (program) => `${program}のログのようです。別のプログラムのため、このサイトはそのメッセージを知りません。`,
  siblingHint: '似た行があっても、推測では答えません。分かっていることは、コンテナのガイドに書いてあります。',
  filled: 'ログの値',
  explained: (explained, problem) => (explained === 0 && problem === 1 ? '異常を示す1行は、説明できていません。' : explained < problem ? `異常を示す${problem}行のうち、${explained === 0 ? '最後まで説明できた行はありません。' : `${explained}行を最後まで説明できました。`}` : `異常を示す${problem === 1 ? '1行' : `${problem}行すべて`}を説明できました。`),
  reopened: {
    title: '開き直した報告',
    broken: '開けなかった報告',
    held: (held, total) => (held === total ? `報告に入っているのは、値を置き換えたログの行（全${total}行）だけです。それ以外は、その行からここで改めて診断した結果です。` : `報告に入っているのは、値を置き換えたログの行（全${total}行のうち${held}行）だけです。それ以外は、その行からここで改めて診断した結果です。回数は元のログより少なくなります。`),
    thin: 'この行だけでは、データがどうなったかは分かりません。報告に書かれた診断結果を見てください。',
    catalog: (made, own) => `作成に使ったカタログのバージョンは${made}、ここのバージョンは${own}です。送信者が見た回答と異なることがあります。`,
    unfilled: 'ip-1やhost-1などは実際の値ではないため、コマンドの値は例のままにしています。',
    leave: '空の枠に戻る',
    problem: {
      truncated: '報告の囲みが途中で切れています（最後の行のshindan-end/がありません）。最後までコピーするか、報告をファイルで受け取ってください。',
      damaged: '報告の囲みが途中で書き換わっているため、読み取りません。もう一度コピーするか、報告をファイルで受け取ってください。',
      'too-large': '報告の囲みを展開すると1 MBを超えるため、読み取りません。通常の報告がこの大きさになることはありません。ログそのものを受け取ってください。',
    },
    format: (format) => `報告の囲みの形式は${format}ですが、ここで読めるのは形式1だけです。ページを再読み込みするか、報告に書かれたアドレスで開いてください。`,
    around: 'ここに表示しているのは、囲みの外の文章から読み取った内容です。',
  },
};

/** The words of a report, by language. */
export const reportText: Record<'en' | 'ja', ReportText> = { en, ja };
