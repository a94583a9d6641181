const otherTypes = {
  zip: 'nested zip file',
  evtx: 'Windows event log',
  image: 'image',
  archive: 'archive',
  binary: 'binary file',
};

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

For authors of the content:
  shindan new KIND NAME                create a site, product, error, guide …
  shindan check                        check the content
  shindan coverage                     list what the entries do not cover
  shindan gaps DIR                     list what the content lacks
  shindan release SRC                  compare with a new version's source
  shindan review                       list the pages to read again
  shindan dev                          serve the site while you write
  shindan build                        check the content and build the site
  shindan serve [DIR]                  serve a built site
shindan COMMAND --help says more about one of these commands.

FILE is a log file (.gz and .zip also work), or - for standard input. It can
also be a configuration file, the output of systemctl status, df -Pkl or curl,
or a support report.
A log of several hosts or containers gets a report on each. DIR is read with
its subfolders: a line for each file and source, then the total. Files that are
not text, such as images, are left out, and only counted.
WORD is a message in quotes, search words, or the name of an entry or a guide.

Options:
  --lang ja|en    the output language (default: from LANG)
  --json          diagnose: print a line of JSON per file and source
  --content DIR   the content folder (default: ./content, or else built-in)
  --help          show this help
  --version       show the version

Links in replies and reports point to the site at url in site.yaml, or at
SITE_URL and BASE_PATH.

Exit codes of diagnose:
  0  healthy, or recovered
  1  action needed
  2  wrong arguments, or a file that cannot be read
  3  not recognized
With several files, the worst one counts, in the order 2, 1, 3, 0.
explain exits with 0, or with 3 if nothing matches.`,
  /** Printed by `--help` of a command for authors; also at most 80 columns wide. */
  commandHelp: {
    new: `Usage:
  shindan new site DIR                      a folder with a site's content
  shindan new product NAME [--from LOG]     a program and its catalog
  shindan new catalog NAME                  a group of messages
  shindan new error CATALOG/NAME            an entry: a message or a cause
          [--from FILE]
  shindan new guide NAME                    a troubleshooting article
  shindan new case FILE                     a test from a log or a report

Creates a folder with GAP wherever something is to be written. Then replace each
GAP, and run shindan check. shindan new KIND --help says more about one kind.

Options:
  --content DIR   the content (default: that of the current folder)`,
    check: `Usage:
  shindan check

Checks the structure of the content, its references, its samples and its cases.
For each problem it prints the place, what was found, and what to write instead.
Exits with 1 if there is a problem.`,
    coverage: `Usage:
  shindan coverage

Compares the entries with messages.tsv of each product. Lists messages that have
no entry or several, ids that no message has, and causes that the evidence of no
guide names. Exits with 1 if a message is not covered.`,
    gaps: `Usage:
  shindan gaps DIR [--top N] [--json]

Diagnoses all logs of a folder, and lists what the content lacks to explain
them, by the number of files concerned: unknown messages, unknown causes, logs
with only a possible answer or none, and what reports ask for. Nothing leaves
this machine, and private values are replaced.
  --top N    rows of each list (default: 20)
  --json     print everything as one line of JSON`,
    release: `Usage:
  shindan release SRC [--product NAME] [--skip FOLDER,...] [--json]
  shindan release SRC --entries CATALOG

Reads the source of a new version of a program, and compares the texts that it
logs, formats or reports as errors with messages.tsv and the templates: new
texts, changed ones, and messages that may be dead, with the guides that they
touch. Tests, examples and other projects inside SRC are left out.
  --product NAME      the product, if there are several
  --skip FOLDER,...   folders of SRC to leave out, such as build tools
  --entries CATALOG   create an entry for each new text, and a line of
                      messages.tsv
  --json              print everything as one line of JSON`,
    review: `Usage:
  shindan review
  shindan review facts|en|ja PAGE... [--version VERSION]

Lists the pages that nobody has read since they changed: the facts, against the
source of the product, and each language. The second form records in
content/review.yaml that somebody who did not write the pages has read them
today.
  PAGE                 an entry, such as os/no-such-file, or a guide
  --version VERSION    the version of the source (default: that of the page)`,
    dev: `Usage:
  shindan dev

Serves the site on http://localhost:4321/, or another port in PORT. Pages, rules
and reports follow your edits, and the problems that shindan check finds are
printed. Only a build has the full-text search and works offline.`,
    build: `Usage:
  shindan build

Checks the content and builds the site into dist/. Its address is url in
site.yaml, or SITE_URL and BASE_PATH.`,
    serve: `Usage:
  shindan serve [DIR]

Serves a built site, dist/ or DIR, on http://127.0.0.1:4321/ with the headers of
its _headers file. PORT and BASE_PATH set the port and the path.`,
  },
  /** Printed by `shindan new KIND --help`; also at most 80 columns wide. */
  newHelp: {
    site: `Usage:
  shindan new site DIR [--languages en,ja]

Creates DIR/content with the files of a site: site.yaml, and empty folders of
products, catalogs and guides. Visitors whose browser asks for none of the
languages see the first one.`,
    product: `Usage:
  shindan new product NAME [--from LOG]

Creates content/products/NAME/product.yaml, and a catalog of that name for the
messages of the program. --from finds out from a log what is in front of its
messages: a preset of content/presets/, or headers of its own. It prints how
many lines it can read, and how many of them have a level. Without --from,
choose a preset, or write headers: docs/log-formats.md.`,
    catalog: `Usage:
  shindan new catalog NAME

Creates content/catalogs/NAME/catalog.yaml, for messages that several products
print, or to group those of one. Then add NAME to catalogs in product.yaml.`,
    error: `Usage:
  shindan new error CATALOG/NAME [--from FILE[:LINE]]

Creates content/catalogs/CATALOG/NAME with an entry for a message or a cause.
--from reads lines of a log, and takes the most frequent message that no entry
explains: first warnings and errors, then messages of other levels, then lines
without a header. Its values become holes of the template, private values are
replaced in the sample, and entries that look alike become lookalikes.
To choose the message, name its line, as shindan gaps prints it: app.log:12.`,
    guide: `Usage:
  shindan new guide NAME [--from LOG[:LINE]]

Creates content/guides/NAME with an article. Its evidence in guide.yaml names
the entries that lead to it; a log in cases/ is its test. --from takes a log as
the first case, without private values, and the faults in it that no guide
explains yet as the evidence. To choose a fault, name its line: app.log:12. The
case then ends with it, and has no other faults.`,
    case: `Usage:
  shindan new case FILE

Adds a log (.log), or those in a support report (.md), to the cases of the
product that wrote it, with the current results. Correct what is wrong: from
then on, shindan check compares the results with this file.`,
  },
  noCommand: 'no command given',
  unknownCommand: (command: string, meant: string | null) =>
    `unknown command ${command}${meant === null ? '' : `; did you mean ${meant}?`}`,
  seeHelp: (command: string) => `The options: npx shindan ${command}--help`,
  badOption: (option: string) => `${option}: unknown option, or a missing or unexpected value`,
  badLanguage: (language: string, known: readonly string[]) =>
    `--lang ${language}: use ${known.join(' or ')}`,
  notInLanguage: (language: string, known: readonly string[]) =>
    `--lang ${language}: this site has no ${language}; it has ${known.join(' and ')}`,
  needsFile: 'diagnose needs a file, or - for standard input',
  inputTwice: 'standard input (-) can be read only once: use - for one file',
  needsQuery: 'explain needs an entry, a guide or a message',
  /** The option writes prose, so `--json` makes no sense. */
  notWithJson: (option: string) => `${option} writes text and cannot be combined with --json`,
  notWithBefore: (option: string) =>
    `${option} covers a single log and cannot be combined with --before`,
  replyOrSupport: '--reply and --support write different texts: use only one of them',
  onlyDiagnose: (option: string) => `${option} works only with diagnose`,
  /** A warning that the reader of the output will not be able to open its links. */
  noSite:
    'The address of the site is not known, so links in this text are only paths, which its reader cannot open: set url in site.yaml, or SITE_URL',
  /** After a log that is not recognized, without a content folder. */
  builtIn: (products: string[]) =>
    `There is no content folder here, so only logs of ${products.join(', ')} are known. To make a site for another program: npx shindan new site .`,
  /** An internal error, with the reason. */
  failed: (reason: string) => `internal error in shindan, not a problem in the log: ${reason}`,
  colon: ': ',
  comma: ', ',
  /** Put text in parentheses, to follow other text. */
  aside: (text: string) => ` (${text})`,
  /** Where to read advice that is not needed now. */
  again: (command: string) => `If it happens again, this says what to do: ${command}`,
  about: (command: string) => `What these lines mean: ${command}`,
  /** Where to read the steps of which only the titles are shown. */
  allSteps: (command: string) => `All steps, for all systems: ${command}`,
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
  /** The files of a folder that are not logs, by type. */
  notText: (files: readonly (readonly [type: keyof typeof otherTypes, count: number])[]) =>
    `left out, because they are not text: ${files.map(([type, count]) => `${count} ${otherTypes[type]}${count === 1 ? '' : 's'}`).join(', ')}`,
  /** A log from standard input is too long to be kept and read by source. */
  mixedSources:
    'this log is from several hosts, containers or programs, but is too long to be read again from standard input; save it to a file for a report on each',
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
