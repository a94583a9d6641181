import type {
  PatternFault,
  ProblemCode,
  ServiceInspection,
  SyntaxCode,
  Unchecked,
} from '../../inspect/index.ts';
import { last, named, place, sentence, type Values } from '../config-problem.ts';
import type { InspectText } from '../inspect.ts';
import type { Piece } from '../piece.ts';
import { say } from '../say.ts';

const STATES: Record<ServiceInspection['state'], string> = {
  running: 'It runs.',
  failed: 'It has failed and does not run.',
  stopped: 'It does not run.',
  starting: 'It is starting.',
  restarting: 'It ends, and systemd starts it again and again.',
  stopping: 'It is stopping.',
  unknown: 'systemd names a state that this site does not know.',
};

const of = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const PROBLEMS: Record<ProblemCode, (values: Values) => Piece[]> = {
  encoding: ({ found }) =>
    say`The file is written in ${[found ?? 'another encoding']}. Save it as UTF-8.`,
  characters: ({ found, expected }) =>
    say`${named(found)} only looks like ${named(expected)}. Replace it.`,
  backslash: () =>
    say`In double quotes a backslash begins an escape. Put the text into single quotes.`,
  'escape-changed': ({ found }) =>
    say`In ${found ?? ['this text']} the backslash begins an escape, so that another path comes out. Put the path into single quotes, or double the backslashes.`,
  syntax: () => [],
  duplicate: ({ found, expected }) =>
    say`${found} stands twice, first in line ${Number(expected)}. Put both together.`,
  type: ({ found, expected, key }) =>
    say`${key} needs ${TYPES[expected ?? ''] ?? expected}, and here stands ${TYPES[found ?? ''] ?? found}.`,
  pattern: () => [],
  value: ({ found, expected, key }) =>
    found === null
      ? say`This stands for a key and is none, unless you have put it here to hide yours: Mackerel refuses it. Write the API key of your organization.`
      : say`"${found}" is not known for ${key}. It takes: ${expected}.`,
  'unknown-key': ({ found, expected }) =>
    expected === null
      ? say`The agent does not know ${found}.`
      : say`The agent does not know ${found}. Probably ${expected} is meant.`,
  'wrong-table': ({ found, expected, key }) =>
    say`${last(key)} has no place in ${found === null ? ['the top of the file'] : `[${found}]`}. It belongs to ${place(expected, 'the top of the file, above the first [table]')}.`,
  'other-plugins': ({ expected, key }) => say`${last(key)} has a meaning only as ${expected}.`,
  'section-name': ({ found }) =>
    say`${`[${found}]`} has no name of a plugin. Write ${`[${found}.NAME]`}.`,
  'dotted-name': ({ found, expected }) =>
    say`The name of a plugin must not have a dot: "${expected}" instead of "${found}".`,
  'command-missing': ({ found }) => say`${`[${found}]`} has no ${'command'}.`,
  'command-type': () => say`${'command'} is one text, or a list of texts.`,
  'environment-name': ({ found }) =>
    say`"${found}" is no name of a variable: write ${'{ NAME = "value" }'}.`,
  missing: () => say`No ${'apikey'} is written in this file.`,
  'missing-here': ({ found }) =>
    found === 'plugin'
      ? say`No ${'apikey'} is written here. If this file is included, the main file needs it; if it is the main file, it belongs here.`
      : say`No ${'apikey'} is written in this file. It has to be in one that ${'include'} names.`,
  role: ({ found }) =>
    say`"${found}" is no role, and is left out. Write "${'Service:role'}" with letters, digits, - and _, each beginning with a letter or digit.`,
  duration: ({ found, key }) =>
    say`${key} needs whole minutes, such as ${'5'} or ${'"5m"'}, and here stands ${found}.`,
  range: ({ found, expected, key }) =>
    say`${key} of ${Number(found)} minutes is outside of what is taken: ${Number(expected)} is used.`,
  'characters-cut': ({ found, expected, key }) =>
    say`${key} has ${Number(found)} characters, and is cut after ${Number(expected)}.`,
  attempts: () =>
    say`With ${'prevent_alert_auto_close'}, ${'max_check_attempts'} is always ${'1'}.`,
  'too-new': ({ found, expected, key }) =>
    say`${key} is known from ${[expected ?? '']} on, and the log is of ${[found ?? '']}.`,
  'verbose-and-silent': () => say`Both ${'verbose'} and ${'silent'} are on: ${'verbose'} wins.`,
  unchecked: () => [],
};

const TYPES: Record<string, Piece[]> = {
  string: say`text in quotes`,
  boolean: say`${'true'} or ${'false'} without quotes`,
  integer: say`a whole number without quotes`,
  float: say`a decimal number`,
  strings: say`a list such as ${'["a", "b"]'}`,
  array: say`a list`,
  table: say`a table`,
  date: say`a date`,
  minutes: say`minutes such as ${'5'} or ${'"5m"'}`,
  pattern: say`text in quotes`,
  command: say`text or a list of texts`,
};

const SYNTAX: Record<SyntaxCode, Piece[]> = {
  'array-open': say`The list that ends here has no closing ${']'}.`,
  'small-letters': say`Write ${'true'} or ${'false'}, in small letters and without quotes.`,
  'string-end': say`The text that begins here has no closing quote.`,
  'table-end': say`The [table] has no closing bracket.`,
  'array-end': say`The list has no closing ${']'}.`,
  'inline-end': say`The { table } has no closing ${'}'}.`,
  key: say`Here a key is missing.`,
  newline: say`One key a line: here the line has to end.`,
  equals: say`Here ${'='} is missing between the key and its value.`,
  value: say`The key has no value.`,
  comma: say`Here a comma is missing.`,
  duplicate: say`This stands twice.`,
  character: say`This character has no place here. Text needs quotes.`,
  'one-line': say`The [table], or the key with its value, has to end on this line.`,
  number: say`This is no number as TOML writes it.`,
  escape: say`This escape does not exist.`,
  dots: say`A dot too many.`,
  other: say`This is no TOML.`,
};

const PATTERN: Record<PatternFault, string> = {
  'repeated-too-often': '{ } repeats at most 1000 times',
  range: 'the end of a range comes before its beginning',
  'not-in-go': 'something in it is not known to Go, such as \\Z, \\h, (?> or (?#',
  'open-bracket': '[ has no closing ]',
  'open-group': '( has no closing )',
  'closed-group': ') has no opening (',
  'nothing-to-repeat': 'nothing stands before *, + or ? (a glob such as *ram* is written .*ram.*)',
  'repeated-twice': 'two repetitions follow each other',
  lookaround: 'Go knows no (?=, (?!, (?<= and (?<!',
  backreference: 'Go knows no \\1',
  'ends-in-backslash': 'it ends in a backslash',
};

const UNCHECKED: Record<Unchecked, (limit: number, key: string | null) => Piece[]> = {
  'key-parts': (limit) =>
    say`Together with its [table], this key has more than ${limit} parts. No setting has that many. Write ${'name = value'} below a [table].`,
  'key-length': (limit) =>
    say`Together with its [table], this key has more than ${limit} characters, and keys are read up to that length. Shorten it.`,
  nesting: (limit) =>
    say`Lists and tables are nested more than ${limit} deep here. No setting needs that. Write the value with fewer brackets.`,
  'pattern-length': (limit, key) =>
    say`${key} was not checked: the pattern has more than ${limit} characters. Run ${'mackerel-agent configtest'}, or write a shorter pattern.`,
  'pattern-depth': (limit, key) =>
    say`${key} was not checked: the groups of the pattern are nested more than ${limit} deep. Run ${'mackerel-agent configtest'}, or write a simpler pattern.`,
};

export const inspect: InspectText = {
  healthy: {
    version: 'This is only the version. What goes wrong stands in the log: paste that.',
    config: 'No fault was found in this configuration.',
    configtest: 'configtest accepts the configuration.',
    service: 'The service runs.',
    meminfo: 'This is the memory that Mackerel shows for this host.',
    df: 'These are the filesystems that Mackerel shows for this host.',
    probe: 'Mackerel answers, and takes the key.',
  },
  undecided: 'This alone does not tell whether something has to be done.',
  config: {
    title: (file) => `In ${file}`,
    good: ({ metrics, checks, metadata }) =>
      `No fault was found. It sets up ${of(metrics, 'metric plugin')}, ${of(checks, 'check')} and ${of(metadata, 'metadata plugin')}.`,
    count: (problems) => (problems === 1 ? '1 thing stands out' : `${problems} things stand out`),
    cut: 'What stands below this could not be checked. Mend it and paste the file again.',
    unsure:
      'This site cannot read the file to its end, and the agent may be able to. Ask the agent: mackerel-agent configtest.',
    line: (line) => `line ${line}`,
    write: 'Write',
    effect: {
      stops: 'The agent does not start',
      refused: 'It starts, but a reload is refused',
      changed: 'It goes on with another value',
      note: 'Worth knowing',
    },
    at: (line, sentence, file) =>
      `${file === null ? 'Line' : `${file}, line`} ${line}: ${sentence}`,
    costs: {
      stops: 'The agent does not start with this file.',
      refused: 'The agent starts with this file, but a reload of it is refused.',
      changed: 'The agent starts with this file, but goes on with another value.',
    },
    checksOnly:
      'Whether the key is right, the network is open and the plugins run does not show in the file.',
    keyHidden: 'The API key is masked here, and kept nowhere.',
  },
  problem: (problem) => sentence(problem, PROBLEMS, SYNTAX, PATTERN, UNCHECKED),
  configtest: {
    title: 'What configtest says',
    passed: 'The file can be read, and its keys are known.',
    failed: 'The file is refused.',
    checks:
      'configtest reads the file. It does not try the network, the key or a plugin, and looks for unknown keys in the main file only, not in those of include.',
  },
  service: {
    title: (unit) => `The service ${unit}`,
    now: ({ manager, state, since, exit }) =>
      [
        STATES[state],
        ...(since === null ? [] : [`Since ${since}.`]),
        ...(exit === null
          ? []
          : [
              manager === 'windows'
                ? `Windows reports error ${exit}.`
                : `Its process ended with ${exit}.`,
            ]),
      ].join(' '),
    down: 'The service does not run.',
    noRestart:
      'systemd does not start it again: the unit of the package has no Restart=. Mend the cause, then start it:',
    notFound:
      'systemd knows no such unit: the package is not installed on this host, or the service has another name.',
    masked: 'The unit is masked, so it cannot be started. To lift that:',
    disabled: 'It is not started when the host boots. To change that:',
    notInstalled: 'Windows knows no such service: the agent is not installed on this host.',
    asAdministrator: 'Mend the cause, then start it in PowerShell, opened as administrator:',
  },
  memory: {
    title: 'Memory as Mackerel shows it',
    figures: 'Figures of the picture',
    metric: 'Part',
    value: 'Size',
    share: 'Share',
    howNew:
      'This kernel names MemAvailable, so used = MemTotal − MemAvailable. Buffers, cached and free are then not sent.',
    howOld:
      'This kernel does not name MemAvailable, so used = MemTotal − MemFree − Buffers − Cached.',
    freeNew:
      'The column "used" of free counts in another way than the graph. Compare the graph with total minus available.',
    freeOld: 'The column "used" of free may hold buffers and cached; the graph does not.',
    version: 'Counted so since 0.54.0. An update across that version makes a step in the graph.',
    picture: (parts) => `A bar of the whole memory: ${parts}.`,
    parts: {
      used: 'used',
      available: 'available',
      free: 'free',
      buffers: 'buffers',
      cached: 'cached',
    },
  },
  disk: {
    title: 'Filesystems as Mackerel shows them',
    table: { device: 'Device', percent: 'Used %', used: 'Used', size: 'Size', mount: 'Mounted on' },
    notPosted: 'not sent',
    fullest: (device, percent) =>
      `A monitor of "Filesystem %" looks at the fullest: ${device}, ${percent}.`,
    full: (device, mount) => `${device}, mounted on ${mount}, has no space left.`,
    size: 'Size is used + available: blocks that are reserved for root are not counted, so it is smaller than the blocks of df (since 0.35.0).',
    only: 'Only local filesystems whose name begins with /dev/ are sent: NFS, overlay, ZFS and tmpfs never appear.',
    errors: 'df ended with an error, so no filesystem metrics are sent for that minute at all:',
    human:
      'There are no figures here as df -Pkl gives them, in blocks of 1024 bytes. For the figures that Mackerel shows, run: df -Pkl',
  },
};
