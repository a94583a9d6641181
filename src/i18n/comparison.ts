import type { Change, ComparedAnswer, Comparison } from '../inspect/comparison.ts';

/** What is said of a log that was taken after a fix, in both languages. Times in the form that people read. */
export interface ComparisonText {
  offer: string;
  offerText: string;
  begin: string;
  outcome: Record<Comparison['outcome'], string>;
  refusal: Record<Exclude<NonNullable<Comparison['refusal']>, 'other-host'>, string>;
  otherHost(before: string, after: string): string;
  first: string;
  second: string;
  span(from: string, to: string): string;
  noTimes: string;
  order: Record<Comparison['order'], (before: string, after: string) => string>;
  change: Record<Change, string>;
  last(time: string): string;
  differs: string;
  because: Record<NonNullable<ComparedAnswer['because']>, (end: string, until: string) => string>;
  unknown(kinds: number): string;
  started(time: string): string;
  noStart: string;
  silent: string;
  hostId(before: string, after: string): string;
  hostName(before: string, after: string): string;
  version(before: string, after: string): string;
  report: string;
}

const en: ComparisonText = {
  offer: 'Did it work?',
  offerText: 'After the fix, take the log again and paste it. It is compared with this one: what is gone, what is still there, what is new.',
  begin: 'Paste the log from after the fix',
  outcome: {
    worked: 'It worked. What was wrong is over.',
    still: 'It is still there.',
    other: 'Something else has to be done.',
    open: 'Not seen again. That does not prove yet that it is over.',
    none: 'The first log had nothing that could be compared.',
  },
  refusal: {
    'not-newer': 'This is the same log or an older one. It says nothing about the fix.',
    unrecognised: 'The new text is not a log that this site knows. Nothing can be compared.',
    'other-zone': 'The two logs are written in different time zones. Which lines came after the fix cannot be told.',
  },
  otherHost: (before, after) => `This log is from another host, ${after}. The first one is from ${before}. It says nothing about the fix.`,
  first: 'First log',
  second: 'New log',
  span: (from, to) => `${from} to ${to}`,
  noTimes: 'no times',
  order: {
    overlap: (before) => `The new log begins before the first one ends. Only lines after ${before} count.`,
    gap: (before, after) => `Neither log has lines between ${before} and ${after}.`,
    whole: () => 'One of the logs has no times, so every line of the new one counts. Make sure that it was taken after the fix.',
  },
  change: { still: 'Still there', new: 'New', quiet: 'Not seen again', gone: 'Gone' },
  last: (time) => `last seen at ${time}`,
  differs: 'The same kind of fault, in other lines.',
  because: {
    short: (end, until) => `The new log ends at ${end}. If it was taken after ${until} and the agent runs, this is over. If not, take the log again after that time.`,
    'not-running': () => 'The new log does not show that the agent runs. A stopped agent is silent too.',
    'no-period': () => 'This message does not come at fixed times, so silence proves nothing. The guide says how to check.',
    'no-times': () => 'The new log has no times, so nobody can tell how long it was silent.',
    'not-shown': () => 'What was pasted now does not show it: paste the log, or the configuration file, that it was in.',
  },
  unknown: (kinds) => (kinds === 1 ? 'One new kind of line is not known to this site.' : `${kinds} new kinds of lines are not known to this site.`),
  started: (time) => `The agent started completely at ${time}.`,
  noStart: 'The new log shows no start of the agent after the first one ended.',
  silent: 'An agent that works prints nothing while it sends. Look at the graph too: new values have to arrive.',
  hostId: (before, after) => `The host ID changed from ${before} to ${after}. Either the agent registered anew, or this is the log of another host.`,
  hostName: (before, after) => `The host name changed from ${before} to ${after}. Is it the log of the same host?`,
  version: (before, after) => `The version changed from ${before} to ${after}.`,
  report: 'The new log by itself',
};

const ja: ComparisonText = {
  offer: '直ったかを確認する',
  offerText: '対応したあとにもう一度ログを取り、貼り付けてください。このログと比べて、解消したもの、続いているもの、新たに出たものを示します。',
  begin: '対応後のログを貼り付ける',
  outcome: {
    worked: '直りました。異常は解消しています。',
    still: 'まだ続いています。',
    other: '別の対応が必要です。',
    open: '新しいログには出ていませんが、解消したとはまだ言い切れません。',
    none: '最初のログに、比べられる異常がありません。',
  },
  refusal: {
    'not-newer': '同じログか、それより古いログです。対応の効果は分かりません。',
    unrecognised: '貼り付けた内容は、このサイトが知っているログではありません。比べることができません。',
    'other-zone': '2つのログはタイムゾーンが違います。どの行が対応後のものか判断できません。',
  },
  otherHost: (before, after) => `別のホスト（${after}）のログです。最初のログは${before}のものです。対応の効果は分かりません。`,
  first: '最初のログ',
  second: '新しいログ',
  span: (from, to) => `${from}〜${to}`,
  noTimes: '時刻なし',
  order: {
    overlap: (before) => `新しいログは最初のログと重なっています。${before}より後の行だけで判断しています。`,
    gap: (before, after) => `${before}から${after}までの行は、どちらのログにもありません。`,
    whole: () => '時刻のないログがあるため、新しいログのすべての行で判断しています。対応後に取ったログか確認してください。',
  },
  change: { still: '続いているもの', new: '新たに出たもの', quiet: '出ていないもの（未確定）', gone: '解消したもの' },
  last: (time) => `最後の記録は${time}`,
  differs: '同じ種類の異常ですが、前とは別の行です。',
  because: {
    short: (end, until) => `新しいログの末尾は${end}です。${until}より後に取ったログで、エージェントが動いていれば、解消しています。そうでなければ、その時刻を過ぎてからもう一度取ってください。`,
    'not-running': () => '新しいログからは、エージェントが動いていることを確認できません。停止していても、何も出力されません。',
    'no-period': () => '決まった間隔で出るメッセージではないため、出ていないだけでは解消したと言えません。確認の方法はガイドにあります。',
    'no-times': () => '新しいログに時刻がないため、どれだけの間出ていないかが分かりません。',
    'not-shown': () => '今回貼り付けた内容では判断できません。この異常が出ていたログか、設定ファイルを貼り付けてください。',
  },
  unknown: (kinds) => `このサイトの知らない行が、新たに${kinds}種類あります。`,
  started: (time) => `${time}にエージェントの起動が完了しています。`,
  noStart: '最初のログの末尾より後に、エージェントの起動はありません。',
  silent: '正常に送信している間、エージェントは何も出力しません。グラフに新しい値が届いていることも確認してください。',
  hostId: (before, after) => `ホストIDが${before}から${after}に変わっています。新しいホストとして登録されたか、別のホストのログです。`,
  hostName: (before, after) => `ホスト名が${before}から${after}に変わっています。同じホストのログか確認してください。`,
  version: (before, after) => `バージョンが${before}から${after}に変わっています。`,
  report: '新しいログの診断結果',
};

/** What is said of two logs, by language. */
export const comparisonText: Record<'en' | 'ja', ComparisonText> = { en, ja };
