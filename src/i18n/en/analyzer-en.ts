import { formatInteger } from '../format-integer.ts';

export const analyzer = {
  /** How sentences name the program if it is not known which one it is. */
  unknownProgram: 'the program',
  label: 'Paste a log',
  /** `others` are files that can also be pasted; `commands`, commands whose output can. */
  placeholder: (programs: string, others: string[], commands: string[]) => {
    const output = commands.length === 0 ? [] : [`the output of ${orList(commands, ' or ')}`];
    const also = orList([...others, ...output], ', or ');
    return `Paste ${programs} log lines here: a few, or the whole file.${also && ` You can also paste ${also}.`}`;
  },
  privacy: 'What you paste never leaves this browser.',
  worksOffline: 'You can go offline after this page has loaded: it still works.',
  chooseFiles: 'Choose files',
  /** Shown on devices with a mouse. */
  drop: 'or drop them here: ',
  /** `files` are names of configuration files. */
  formats: (files: string[]) => ['logs', '.gz', '.zip', ...files].join(', '),
  examples: 'Try an example',
  clear: 'Clear',
  another: 'Replace',
  cancel: 'Cancel',
  working: (bytes: string, lines: string) => `Reading: ${bytes}, ${lines} lines`,
  workingShort: 'Reading',
  tooLarge: (bytes: string) =>
    `The pasted text is large (${bytes}), so it is analyzed without being shown in the box.`,
  /** Label of the collapsed input box: the file's name and its number of lines. */
  inputSummary: (name: string | null, lines: number) =>
    `${name === null ? '' : `${name} · `}${lines === 1 ? '1 line' : `${formatInteger(lines)} lines`}`,
  /** The status of an input that could not be read. */
  unread: 'Not read',
  failed: 'This could not be read.',
  unloaded:
    'This could not be read. The network seems to have failed while part of this page was loading.',
  stepsUnloaded: 'The steps could not be loaded: the network failed. The guide has them.',
  retry: 'Try again',
  /** The two parts of a result in a narrow window. */
  parts: { label: 'Show', answer: 'Answer', log: 'Log' },
  /** The bar at the bottom of a phone. */
  next: { copy: 'Copy next command', support: 'Support' },
  /** The status of a verdict that is not certain. */
  unsure: { notCertain: 'Not certain', notRecognized: 'Not recognized' },
  /** The state of the program and of its data, in a few words each. */
  chips: {
    stopped: 'Not running',
    restarting: 'Restarts by itself',
    starting: 'Still starting',
    stoppedAt: (time: string | null) => (time === null ? 'Stopped' : `Stopped at ${time}`),
    noData: (time: string) => `No data since ${time}`,
    late: (time: string) => `Data waiting since ${time}`,
    arrived: 'Data late, none lost',
    lost: (time: string) => `Data lost since ${time}`,
    gap: (from: string, to: string) => `Data lost from ${from} to ${to}`,
    safeUntil: (time: string) => `Nothing lost until ${time}`,
    /** The time of `safeUntil` has passed. */
    roomUntil: (time: string) => `Queue had room until ${time}`,
    checks: {
      late: (time: string) => `Check results waiting since ${time}`,
      lost: (time: string) => `Check results lost since ${time}`,
    },
    unknown: (lines: number) =>
      lines === 1 ? '1 unknown line' : `${formatInteger(lines)} unknown lines`,
  },
  /** The status of a fault that is over. */
  resolved: 'Resolved',
  host: (id: string) => `host ${id}`,
  /** Descriptions of a text that is not a log of a known product. */
  foreign: {
    program: (name: string) => `Its lines name another program: ${name}.`,
    kind: {
      java: 'It looks like the output of a Java program.',
      python: 'It looks like the output of a Python program.',
      go: 'It looks like the output of a Go program that crashed.',
      node: 'It looks like the output of a JavaScript program.',
      'access-log': 'It looks like the access log of a web server.',
      html: 'It looks like a web page.',
      mail: 'It looks like a mail.',
    },
  },
  faults: (count: number) => `${formatInteger(count)} faults in this log`,
  /** Introduces the probable correction of a line with a misspelled key. */
  probably: 'Probably:',
  others: (count: number) =>
    count === 1 ? '1 other fault' : `${formatInteger(count)} other faults`,
  /** Title of the steps for an answer that has to be confirmed first. */
  ifConfirmed: (title: string) => `If that confirms it: ${title}`,
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Selected, but not copied',
  log: 'The log',
  logLines: 'Lines of the log',
  /** The label of the mark beside a line. */
  roles: {
    cause: 'Cause',
    consequence: 'Consequence',
    unknown: 'Unknown',
    harmless: 'Harmless',
    other: 'Other lines',
  },
  markedOnly: 'Marked lines only',
  allLines: 'Show all lines',
  openGuide: 'Open the whole guide',
  of: (part: string, whole: string) => `${part} of ${whole}`,
  speed: (bytes: string) => `${bytes} a second`,
  left: (seconds: number) =>
    seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`,
  since: (time: string) => `since ${time}`,
  stop: 'Stop and show what was read',
  stopped: (part: string) => `Stopped: this covers only the first ${part}.`,
  /** Intermediate result while the rest of the log is being read. */
  soFar: {
    title: (part: string) => `Result so far (${part} read)`,
    none: (nameInText: string) =>
      `No ${/^the /.test(nameInText) ? nameInText.slice(4) : nameInText} lines yet.`,
    healthy: 'No faults yet.',
    unanswered: 'Faults found, but no answer yet.',
    note: 'The rest of the log may change this.',
  },
  /** The input box while it waits for a log taken after a fix. */
  after: {
    label: 'Paste the log from after the fix',
    note: (end: string | null) =>
      end === null
        ? 'It is compared with the first log.'
        : `It is compared with the first log, which ends at ${end}.`,
    forget: 'Stop comparing',
  },
  skipped: 'Not read:',
  collect: 'Get the last lines of the log',
  searchInstead: 'No log? Search for the alert or symptom',
  collectPrinted: 'Copy the output and paste it into the box at the top.',
  collectCopied: 'This copies the lines to the clipboard. Paste them into the box at the top.',
  filtered: (shown: string, all: string) => `${shown} of ${all} lines`,
  noLines: 'No lines match this filter.',
  filters: 'Filter, or go to a line',
  byAnswer: 'Answer',
  byLevel: 'Level',
  byText: 'Text',
  any: 'Any',
  goTo: 'Line',
  go: 'Go',
  wrap: 'Wrap lines',
  copyLines: 'Copy these lines',
  copiedLines: (lines: number) => `${lines} lines copied`,
  meaning: (line: number) => `What line ${line} means`,
  noMeaning: 'This line shows no known fault.',
  unknownMeaning: 'It looks like an error, but this site does not know this message.',
  evidenceOf: 'Evidence for:',
  compare: 'Compare after the fix',
  goBack: 'Back to where you were',
  timelinePicture: (from: string, to: string, bad: number, slices: number, minutes: number) =>
    `Lines over time from ${from} to ${to}, in ${slices} slices of ${minutes} min; ${bad} of them have a fault.`,
  spanFrom: 'Show from',
  spanTo: 'Show until',
  /** How many lines the bars of the timeline count. */
  bars: (counted: string, all: string) => `Bars: ${counted} of ${all} lines`,
  lineCount: (lines: string) => `${lines} lines`,
  firstBad: 'First fault',
  starts: (count: number, nameInText: string) =>
    count === 1 ? `Start of ${nameInText}` : `${count} starts of ${nameInText}`,
  findings: 'What the lines mean',
  /** Heading of the command that confirms or rules out an answer, and the note below it. */
  decides: 'How to confirm',
  decidesPaste: 'If it prints log lines or a curl response, paste them into the box at the top.',
  platforms: 'Show the steps for',
  /** Label of a Windows command: the shell in which to run it. */
  elevated: 'PowerShell, run as administrator',
  shell: 'Shell',
  platform: {
    linux: 'Linux',
    windows: 'Windows',
    macos: 'macOS',
    docker: 'Docker',
    kubernetes: 'Kubernetes',
    ecs: 'Amazon ECS',
  },
  unreadable: {
    zip: 'This is a zip file. Unpack it and choose the log in it.',
    evtx: 'This is a Windows event log (.evtx). In Event Viewer, use "Save All Events As" to save it as text or CSV, then choose that file.',
    image:
      'This is an image, and text in it cannot be read. Copy the lines of the log and paste them.',
    archive:
      'This page cannot unpack this type of archive (7z, rar, xz, bz2, zst). Unpack it and choose the log in it.',
    binary: 'This is a binary file, not a log.',
    gzip: 'The gzip data is damaged or truncated.',
    'damaged-zip':
      'The zip file is empty, damaged, encrypted, or compressed in a way that this page does not support. Unpack it and choose the log in it.',
    'unpacks-too-large': 'It unpacks to more than 16 GB. Unpack it and choose the log in it.',
    'too-large':
      'This is too large for this page. Save it as a file and choose that file, or read it with the command:',
    gone: 'This is a folder, or a file that was moved or changed after you chose it. Choose the log again.',
  },
};

function orList(items: string[], or: string): string {
  const before = [...items];
  const last = before.pop() ?? '';
  return before.length === 0 ? last : before.join(', ') + or + last;
}
