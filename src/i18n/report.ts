/** What a report says around its answers, in both languages. Times are as written in the log. */
export interface ReportText {
  status: Record<'healthy' | 'recovered' | 'action-needed' | 'unrecognised', string>;
  urgency: { now: string; by(deadline: string): string; nothing: string };
  since(time: string): string;
  startByHand: string;
  data: {
    late(from: string, to: string | null): string;
    lost(from: string, to: string | null): string;
    thrown(from: string, to: string): string;
    repeated(count: number): string;
    deadline(time: string): string;
    before(from: string, to: string | null): string;
    blind(minutes: number, from: string, to: string | null): string;
  };
  checks: Record<'late' | 'lost' | 'unknown', (from: string, to: string | null) => string>;
  zone(zone: string): string;
  wording(since: string | null, until: string | null): string;
  fixed(fixedIn: string, version: string | null): string;
  confidence: Record<'certain' | 'likely' | 'possible', string>;
  state: Record<'ongoing' | 'recovered' | 'unknown', string>;
  version(version: string, released: string | null): string;
  thisLogOnly(lastTime: string | null): string;
  more(count: number): string;
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
  filled: string;
  explained(explained: number, problem: number): string;
}

/** A time that may be a single moment. */
const during = {
  en: (from: string, to: string): string => (from === to ? `of ${from}` : `from ${from} to ${to}`),
  ja: (from: string, to: string): string => (from === to ? from : `${from}から${to}まで`),
};

const en: ReportText = {
  status: {
    healthy: 'Nothing is wrong in this log.',
    recovered: 'There was a fault, and it is over or harmless.',
    'action-needed': 'Something has to be done.',
    unrecognised: 'This is not a log that this site knows.',
  },
  urgency: { now: 'Act now', by: (deadline) => `Act by ${deadline}`, nothing: 'Nothing to do' },
  since: (time) => `since ${time}`,
  startByHand: 'The agent has stopped. Start it by hand once the cause is gone.',
  data: {
    late: (from, to) => (to === null ? `Values since ${from} wait in memory. They are sent once posting works again.` : `Values ${during.en(from, to)} arrived late. Nothing was lost.`),
    lost: (from, to) => (to === null ? `Values since ${from} are lost.` : `Values ${during.en(from, to)} are lost.`),
    thrown: (from, to) => `The agent gave up on some values ${from === to ? `at ${from}` : during.en(from, to)}. Those values are lost.`,
    repeated: (count) => `Values were held back ${count} times. These times are those of the outage that lasts, or of the gravest.`,
    deadline: (time) => `Nothing is lost until ${time}, if the agent is not restarted.`,
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
  state: { ongoing: 'still there when the log ends', recovered: 'over', unknown: 'unknown' },
  version: (version, released) => `mackerel-agent ${version}${released ? ` (${released})` : ''}`,
  thisLogOnly: (lastTime) => `This speaks of this log only${lastTime ? `, which ends at ${lastTime}` : ''}.`,
  more: (count) => `${count} more`,
  lines: (numbers) => `line ${numbers}`,
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
  filled: 'from your log',
  explained: (explained, problem) => `${explained} of ${problem} problem lines explained`,
};

const ja: ReportText = {
  status: {
    healthy: 'このログに異常はありません。',
    recovered: '異常がありましたが、すでに解消しているか、影響のないものです。',
    'action-needed': '対応が必要です。',
    unrecognised: 'このサイトが知っているログではありません。',
  },
  urgency: { now: 'すぐに対応', by: (deadline) => `${deadline}までに対応`, nothing: '対応不要' },
  since: (time) => `${time}から`,
  startByHand: 'エージェントは停止しています。原因を取り除いたあと、手動で起動してください。',
  data: {
    late: (from, to) => (to === null ? `${from}以降の値はメモリーで送信を待っています。送信できるようになれば届きます。` : `${during.ja(from, to)}の値は遅れて届きました。失われていません。`),
    lost: (from, to) => (to === null ? `${from}以降の値は失われています。` : `${during.ja(from, to)}の値は失われました。`),
    thrown: (from, to) => `${from === to ? from : during.ja(from, to)}に、一部の値の送信が打ち切られました。その値は失われています。`,
    repeated: (count) => `送信できなかった時間帯は${count}回あります。上の時刻は、続いているもの、または最も影響の大きいものです。`,
    deadline: (time) => `エージェントを再起動しなければ、${time}までの分は失われません。`,
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
  state: { ongoing: 'ログの最後まで続いています', recovered: '解消済み', unknown: '不明' },
  version: (version, released) => `mackerel-agent ${version}${released ? `（${released}）` : ''}`,
  thisLogOnly: (lastTime) => `このログの範囲${lastTime ? `（最後の行は${lastTime}）` : ''}についての判断です。`,
  more: (count) => `ほか${count}件`,
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
  filled: 'ログの値',
  explained: (explained, problem) => `問題の行${problem}行のうち${explained}行を説明`,
};

/** The words of a report, by language. */
export const reportText: Record<'en' | 'ja', ReportText> = { en, ja };
