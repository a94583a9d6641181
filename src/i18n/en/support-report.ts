export const supportReport = {
  /** The form around the report. */
  form: {
    /** Title of the form for what only the sender knows. */
    add: 'Add what the log does not show',
    /** Title of the report's text. */
    previewTitle: 'Preview',
    steps: 'Completed steps',
    replaced: 'Replaced values',
    leave: 'keep the original',
    keysStay: 'Keys, passwords and tokens are always replaced.',
    carried: (held: number) => `Lines in the block at the end of the report (${held})`,
    nothingReplaced: 'Nothing had to be replaced.',
    preview:
      'Preview. Read it before you send it: a private value that looks like an ordinary word is not recognized.',
    download: 'Save as .md',
  },
  report: {
    stoodIn:
      'Words such as host-N and ip-N (N is a number) stand for values that were removed; equal values have the same word.',
    sender: 'From the sender',
    notes: {
      system: 'OS and version',
      installed: 'How it was installed',
      changed: 'What was changed last',
      tried: 'What was tried',
    },
    noNote: 'not given',
    verdict: 'Verdict',
    others: 'Also wrong in this log',
    evidence: 'Evidence',
    quoted: 'Lines of the log',
    span: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    inspected: 'Configuration and commands',
    timeline: 'Timeline',
    firstTime: (time: string) => `${time} first known line`,
    firstFault: (time: string) => `${time} first fault`,
    start: (time: string, version: string | null, nameInText: string) =>
      `${time} ${nameInText} starts${version === null ? '' : ` (${version})`}`,
    moreStarts: (count: number) => `and ${count} further ${count === 1 ? 'start' : 'starts'}`,
    lastTime: (time: string) => `${time} last known line`,
    steps: 'Steps of the guide (ticked: done)',
    block: 'To open this report again',
    noBlock:
      'The log is longer than the page keeps, so this report has no block that opens it again. Ask for the log itself.',
    /** The text before and after the URL at which the block is opened. */
    blockHolds: (held: number, total: number, catalog: string): [string, string] => [
      'Paste this report, or the block alone, at ',
      `. The block holds ${held === total ? `all lines of the log (${total})` : `${held} of the log's ${total} lines`}, redacted, and nothing else. They are diagnosed again there. The report was created with version ${catalog} of the site's catalog.`,
    ],
  },
};
