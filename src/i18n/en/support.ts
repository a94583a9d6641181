import type { SupportText } from '../support.ts';

export const letter: SupportText = {
  colon: ': ',
  comma: ', ',
  aside: (text) => ` (${text})`,
  form: {
    title: 'Report for support',
    intro:
      'A text that you can send. Names, addresses and keys are replaced. It is created in this browser; nothing is sent or stored.',
    steps: 'Completed steps',
    replaced: 'Replaced values',
    leave: 'keep the original',
    keysStay: 'Keys, passwords and tokens are always replaced.',
    carried: (held) => `Lines in the block at the end of the report (${held})`,
    nothingReplaced: 'Nothing had to be replaced.',
    preview:
      'Preview. Read it before you send it: a private value that looks like an ordinary word is not recognized.',
    download: 'Save as .md',
    print: 'Print',
    working: 'Creating the report',
    reply: 'Reply to the customer',
    replyIntro:
      'For the support desk: a reply to the person who sent this log, with their own values in the commands.',
  },
  report: {
    stoodIn:
      'Words such as host-N and ip-N (N is a number) stand for values that were removed; equal values have the same word.',
    sender: 'From the sender',
    told: {
      system: 'OS and version',
      installed: 'How it was installed',
      changed: 'What was changed last',
      tried: 'What was tried',
    },
    nothingTold: 'not given',
    verdict: 'Verdict',
    others: 'Also wrong in this log',
    evidence: 'Evidence',
    quoted: 'Lines of the log',
    span: (first, last) => (first === last ? first : `${first} to ${last}`),
    inspected: 'Configuration and commands',
    timeline: 'Timeline',
    firstTime: (time) => `${time} first known line`,
    firstFault: (time) => `${time} first fault`,
    start: (time, version) => `${time} the agent starts${version === null ? '' : ` (${version})`}`,
    moreStarts: (count) => `and ${count} further ${count === 1 ? 'start' : 'starts'}`,
    lastTime: (time) => `${time} last known line`,
    steps: 'Steps of the guide (ticked: done)',
    block: 'To open this report again',
    noBlock:
      'The log is longer than the page keeps, so this report has no block that opens it again. Ask for the log itself.',
    blockHolds: (held, total, catalog) => [
      'Paste this report, or the block alone, at ',
      `. The block holds ${held === total ? `all lines of the log (${total})` : `${held} of the log's ${total} lines`}, redacted, and nothing else. They are diagnosed again there. The report was created with version ${catalog} of the site's catalog.`,
    ],
  },
  reply: {
    salutation: 'Hello [name],',
    greeting: {
      log: 'Thank you for sending the log. We have looked through it.',
      config: 'Thank you for sending the configuration file. We have looked through it.',
      both: 'Thank you for sending the log and the configuration file. We have looked through both.',
      other: 'Thank you for getting in touch. We have looked through what you sent.',
    },
    since: (time) => `It first appears in the log at ${time}.`,
    logLine: (line) => `Line ${line} of the log`,
    ended: (title) => (title.endsWith('.') ? title : `${title}.`),
    healthy: 'We found no fault in this log. This covers only the lines that we received.',
    recovered:
      'The log shows a fault that is over or harmless. You do not need to do anything now.',
    sibling: (program) =>
      `The log that you sent names ${program}. That is a different program from the agent whose messages we know, and we would rather not guess. Please tell us what you see in Mackerel, since when, and what was changed before that.`,
    unrecognised:
      'We could not recognize what we received as a log of the agent. Please get the log again with one of the commands below, and send us the output.',
    unanswered:
      'The log has lines that we do not know yet. We do not want to guess, so we are looking into them.',
    others: 'We also found:',
    inConfig: 'What we found in the configuration file:',
    toDo: 'Please do this:',
    whichPlatform:
      'The commands are for Linux. Please tell us if the agent runs on another system or in a container.',
    sendOutput: 'Please send us the output. We will then tell you what to do next.',
    verify: 'To check that it worked:',
    avoid: 'Please note:',
    need: 'Please send us this first:',
    needToo: 'Please also send us:',
    read: 'All steps in detail: ',
    closing:
      'If this does not solve it, please reply with the new log lines, without API keys and passwords.',
    signature: 'Kind regards,\n[your name]',
  },
};
