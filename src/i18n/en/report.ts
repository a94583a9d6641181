import type { Report } from '../../model/report.ts';
import { formatInteger } from '../format-integer.ts';
import { omitSameDate } from '../omit-same-date.ts';
import { withArticle } from './with-article.ts';

export const report = {
  status: {
    healthy: 'Nothing is wrong in this log.',
    notShown:
      'These lines show a working program, not what you describe. Paste the log of that time.',
    healthyUntilStopped: (nameInText: string) =>
      `Nothing is wrong in this log, but ${nameInText} is stopped at its end.`,
    /** Follows a bad result that the program passed on. */
    healthyProgram: (nameInText: string) =>
      `${withArticle('The', nameInText)} itself works: it has run the check.`,
    /** A bad result whose sentence does not name the check. */
    resultOf: (check: string, sentence: string) => `${check}: ${sentence}`,
    harmless: 'Some lines look like faults, but they are harmless.',
    unrecognised: 'This is not a log that this site recognizes.',
    /** For a short paste; `ifOwn` follows. */
    anyProgram: 'Any program may print this.',
    /** For a short paste that is nearly a known message; that message follows. */
    similar: 'This site does not know this exact message, but it knows a similar one.',
    empty: 'The log is empty.',
  },
  urgency: {
    now: 'Act now',
    by: (deadline: string) => `Act by ${deadline}`,
    look: 'Check',
    nothing: 'Nothing to fix',
    figures: 'Figures only',
  },
  /** Notes on an answer whose lines are cut off: it is only possible, or lacks values. */
  cutOff: 'The line is cut off before the part that names the cause.',
  endMissing: 'The line is cut off near its end.',
  /** Note on an answer that is only possible. */
  notCertain: 'Not certain: confirm it first.',
  /** The headline of an answer that is only possible. */
  couldBe: (title: string) => `It could be: ${title}`,
  /** Names the guide of an answer that is only possible, below what its line says. */
  mayFit: (title: string) => `A guide that may fit: ${title}`,
  /** The possible causes, if the log leaves the cause open. */
  openCause: (causes: string[]) =>
    `Possible causes: ${causes.map((cause) => `"${cause}"`).join(' or ')}.`,
  /** Follows the possible causes if the first `count` steps find out which one it is. */
  stepsTell: (count: number): string =>
    count === 1 ? 'Step 1 tells which.' : 'The first steps tell which.',
  /** Other values for which the sentence before is also true. */
  sameFor: (values: string[]) => `The same applies to ${listed(values)}.`,
  /** The title of a step with the lines of a configuration as they should be. */
  correctLines: (lines: number[]) =>
    `Write line${lines.length > 1 ? 's' : ''} ${listed(lines.map(String))} like this`,
  /** Follows corrected lines in which a value is masked. */
  keepMasked: 'Keep your own text in place of the asterisks.',
  /** The title of a step for a program in this state, if the log does not show the state. */
  ifProgram: {
    running: (title: string, nameInText: string) => `${title} (if ${nameInText} is running)`,
    stopped: (title: string, nameInText: string) => `${title} (if ${nameInText} is stopped)`,
  },
  /** The title of the step that starts a program whose start had not succeeded yet. */
  ifGivenUp: (title: string) => `${title}, if it has given up meanwhile`,
  /** Title of a resolved fault whose guide has no past-tense sentence. */
  over: (title: string) => `Resolved: ${title}`,
  /** A further fault, last seen at `time`. */
  overAt: (time: string, what: string) => `Over since ${time}: ${what}`,
  /** The cause of a fault that is over. */
  was: (cause: string) => `At that time: ${cause}`,
  isOver: 'It is over: the log continues without it.',
  /** When a resolved fault occurred, and when the log ends without it. */
  wasSeen: (from: string, to: string, ends: string | null) =>
    `It is over: seen ${from === to ? `at ${from}` : between(from, to)}${ends === null ? '.' : `, and not again before the log ends at ${omitSameDate(from, ends)}.`}`,
  unknownOnly: (lines: number) =>
    lines === 1
      ? 'One line looks like an error, but this site does not know it.'
      : `${formatInteger(lines)} lines look like errors, but this site does not know them.`,
  unknownToDo: (nameInText: string) =>
    `This site does not guess. If the text itself does not say what to do, send it to support with the 20 lines before it and the version of ${nameInText}.`,
  unknownToo: (lines: number) =>
    lines === 1
      ? 'One more line looks like an error, but this site does not know it. It is listed below.'
      : `${formatInteger(lines)} more lines look like errors, but this site does not know them. They are listed below.`,
  unanswered: 'The log shows a fault for which this site has no guide.',
  unansweredToDo: (nameInText: string) =>
    `The meaning of its lines is listed below. If that does not say what to do, send them to support with the 20 lines before them and the version of ${nameInText}.`,
  restart: {
    'by-hand': (nameInText: string) => `${withArticle('The', nameInText)} has stopped.`,
    'by-itself': (nameInText: string) =>
      `${withArticle('The', nameInText)} is not running, but it is restarted again and again: once the cause is fixed, it starts by itself.`,
    'under-way': (nameInText: string) =>
      `${withArticle('The', nameInText)} exited and was started again. The log ends before that start succeeds. Start it manually only if it exited once more.`,
    unknown: (nameInText: string) =>
      `This start failed, and ${nameInText} exited. The log does not show whether it was started again.`,
  },
  startedAgain: (nameInText: string) =>
    `${withArticle('The', nameInText)} has been started again since.`,
  triesAgain: 'A second attempt follows at once. Whether it worked is not in this text.',
  startOnceFixed: 'Start it once the cause is fixed.',
  startup: {
    /** Does not say that the program is down: the start of another command may have failed. */
    failed: 'This start failed.',
    /** `tries` is the number of failures that the log shows. */
    'under-way': (tries: number, nameInText: string) =>
      `The log ends before ${withArticle('the', nameInText)} has started${tries > 1 ? ` (${formatInteger(tries)} failures so far)` : ''}.`,
    /** Nothing went wrong, but nothing shows that the start succeeded. */
    unconfirmed: (nameInText: string) =>
      `The log ends while ${withArticle('the', nameInText)} is starting: it does not show whether the start succeeded.`,
    unconfirmedToDo: 'Check whether it is running, and read the lines that follow in the log.',
    /** Follows it unless the program collects values while it is starting. */
    collectsNothing: 'It collects no values until it has started.',
  },
  /** The program ended itself although nothing is wrong; `command` starts it. */
  endedItself: (command: string | null, nameInText: string) =>
    `No start follows. If ${nameInText} is not running, start it${command === null ? '.' : `: ${command}`}`,
  retired: (host: string, time: string | null) =>
    `The host ${host} was retired${time === null ? '' : ` at ${time}`}. That cannot be undone.`,
  hosts: (count: number, ids: string[]) =>
    `This log names ${count} hosts, in this order: ${ids.join(', ')}. If it is the log of one server, that server has since been registered as a new host, and its older graphs stay with the old host.`,
  stopped: (time: string | null, nameInText: string) =>
    `${withArticle('The', nameInText)} stopped${time === null ? '' : ` at ${time}`}; no start follows.`,
  /** The same for a process that was already running when another one was started. */
  otherStopped: (time: string | null, nameInText: string) =>
    `${withArticle('The', nameInText)} that was running stopped${time === null ? '' : ` at ${time}`}; no start follows.`,
  /** What to do about a program that was stopped although nothing is wrong. */
  ifUnintended: (command: string | null, nameInText: string) =>
    `If the stop was not intended, start ${nameInText}${command === null ? '.' : `: ${command}`}`,
  downToDo: 'While it is down, it collects nothing. If that was not intended, start it.',
  /** Heading of several independent faults. */
  faults: (count: number) => `${count} faults in this log, each with its answer:`,
  data: {
    late: (from: string, to: string | null) =>
      to === null
        ? `Values since ${from} are waiting in memory.`
        : `Values ${during(from, to)} arrived late. Nothing was lost.`,
    lost: (from: string, to: string | null) =>
      to === null ? `Values since ${from} are lost.` : `Values ${during(from, to)} are lost.`,
    stopped: (from: string) => `There are no values since ${from}.`,
    thrown: (from: string, to: string, nameInText: string) =>
      `${withArticle('The', nameInText)} gave up on some values ${from === to ? `at ${from}` : between(from, to)}. Those values are lost.`,
    repeated: (count: number) =>
      `Values were held back ${formatInteger(count)} times. The times above are those of the current outage, or of the worst one.`,
    /** The values that were queued before the queue was full. */
    waiting: (from: string, to: string, nameInText: string) =>
      `Values ${between(from, to)} are still waiting in memory. They are lost if ${nameInText} is restarted.`,
    deadline: (time: string, nameInText: string) =>
      `None are lost until ${time}, if ${nameInText} is not restarted.`,
    /** Replaces `deadline` once that time has passed. */
    passed: (time: string) =>
      `Memory had room for them until ${time}: if the fault continues, values are now being lost.`,
    gap: (from: string, to: string, nameInText: string) =>
      `${withArticle('The', nameInText)} was not running ${between(from, to)}: there are no values and no check results for that time.`,
    before: (from: string, to: string | null, nameInText: string) =>
      `Values ${during(from, to ?? from)} are lost: ${nameInText} was restarted while they were waiting.`,
    blind: (minutes: number, from: string, to: string | null) =>
      to === null
        ? `Until these values arrive, they raise no alerts. If they arrive more than ${minutes} minutes late, they never will.`
        : `Values ${during(from, to)} arrived more than ${minutes} minutes late. They raised no alert.`,
  },
  checks: {
    late: (from: string, to: string | null) =>
      to === null
        ? `Check results since ${from} are waiting in memory.`
        : `Check results ${during(from, to)} arrived late.`,
    lost: (from: string, to: string | null) =>
      to === null
        ? `Check results since ${from} are lost.`
        : `Check results ${during(from, to)} are lost.`,
    /** They were not sent when the program was asked to stop. */
    unsent: (from: string) =>
      `Check results since ${from} were still unsent at the stop. The next start reports the current state.`,
    unknown: (from: string, backend: string) =>
      `Check results since ${from} may or may not arrive. That depends on the status code of ${backend}'s response, which this log does not show.`,
  },
  wording: (since: string | null, until: string | null) =>
    `This log does not name the version. Its wording is that of ${since === null ? `${until} or older` : until === null ? `${since} or newer` : `${since} to ${until}`}.`,
  fixed: (fixedIn: string, version: string | null) =>
    `A bug of the program with the same symptoms was fixed in ${fixedIn}. ${version === null ? 'This log does not name its version.' : `You run ${version}.`}`,
  /** The newest version, if the log's version is years older. */
  outdated: (newest: string, released: string) =>
    `This version is old: the newest is ${newest} (${released}).`,
  /** What a version newer than the log's changed about the fault. */
  changed: (version: string, text: string) => `Changed in ${version}: ${text}`,
  confidence: {
    certain: 'The message is known.',
    likely: 'Part of the message is known.',
    possible: 'Possible: another cause would look the same.',
  },
  state: {
    ongoing: 'not over in this log',
    recovered: 'resolved',
    unknown: 'it may come again',
    harmless: 'harmless',
  },
  version: (program: string, version: string, released: string | null) =>
    `${program} ${version}${released ? ` (${released})` : ''}`,
  thisLogOnly: (lastTime: string | null) =>
    `This covers only this log${lastTime ? `, which ends at ${lastTime}` : ''}.`,
  more: (count: number) => `${formatInteger(count)} more`,
  /** Title of a collapsed section, with the number of its items. */
  counted: (title: string, count: number) => `${title} (${count})`,
  lines: (numbers: string) => (/\D/.test(numbers) ? `lines ${numbers}` : `line ${numbers}`),
  times: (count: number) => (count === 1 ? 'once' : `${formatInteger(count)} times`),
  parts: {
    When: 'When it appears',
    Do: 'What to do',
    Apart: 'How it differs from similar messages',
    Signs: 'Is it this?',
    Causes: 'Why it happens',
    Fix: 'What to do',
    Verify: 'How to see that it worked',
    Dont: "Don't",
    Send: 'Still there? Send this',
  },
  why: 'How we know',
  /** Heading of further facts, which the steps do not depend on. */
  details: 'More about this log',
  others: 'Also in this log',
  consequences: 'Consequences',
  harmless: 'Harmless',
  unknown: 'Lines that this site does not know',
  unknownHint: 'This site does not guess what they mean.',
  /** What is known of an unknown line: that the product wrote it, with this level and tag. */
  knownHeader: (header: string, nameInText: string) =>
    `The header (${header}) shows that ${nameInText} wrote this line. Its message is not known.`,
  /** Introduces the guide on what to collect for support. */
  toReport: 'What to send to support:',
  /** The known message that an unknown line resembles, and how they differ. */
  nearest: (entry: string, differs: { known: string; found: string }[]) =>
    `Similar to ${entry}, but ${differs.length === 0 ? 'with different punctuation or capitals' : differs.map(({ known, found }) => (known === '' ? `with "${found}" added` : found === '' ? `without "${known}"` : `"${found}" in place of "${known}"`)).join(', ')}: perhaps a newer wording or a typo.`,
  folded: (count: number) =>
    `${formatInteger(count)} more lines are counted, but not listed: there are too many kinds of them.`,
  missing: 'Needed to confirm',
  stillNoData: 'Still no data?',
  /** `lines` are examples of lines that are recognized. */
  unrecognisedHint: (lines: string[], nameInText: string) =>
    lines.length === 0
      ? 'Check that it is the right log, and paste all of it.'
      : `Check that it is the right log, and paste it with a line of ${nameInText}, such as: ${lines.join(' or ')}`,
  fromOthers: (programs: string[]) => `These lines are from ${listed(programs)}.`,
  anyProgram: (nameInText: string) =>
    `Some lines are known, but any program may print such lines. Nothing here shows that they are from ${nameInText}.`,
  /** Introduces the guide to lines that any program may print. */
  ifOwn: (nameInText: string) => `If it is from ${nameInText}, start here:`,
  sibling: (program: string) =>
    `This log names ${program}, another program. This site does not know its messages.`,
  siblingHint:
    'This site does not guess from similar lines. The guides about containers and OpenTelemetry say what is known about it.',
  filled: 'The marked value was read from what you pasted. Check it before you run the command.',
  /**
   * Note on a command: the example values that the reader has to replace, and values of the log
   * that were not filled in because only the reader can judge them.
   */
  example: (values: string[], refused: string[]) =>
    `An example: replace ${listed(values)} with your own before you run it.${refused.length > 0 ? ` The log has ${listed(refused)}: use it only if you recognize it.` : ''}`,
  explained: ({ lines: { explained, problem }, findings }: Pick<Report, 'lines' | 'findings'>) => {
    if (explained === problem) return 'All warnings and errors are explained.';
    const left = problem - explained;
    const isCut = findings.some(({ breaksOff }) => breaksOff);
    return `${formatInteger(left)} of ${formatInteger(problem)} ${problem === 1 ? 'line' : 'lines'} with a warning or an error ${left === 1 ? 'contains' : 'contain'} text that ${isCut ? 'is cut off, or that ' : ''}this site does not know.`;
  },
  /** The table of the hosts, pods and containers of a log. */
  sources: {
    title: (count: number, arePrograms: boolean) =>
      `This log is from ${formatInteger(count)} ${arePrograms ? 'programs' : 'hosts or containers'}`,
    columns: {
      source: 'Source',
      program: 'Program',
      status: 'Status',
      answer: 'Answer',
      since: 'Since',
    },
    status: {
      'action-needed': 'action needed',
      recovered: 'resolved',
      healthy: 'healthy',
      unrecognised: 'not recognized',
    },
    /** Replaces the table's rows beyond the most that are read. */
    omitted: (count: number) =>
      `${formatInteger(count)} more ${count === 1 ? 'source was' : 'sources were'} not read: split the log to read them.`,
    /** The number of files and of their sources, and how many have each status. */
    total: (files: number, sources: number, statuses: [status: string, count: number][]) =>
      `${formatInteger(files)} ${files === 1 ? 'file' : 'files'}${sources === files ? '' : `, ${formatInteger(sources)} reports`}: ${statuses.map(([status, count]) => `${formatInteger(count)} ${status}`).join(', ')}`,
  },
  /** Text above a reopened support report. */
  reopened: {
    title: 'Reopened report',
    broken: 'This report could not be opened',
    held: (held: number, total: number) =>
      held === total
        ? `It contains only redacted lines: the whole log (${total}). Everything else was derived here from these lines.`
        : `It contains only redacted lines: ${held} of the log's ${total}. Everything else was derived here from these lines. Counts are lower than in the whole log.`,
    thin: 'These lines are too few to show what happened to the data. See what the report itself says about it.',
    catalog: (made: string, own: string) =>
      `It was made with version ${made} of the catalog, but this site has ${own}: the answers may differ from those that the sender saw.`,
    unfilled:
      'Commands keep their sample values, because ip-1, host-1 and the like only stand for real ones.',
    leave: 'Back to the empty box',
    problem: {
      truncated:
        'The block of this report is cut off: its last line, shindan-end/, is missing. Copy all of it, or ask for the report as a file.',
      damaged:
        'The block of this report was changed on the way, so it is not read. Copy it again, or ask for the report as a file.',
      'too-large':
        'The block of this report unpacks to more than 1 MB, so it is not read. No report is that large. Ask for the log itself.',
    },
    format: (format: number) =>
      `The block of this report has format ${format}, but only format 1 is known here. Reload this page, or open the report at the URL given in it.`,
    around: 'The diagnosis here is based only on the text around the block.',
  },
};

function between(from: string, to: string): string {
  return `from ${from} to ${omitSameDate(from, to)}`;
}

/** Format a time span that may be a single moment. */
function during(from: string, to: string): string {
  return from === to ? `of ${from}` : between(from, to);
}

/**
 * List values in a sentence. Intl.ListFormat is slow to start in a browser; see format-integer.ts.
 */
function listed(values: string[]): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} and ${values.at(-1) ?? ''}`;
}
