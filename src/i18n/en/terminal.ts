export const terminal = {
  /**
   * Printed by `shindan --help`. At most 80 columns wide, because a terminal breaks longer lines
   * inside words.
   */
  help: `Usage:
  shindan diagnose FILE...             find out what is wrong in log files
  shindan diagnose DIR...              list what is wrong in a folder of logs
  shindan diagnose --before OLD NEW    check a fix: compare two logs
  shindan diagnose --reply FILE...     write a reply to the sender of the log
  shindan diagnose --support FILE...   write a redacted report for support
  shindan explain WORD                 explain a message, an entry or a guide

FILE is a log file (.gz and .zip also work), or - for standard input. It can
also be mackerel-agent.conf, /proc/meminfo, the output of configtest,
systemctl status, df -Pkl or curl, or a support report.
A log of several hosts or containers gets a report on each. DIR is read with
its subfolders: a line for each file and source, then the total.
WORD is a message in quotes, search words, or a name such as key-rejected.

Options:
  --lang ja|en    the output language (default: from LANG)
  --json          diagnose: print a line of JSON per file and source
  --content DIR   the content folder (default: ./content, or else built-in)
  --help          show this help

Links in replies and reports point to the site at SITE_URL and BASE_PATH.

Exit codes of diagnose:
  0  healthy, or recovered
  1  action needed
  2  wrong arguments, or a file that cannot be read
  3  not recognized
With several files, the worst one counts, in the order 2, 1, 3, 0.`,
  noCommand: 'no command given',
  unknownCommand: (command: string) => `unknown command ${command}`,
  badOption: (option: string) => `${option}: unknown option, or a missing or unexpected value`,
  badLanguage: (language: string, known: readonly string[]) =>
    `--lang ${language}: use ${known.join(' or ')}`,
  needsFile: 'diagnose needs a file, or - for standard input',
  inputTwice: 'standard input (-) can be read only once: use - for one file',
  needsQuery: 'explain needs an entry, a guide or a message',
  /** The option writes prose, so `--json` makes no sense. */
  isText: (option: string) => `${option} writes text and cannot be combined with --json`,
  ofOne: (option: string) => `${option} covers a single log and cannot be combined with --before`,
  oneText: '--reply and --support write different texts: use only one of them',
  onlyDiagnose: (option: string) => `${option} works only with diagnose`,
  /** A warning that the reader of the output will not be able to open its links. */
  noSite: 'SITE_URL is not set: links in this text are only paths, which its reader cannot open',
  /** An internal error, with the reason. */
  failed: (reason: string) => `internal error in shindan, not a problem in the log: ${reason}`,
  colon: ': ',
  comma: ', ',
  /** Put text in parentheses, to follow other text. */
  aside: (text: string) => ` (${text})`,
  /** Where to read advice that is not needed now. */
  again: (command: string) => `If it happens again, this says what to do: ${command}`,
  about: (command: string) => `What these lines mean: ${command}`,
  /** Where to read the commands for other systems than Linux. */
  otherSystems: (command: string) => `These commands are for Linux. For other systems: ${command}`,
  /** The first step for a further fault, and where to read the others. */
  first: (step: string, command: string) => `First: ${step}. All steps: ${command}`,
  missing: 'no such file',
  forbidden: 'no permission to read it',
  folder: 'it is a folder; name the files in it',
  /** A folder without any file that can be read as a log. */
  emptyFolder: 'there is no log in this folder; name the folder or the file that has the log',
  /** Why a file in a folder is not read. */
  hidden: 'skipped, because it is hidden',
  notAFile: 'skipped, because it is not a file',
  /** A log from standard input is too long to be kept and read by source. */
  mixedSources:
    'this log names several hosts or containers, but is too long to be read again from standard input; save it to a file for a report on each',
  unreadable: {
    zip: 'this is a zip file in a zip file; unpack it and name the log in it',
    evtx: 'this is a Windows event log (.evtx); save it in Event Viewer as text or CSV and name that file',
    image: 'this is an image; text in it cannot be read',
    archive:
      'this command cannot unpack this type of archive (7z, rar, xz, bz2, zst); unpack it and name the log in it',
    binary: 'this is a binary file, not a log',
    gzip: 'the gzip data is damaged or truncated',
    'damaged-zip':
      'the zip file is empty, damaged, encrypted, or compressed in a way that this command does not support; unpack it and name the log in it',
    'unpacks-too-large': 'it unpacks to more than 16 GB; unpack it and name the log in it',
    'too-large': 'it is too large to read',
    gone: 'it cannot be read',
  },
  /** `guide` is the one on what to collect for support. */
  nothingFits: (query: string, guide: string | null) =>
    `No entry or guide matches "${query}".\nIf you have a log: npx shindan diagnose FILE.${guide === null ? '' : ` Otherwise, what to send to support: npx shindan explain ${guide}`}`,
};
