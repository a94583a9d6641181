import type { ReportText } from '../report.ts';
import { grouped } from '../grouped.ts';
import { onDayOf } from '../on-day-of.ts';

export const report: ReportText = {
  status: {
    healthy: 'Nothing is wrong in this log.',
    harmless: 'Some lines look like faults, but they are harmless.',
    unrecognised: 'This is not a log that this site knows.',
    empty: 'There is nothing in it.',
  },
  urgency: {
    now: 'Act now',
    by: (deadline) => `Act by ${deadline}`,
    look: 'Have a look',
    nothing: 'Nothing to do',
    down: 'Stopped',
    figures: 'Figures only',
  },
  notCertain:
    'This is possible, not certain: the log does not say enough. What decides it is listed below.',
  over: (title) => `Over: ${title}`,
  isOver: 'It is over: the log goes on without it.',
  wasSeen: (from, to, ends) =>
    `It is over: the log shows it ${from === to ? `at ${from}` : between(from, to)}${ends === null ? '.' : `, and not again before it ends at ${onDayOf(from, ends)}.`}`,
  unknownOnly: (lines) =>
    lines === 1
      ? 'One line tells of trouble in words that this site does not know.'
      : `${grouped(lines)} lines tell of trouble in words that this site does not know.`,
  unknownToDo:
    'No answer is guessed. Read these lines first. If they do not tell what to do, send them to support with the 20 lines before them and the version of the agent.',
  unknownToo: (lines) =>
    lines === 1
      ? 'One more line tells of trouble in words that this site does not know. It is listed below.'
      : `${grouped(lines)} more lines tell of trouble in words that this site does not know. They are listed below.`,
  unanswered: 'The log shows a fault for which this site has no guide.',
  unansweredToDo:
    'What its lines mean is listed below. If that does not tell what to do, send them to support with the 20 lines before them and the version of the agent.',
  restart: {
    'by-hand': 'The agent has stopped. Start it by hand once the cause is gone.',
    'by-itself':
      'The agent is not up, but it is started again and again: once the cause is gone, it comes up by itself.',
    'under-way':
      'The agent ended and was started again. The log ends before that start succeeds. Start it by hand only if it has ended once more.',
  },
  retired: (host, time) =>
    `The host ${host} was retired${time === null ? '' : ` at ${time}`}. That cannot be undone.`,
  hosts: (count, ids) =>
    `This log names ${count} hosts, in this order: ${ids.join(', ')}. If it is the log of one server, that server is a new host in Mackerel since then, and its older graphs are with the old one.`,
  stopped: (time) =>
    `The agent was asked to stop at ${time}, and this log shows no start after that. While it is down, it collects nothing.`,
  down: (time) => `The agent was asked to stop at ${time}, and this log shows no start after that.`,
  downToDo: 'While it is down, it collects nothing. If nobody wanted that, start it.',
  faults: (count) => `${count} faults in this log, each with its answer:`,
  inFull: 'Why, and what to do',
  data: {
    late: (from, to) =>
      to === null
        ? `Values since ${from} wait in memory. They are sent once posting works again.`
        : `Values ${during(from, to)} arrived late. Nothing was lost.`,
    lost: (from, to) =>
      to === null ? `Values since ${from} are lost.` : `Values ${during(from, to)} are lost.`,
    stopped: (from) =>
      `There are no values since ${from}: a stopped agent collects none, and keeps none.`,
    thrown: (from, to) =>
      `The agent gave up on some values ${from === to ? `at ${from}` : between(from, to)}. Those values are lost.`,
    repeated: (count) =>
      `Values were held back ${grouped(count)} times. These times are those of the outage that lasts, or of the gravest.`,
    waiting: (from, to) =>
      `Those ${between(from, to)} still wait in memory. They are gone if the agent is restarted.`,
    deadline: (time) => `Nothing is lost until ${time}, if the agent is not restarted.`,
    passed: (time) =>
      `The memory was enough until ${time}, which has passed: if this still lasts, values are being lost.`,
    gap: (from, to) =>
      `The agent was not up ${between(from, to)}: there are no values and no results of checks of that time.`,
    before: (from, to) =>
      `Values ${during(from, to ?? from)} are lost: the agent was started anew while they waited.`,
    blind: (minutes, from, to) =>
      to === null
        ? `Meanwhile no alert comes from these values. Those that arrive more than ${minutes} minutes late raise none afterwards either.`
        : `Values ${during(from, to)} arrived more than ${minutes} minutes late. They raised no alert.`,
  },
  checks: {
    late: (from, to) =>
      to === null
        ? `Results of checks since ${from} wait in memory. They are sent once reporting works again.`
        : `Results of checks ${during(from, to)} arrived late.`,
    lost: (from, to) =>
      to === null
        ? `Results of checks since ${from} are lost.`
        : `Results of checks ${during(from, to)} are lost.`,
    unknown: (from) =>
      `Whether results of checks since ${from} arrive depends on Mackerel's answer, and this log does not tell its number.`,
  },
  zone: (zone) => `The times of this log are of the zone ${zone}.`,
  wording: (since, until) =>
    `This log does not name the version. Its wording is that of ${since === null ? `${until} and older` : until === null ? `${since} and newer` : `${since} to ${until}`}.`,
  fixed: (fixedIn, version) =>
    `A fault of the program itself that looks like this was mended in ${fixedIn}. ${version === null ? 'This log does not name its version.' : `You run ${version}.`}`,
  confidence: {
    certain: 'Certain: the whole message is known.',
    likely: 'Likely: the end of the message is known.',
    possible: 'Possible: another cause would look the same.',
  },
  state: {
    ongoing: 'still there when the log ends',
    recovered: 'over',
    unknown: 'unknown',
    harmless: 'harmless',
  },
  version: (version, released) => `mackerel-agent ${version}${released ? ` (${released})` : ''}`,
  thisLogOnly: (lastTime) =>
    `This speaks of this log only${lastTime ? `, which ends at ${lastTime}` : ''}.`,
  more: (count) => `${grouped(count)} more`,
  counted: (title, count) => `${title} (${count})`,
  lines: (numbers) => (/\D/.test(numbers) ? `lines ${numbers}` : `line ${numbers}`),
  times: (count) => (count === 1 ? 'once' : `${grouped(count)} times`),
  parts: {
    When: 'When it appears',
    Do: 'What to do',
    Apart: 'Not the same',
    Signs: 'Is it this?',
    Causes: 'Why it happens',
    Fix: 'What to do',
    Verify: 'How to see that it worked',
    Dont: 'Don’t',
    Send: 'Still there? Send this',
  },
  why: 'How we know',
  others: 'Also wrong in this log',
  consequences: 'Only follows from it',
  harmless: 'Harmless',
  unknown: 'Lines that this site does not know',
  unknownHint: 'No answer is guessed for them.',
  nearest: (entry, differs) =>
    `Like ${entry}, but ${differs.length === 0 ? 'with other marks' : differs.map(({ known, found }) => (known === '' ? `with "${found}" added` : found === '' ? `without "${known}"` : `"${found}" in place of "${known}"`)).join(', ')}: a newer wording, perhaps.`,
  folded: (count) =>
    `${grouped(count)} further lines are counted, but not listed: there are too many kinds of them.`,
  missing: 'Missing to decide',
  stillNoData: 'Still no data?',
  unrecognisedHint:
    'A log of the agent has lines like "2026/11/24 22:40:15 INFO <main> Starting mackerel-agent". Look whether it is the right log, and paste it with such a line.',
  anyProgram:
    "Some lines are known, but every program prints such lines. Nothing here shows that they are the agent's.",
  sibling: (program) =>
    `This log names ${program}, another program. This site does not know its messages.`,
  siblingHint:
    'No answer is guessed from lines that look alike. The guides about containers and OpenTelemetry tell what is known of it.',
  filled: 'The marked value was read from what you pasted. Check it before you run the command.',
  example: (values) => `An example: replace ${listed(values)} with your own before you run it.`,
  explained: (explained, problem) =>
    explained < problem
      ? problem === 1
        ? 'The one line about trouble is not fully known to this site.'
        : explained === 0
          ? `None of ${grouped(problem)} lines about trouble is fully known to this site.`
          : `${grouped(problem - explained)} of ${grouped(problem)} lines about trouble ${problem - explained === 1 ? 'is' : 'are'} not fully known to this site.`
      : problem === 1
        ? 'The one line about trouble is explained.'
        : problem === 2
          ? 'Both lines about trouble are explained.'
          : `All ${grouped(problem)} lines about trouble are explained.`,
  reopened: {
    title: 'A report, opened again',
    broken: 'A report that could not be opened',
    held: (held, total) =>
      held === total
        ? `It holds redacted lines only: the whole log (${total}). Everything else was worked out here, from these lines.`
        : `It holds redacted lines only: ${held} of the log's ${total}. Everything else was worked out here, from these lines. Counts are lower than in the whole log.`,
    thin: 'What became of the data cannot be told from so few lines: read what the report itself says of it.',
    catalog: (made, own) =>
      `It was made with version ${made} of the catalog, and here is ${own}: the answers may differ from those that the sender saw.`,
    unfilled:
      'Commands keep their sample values, because ip-1, host-1 and the like only stand for real ones.',
    leave: 'Back to the empty box',
    problem: {
      truncated:
        'The block of this report is cut off: its last line, shindan-end/, is missing. Copy it to its end, or ask for the report as a file.',
      damaged:
        'The block of this report was changed on its way, so it is not read. Copy it once more, or ask for the report as a file.',
      'too-large':
        'The block of this report unpacks to more than 1 MB, so it is not read. No report is that large. Ask for the log itself.',
    },
    format: (format) =>
      `The block of this report has format ${format}, and here only format 1 is known. Reload this page, or open the report at the address that stands in it.`,
    around: 'What is shown here is read from the text around the block.',
  },
};

function between(from: string, to: string): string {
  return `from ${from} to ${onDayOf(from, to)}`;
}

/** Format a time span that may be a single moment. */
function during(from: string, to: string): string {
  return from === to ? `of ${from}` : between(from, to);
}

/** List values in a sentence. Intl.ListFormat is slow to start in a browser; see grouped.ts. */
function listed(values: string[]): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} and ${values.at(-1) ?? ''}`;
}
