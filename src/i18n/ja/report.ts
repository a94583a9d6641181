import type { report as en } from '../en/report.ts';
import { formatInteger } from '../format-integer.ts';
import { omitSameDate } from '../omit-same-date.ts';

export const report: typeof en = {
  status: {
    healthy: 'このログに異常はありません。',
    notShown:
      '貼り付けられた行は正常時のもので、書かれている現象は表れていません。その時刻のログを貼り付けてください。',
    healthyUntilStopped: (nameInText) =>
      `このログに異常はありませんが、${nameInText}は最後に停止しています。`,
    healthyProgram: (nameInText) => `${nameInText}は正常で、チェックを実行できています。`,
    resultOf: (check: string, sentence: string) => `${check}：${sentence}`,
    harmless: '異常に見える行がありますが、影響はありません。',
    unrecognised: 'このサイトで診断できるログではありません。',
    anyProgram: 'どのプログラムも出力しうる行です。',
    similar: 'このとおりのメッセージは登録されていませんが、よく似たものがあります。',
    empty: '中身が空です。',
  },
  urgency: {
    now: 'すぐに対応',
    by: (deadline) => `${deadline}までに対応`,
    look: '要確認',
    nothing: '対処が必要な異常なし',
    figures: '数値のみ',
  },
  cutOff: '行が途中で切れており、原因を示す部分がありません。',
  endMissing: '行の末尾が切れています。',
  notCertain: 'このログだけでは断定できません。先に確かめてください。',
  couldBe: (title) => `可能性：${title}`,
  mayFit: (title) => `参考になるガイド：${title}`,
  openCause: (causes) => `考えられる原因：${causes.map((cause) => `「${cause}」`).join('')}。`,
  stepsTell: (count) => `${count === 1 ? '手順1' : '最初の手順'}で切り分けられます。`,
  sameFor: (values) => `${values.join('、')}も同じです。`,
  correctLines: (lines) => `${lines.join('、')}行目を次のように書く`,
  keepMasked: '伏せ字（*）の部分は、元の文字列のままにします。',
  ifProgram: {
    running: (title, nameInText) => `${title}（${nameInText}が動いている場合）`,
    stopped: (title, nameInText) => `${title}（${nameInText}が停止している場合）`,
  },
  ifGivenUp: (title) => `起動をあきらめて終了していたら、${title}`,
  over: (title) => `解消済み：${title}`,
  overAt: (time, what) => `${time}以降は解消済み：${what}`,
  was: (cause) => `当時の状況：${cause}`,
  isOver: 'すでに解消しています。その後のログには出ていません。',
  wasSeen: (from, to, ends) =>
    `すでに解消しています。ログに出ているのは${during(from, to)}で、${ends === null ? '最後の行までです。' : `その後は最後の行（${omitSameDate(from, ends)}）まで出ていません。`}`,
  unknownOnly: (lines) => `このサイトに載っていない異常の行が${formatInteger(lines)}行あります。`,
  unknownToDo: (nameInText) =>
    `未収録の行です。まず、内容をご確認ください。対応が分からない場合は、その行と直前の20行、${nameInText}のバージョンをサポートに送ってください。`,
  unknownToo: (lines) =>
    `ほかに、このサイトに載っていない異常の行が${formatInteger(lines)}行あります。下に示します。`,
  unanswered: 'このサイトにガイドがない異常があります。',
  unansweredToDo: (nameInText) =>
    `各行の意味を下に示します。それでも対応が分からない場合は、その行と直前の20行、${nameInText}のバージョンをサポートに送ってください。`,
  restart: {
    'by-hand': (nameInText) => `${nameInText}は停止しています。`,
    'by-itself': (nameInText) =>
      `${nameInText}は起動できていませんが、起動は自動で繰り返されています。原因を取り除けば、自動で起動します。`,
    'under-way': (nameInText) =>
      `${nameInText}は終了したあと、もう一度起動されています。起動が終わる前にログが終わっています。再び終了した場合だけ、手動で起動してください。`,
    unknown: (nameInText) =>
      `この起動は失敗し、${nameInText}は終了しました。その後に起動し直されたかどうかは、ログからは分かりません。`,
  },
  startedAgain: (nameInText) => `${nameInText}は、その後起動し直されています。`,
  triesAgain: 'すぐに再試行されますが、その結果はこのログからは分かりません。',
  startOnceFixed: '原因を取り除いたあと、起動してください。',
  startup: {
    failed: 'この起動は失敗しました。',
    'under-way': (tries) =>
      `起動が終わる前に、ログが終わっています${tries > 1 ? `（失敗は${formatInteger(tries)}回）` : ''}。`,
    unconfirmed: (nameInText) =>
      `${nameInText}の起動の途中でログが終わっているため、起動できたかどうかは分かりません。`,
    unconfirmedToDo: '動いているかどうかと、このログの続きを確認してください。',
    collectsNothing: '起動できるまで、値は収集されません。',
  },
  endedItself: (command, nameInText) =>
    `以降に起動した記録はありません。${nameInText}が動いていなければ、起動してください${command === null ? '。' : `：${command}`}`,
  retired: (host, time) =>
    `${time === null ? '' : `${time}に`}ホスト${host}が退役しました。退役は取り消せません。`,
  hosts: (count, ids) =>
    `このログには${count}つのホストIDが出ています（出た順に${ids.join('、')}）。1台のサーバーのログであれば、途中から新しいホストとして登録されています。それまでのグラフは、前のホストに残っています。`,
  stopped: (time) =>
    `${time === null ? '' : `${time}に`}停止しており、以降に起動した記録はありません。`,
  otherStopped: (time, nameInText) =>
    `動いていた${nameInText}は${time === null ? '' : `${time}に`}停止しており、以降に起動した記録はありません。`,
  ifUnintended: (command) =>
    `意図した停止でなければ、起動してください${command === null ? '。' : `：${command}`}`,
  downToDo: '停止している間、値は収集されません。意図した停止でなければ、起動してください。',
  faults: (count) => `このログには異常が${count}件あります。それぞれの診断結果：`,
  data: {
    late: (from, to) =>
      to === null
        ? `${from}以降の値はメモリで送信を待っています。`
        : `${during(from, to)}の値は遅れて届きました。失われていません。`,
    lost: (from, to) =>
      to === null ? `${from}以降の値は失われています。` : `${during(from, to)}の値は失われました。`,
    stopped: (from) => `${from}以降の値はありません。`,
    thrown: (from, to) =>
      `${from === to ? from : during(from, to)}に、一部の値の送信が打ち切られました。その値は失われています。`,
    repeated: (count) =>
      `送信できなかった時間帯は${formatInteger(count)}回あります。上の時刻は、続いているもの、または最も影響の大きいものです。`,
    waiting: (from, to, nameInText) =>
      `${between(from, to)}の値は、メモリで送信を待っています。${nameInText}を再起動すると失われます。`,
    deadline: (time, nameInText) =>
      `${nameInText}を再起動しなければ、${time}までの分は失われません。`,
    passed: (time) =>
      `メモリに保持できる期限の${time}を過ぎています。まだ送信できていなければ、値が失われています。`,
    gap: (from, to, nameInText) =>
      `${between(from, to)}、${nameInText}は動いていませんでした。この間の値とチェック監視の結果はありません。`,
    before: (from, to, nameInText) =>
      `${during(from, to ?? from)}の値は失われました。送信を待っている間に、${nameInText}が起動し直されたためです。`,
    blind: (minutes, from, to) =>
      to === null
        ? `その間、これらの値からアラートは発生しません。${minutes}分を超えて遅れた値は、届いたあともアラートの対象になりません。`
        : `${during(from, to)}の値は${minutes}分を超えて遅れたため、アラートの対象になっていません。`,
  },
  checks: {
    late: (from, to) =>
      to === null
        ? `${from}以降のチェック監視の結果は、メモリで送信を待っています。`
        : `${during(from, to)}のチェック監視の結果は遅れて届きました。`,
    lost: (from, to) =>
      to === null
        ? `${from}以降のチェック監視の結果は失われています。`
        : `${during(from, to)}のチェック監視の結果は失われました。`,
    unsent: (from) =>
      `${from}以降のチェック監視の結果は、停止の時点で未送信でした。次の起動後に、そのときの状態が報告されます。`,
    unknown: (from, backend) =>
      `${from}以降のチェック監視の結果が届くかどうかは、${backend}の応答によります。その番号は、このログからは分かりません。`,
  },
  wording: (since, until) =>
    `このログからバージョンは分かりません。${since === null ? `${until}以前` : until === null ? `${since}以降` : `${since}から${until}まで`}の書き方です。`,
  fixed: (fixedIn, version) =>
    `同じ症状になるプログラム自身の不具合が、${fixedIn}で修正されています。${version === null ? 'このログからバージョンは分かりません。' : `お使いのバージョンは${version}です。`}`,
  outdated: (newest, released) => `古いバージョンです。最新は${newest}（${released}）です。`,
  changed: (version, text) => `${version}での変更：${text}`,
  confidence: {
    certain: '既知のメッセージです。',
    likely: 'メッセージの一部が一致しています。',
    possible: '可能性あり：別の原因でも同じ行になります。',
  },
  state: {
    ongoing: 'このログに、解決した記録はありません',
    recovered: '解消済み',
    unknown: '再発する可能性があります',
    harmless: '影響なし',
  },
  version: (program, version, released) =>
    `${program} ${version}${released ? `（${released}）` : ''}`,
  thisLogOnly: (lastTime) =>
    `このログの範囲${lastTime ? `（最後の行は${lastTime}）` : ''}についての判断です。`,
  more: (count) => `ほか${formatInteger(count)}件`,
  counted: (title, count) => `${title}（${count}）`,
  lines: (numbers) => `${numbers}行目`,
  times: (count) => `${formatInteger(count)}回`,
  parts: {
    When: '出力される場面',
    Do: '対応',
    Apart: '似たメッセージとの違い',
    Signs: 'この症状ですか',
    Causes: '原因',
    Fix: '対応',
    Verify: '解決したかの確認',
    Dont: 'してはいけないこと',
    Send: '解決しないときに送るもの',
  },
  why: '判断の根拠',
  details: 'このログについて',
  others: 'このログにあるほかの異常',
  consequences: '同じ原因で出た行',
  harmless: '影響のない行',
  unknown: 'このサイトに載っていない行',
  unknownHint: '未収録の行です。内容をご確認ください。',
  knownHeader: (header, nameInText) =>
    `${header}から、${nameInText}が出力した行だと分かります。メッセージは未収録です。`,
  toReport: 'サポートに送るもの：',
  nearest: (entry, differs) =>
    `${entry}に似ていますが、${differs.length === 0 ? '記号や大文字・小文字' : differs.map(({ known, found }) => (known === '' ? `「${found}」の有無` : found === '' ? `「${known}」の有無` : `「${known}」と「${found}」`)).join('、')}が異なります。新しいバージョンの文言か、書き写しの違いかもしれません。`,
  folded: (count) =>
    `種類が多すぎるため、ほかの${formatInteger(count)}行は件数だけを数えています。`,
  missing: '判断に必要な情報',
  stillNoData: 'まだデータが届かない場合',
  unrecognisedHint: (lines, nameInText) =>
    lines.length === 0
      ? '正しいログかを確認し、全体を貼り付けてください。'
      : `正しいログかを確認し、次のような${nameInText}の行も含めて貼り付けてください：${lines.join('、')}`,
  fromOthers: (programs) => `${programs.join('、')}の行です。`,
  anyProgram: (nameInText) =>
    `意味の分かる行もありますが、どのプログラムも出力しうる行です。${nameInText}のものと分かる行は、このログにありません。`,
  ifOwn: (nameInText) => `${nameInText}のものであれば、次のガイドから始めてください：`,
  sibling: (program) =>
    `${program}のログのようです。別のプログラムのため、そのメッセージはこのサイトに載っていません。`,
  siblingHint:
    '似た行があっても、推測では答えません。分かっていることは、コンテナとOpenTelemetryのガイドに書いてあります。',
  filled:
    '印を付けた値は、貼り付けた内容から読み取ったものです。実行する前に、正しいか確認してください。',
  example: (values, refused) =>
    `例です。実行する前に、${values.join('、')}をお使いの環境の値に置き換えてください。${refused.length > 0 ? `ログにあるのは${refused.join('、')}です。お使いの環境の値だと確認できた場合だけ、それを使ってください。` : ''}`,
  explained: ({ lines: { explained, problem }, findings }) =>
    explained === problem
      ? '警告とエラーは、すべて説明できました。'
      : `警告またはエラーの${formatInteger(problem)}行のうち${formatInteger(problem - explained)}行に、${findings.some(({ breaksOff }) => breaksOff) ? '途中で切れているか、' : ''}このサイトに載っていない部分があります。`,
  sources: {
    title: (count, arePrograms) =>
      arePrograms
        ? `${formatInteger(count)}個のプログラムのログです`
        : `${formatInteger(count)}台のホストまたはコンテナのログです`,
    columns: {
      source: 'ホスト・コンテナ',
      program: 'プログラム',
      status: '状態',
      answer: '診断結果',
      since: 'いつから',
    },
    status: {
      'action-needed': '対応が必要',
      recovered: '解消済み',
      healthy: '正常',
      unrecognised: '診断対象外',
    },
    omitted: (count) =>
      `ほかの${formatInteger(count)}台は読み取っていません。ログを分けて診断してください。`,
    total: (files, sources, statuses) =>
      `${formatInteger(files)}ファイル${sources === files ? '' : `、${formatInteger(sources)}件`}：${statuses.map(([status, count]) => `${status} ${formatInteger(count)}`).join('、')}`,
  },
  reopened: {
    title: '開き直した報告',
    broken: '開けなかった報告',
    held: (held, total) =>
      held === total
        ? `報告に入っているのは、値を置き換えたログの行（全${total}行）だけです。それ以外は、その行からここで改めて診断した結果です。`
        : `報告に入っているのは、値を置き換えたログの行（全${total}行のうち${held}行）だけです。それ以外は、その行からここで改めて診断した結果です。回数は元のログより少なくなります。`,
    thin: 'この行だけでは、データがどうなったかは分かりません。報告に書かれた診断結果を見てください。',
    catalog: (made, own) =>
      `作成に使ったカタログのバージョンは${made}、ここのバージョンは${own}です。送信者が見た診断結果と異なることがあります。`,
    unfilled: 'ip-1やhost-1などは実際の値ではないため、コマンドの値は例のままにしています。',
    leave: '空の入力欄に戻る',
    problem: {
      truncated:
        '報告の末尾のコードブロックが途中で切れています（最後の行のshindan-end/がありません）。最後までコピーするか、報告をファイルで受け取ってください。',
      damaged:
        '報告の末尾のコードブロックが途中で書き換わっているため、読み取りません。もう一度コピーするか、報告をファイルで受け取ってください。',
      'too-large':
        '報告の末尾のコードブロックを展開すると1 MBを超えるため、読み取りません。通常の報告がこの大きさになることはありません。ログそのものを受け取ってください。',
    },
    format: (format) =>
      `報告の末尾のコードブロックの形式は${format}ですが、ここで読めるのは形式1だけです。ページを再読み込みするか、報告に書かれたURLで開いてください。`,
    around: 'ここに表示しているのは、コードブロックの外の文章から読み取った内容です。',
  },
};

function between(from: string, to: string): string {
  return `${from}から${omitSameDate(from, to)}まで`;
}

/** Format a time span that may be a single moment. */
function during(from: string, to: string): string {
  return from === to ? from : between(from, to);
}
