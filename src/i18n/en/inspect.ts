import type { ServiceInspection, Unchecked } from '../../intake/index.ts';
import type { ProblemCode, PatternFault, SyntaxCode } from '../../model/inspection.ts';
import {
  lastKeyPart,
  nameCharacter,
  tableHeading,
  tablesOf,
  type ProblemNames,
  type ProblemValues,
} from '../config-problem.ts';
import type { SentencePiece } from '../sentence-piece.ts';
import { sentencePieces } from '../sentence-pieces.ts';
import { withArticle } from './with-article.ts';

const STATES: Record<ServiceInspection['state'], string> = {
  running: 'It is running.',
  failed: 'It has failed and is not running.',
  stopped: 'It is not running.',
  starting: 'It is starting.',
  restarting: 'It keeps exiting, and systemd keeps restarting it.',
  stopping: 'It is stopping.',
  unknown: 'This does not show whether it runs.',
};

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

const PROBLEMS: Record<
  ProblemCode,
  (values: ProblemValues, names: ProblemNames) => SentencePiece[]
> = {
  encoding: ({ found }) =>
    sentencePieces`The file is written in ${[found ?? 'another encoding']}. Save it as UTF-8.`,
  characters: ({ found, expected }) =>
    sentencePieces`${nameCharacter(found)} only looks like ${nameCharacter(expected)}. Replace it.`,
  backslash: () =>
    sentencePieces`In double quotes, a backslash begins an escape sequence. Use single quotes instead.`,
  'escape-changed': ({ found }) =>
    sentencePieces`In ${found ?? ['this text']} the backslash begins an escape sequence, so the path changes. Put the path in single quotes, or double the backslashes.`,
  syntax: () => [],
  duplicate: ({ found, expected }) =>
    sentencePieces`${found} is defined twice, first in line ${Number(expected)}. Merge the two.`,
  type: ({ found, expected, key }) =>
    sentencePieces`${key} needs ${TYPES[expected ?? ''] ?? expected}, but found ${TYPES[found ?? ''] ?? found}.`,
  pattern: () => [],
  value: ({ found, expected, key }, { backend }) =>
    found === null
      ? sentencePieces`This is a placeholder, which ${[backend]} rejects. Write the API key of your organization. If you only masked your key here, ignore this.`
      : sentencePieces`"${found}" is not a valid value for ${key}. Valid values: ${expected}.`,
  'unknown-key': ({ found, expected }, { nameInText }) =>
    expected === null
      ? sentencePieces`${[withArticle('The', nameInText)]} does not know ${found}.`
      : sentencePieces`${[withArticle('The', nameInText)]} does not know ${found}. It is probably meant to be ${expected}.`,
  'wrong-table': ({ found, expected, key }) =>
    sentencePieces`${lastKeyPart(key)} does not belong ${found === null ? ['at the top of the file'] : sentencePieces`in ${tableHeading(found)}`}. Move it to ${tablesOf(expected, TOP)}.`,
  'other-plugins': ({ expected, key }) =>
    sentencePieces`${lastKeyPart(key)} has an effect only as ${expected}.`,
  'section-name': ({ found }) =>
    sentencePieces`${tableHeading(found)} has no plugin name. Write ${tableHeading(found, '.NAME')}.`,
  'dotted-name': ({ found, expected }) =>
    sentencePieces`A plugin name must not contain a dot: write "${expected}" instead of "${found}".`,
  'command-missing': ({ found, expected }) =>
    sentencePieces`${tableHeading(found)} has no ${expected}.`,
  'command-type': () => sentencePieces`${'command'} must be a string or a list of strings.`,
  'command-words': ({ found }) =>
    sentencePieces`The first item of ${'command'} has the arguments too, so all of it is taken as the name of a program. Write each word as an item, such as ${`["${found}", "…"]`}, or write one string instead of a list.`,
  'unknown-option': ({ found, expected }) =>
    expected === null
      ? sentencePieces`The program in ${'command'} does not accept the option ${found}.`
      : sentencePieces`The program in ${'command'} does not accept the option ${found}. It is probably meant to be ${expected}.`,
  missing: ({ expected }) => sentencePieces`This file has no ${expected}.`,
  'missing-here': ({ found, expected }) =>
    found === 'plugin'
      ? sentencePieces`This file has no ${expected}. If it is an included file, the main file needs it. If it is the main file, add it here.`
      : found === 'excerpt'
        ? sentencePieces`These lines have no ${expected}. They may be a part of the file: its top must have one.`
        : sentencePieces`This file has no ${expected}. It must be in a file that ${'include'} names.`,
  role: ({ found }) =>
    sentencePieces`"${found}" is not a role. Write "${'Service:role'}" with letters, digits, - and _. Each name begins with a letter or digit.`,
  duration: ({ found, key }) =>
    sentencePieces`${key} needs whole minutes, such as ${'5'} or ${'"5m"'}, but found ${found}.`,
  range: ({ found, expected, key }) =>
    sentencePieces`${key} of ${Number(found)} minutes is out of range: ${Number(expected)} is used.`,
  attempts: () =>
    sentencePieces`With ${'prevent_alert_auto_close'}, ${'max_check_attempts'} is always ${'1'}.`,
  'too-new': ({ found, expected, key }) =>
    sentencePieces`${key} needs ${[expected ?? '']} or later, but the log is from ${[found ?? '']}.`,
  alternatives: ({ found, expected, key }) =>
    found === null
      ? sentencePieces`${key} needs one of these: ${[expected ?? '']}.`
      : sentencePieces`${key} can have only one of these: ${[expected ?? '']}.`,
  unchecked: () => [],
};

const TOP = {
  toml: 'the top of the file, above the first [table]',
  yaml: 'the top of the file, without indentation',
};

const TYPES: Record<string, SentencePiece[]> = {
  string: sentencePieces`a string in quotes`,
  text: sentencePieces`text`,
  mapping: sentencePieces`keys with values`,
  boolean: sentencePieces`${'true'} or ${'false'} without quotes`,
  integer: sentencePieces`a whole number without quotes`,
  float: sentencePieces`a decimal number`,
  strings: sentencePieces`a list such as ${'["a", "b"]'}`,
  array: sentencePieces`a list`,
  table: sentencePieces`a table`,
  date: sentencePieces`a date`,
  minutes: sentencePieces`minutes such as ${'5'} or ${'"5m"'}`,
  pattern: sentencePieces`a string in quotes`,
  command: sentencePieces`a string or a list of strings`,
};

const SYNTAX: Record<SyntaxCode, SentencePiece[]> = {
  'array-open': sentencePieces`The list that ends here has no closing ${']'}.`,
  'small-letters': sentencePieces`Write ${'true'} or ${'false'}, in lowercase and without quotes.`,
  'inner-quotes': sentencePieces`This quotation mark ends the string. Put the whole value in single quotes.`,
  'string-end': sentencePieces`The string that begins here has no closing quote.`,
  'table-end': sentencePieces`The [table] has no closing bracket.`,
  'array-end': sentencePieces`The list has no closing ${']'}.`,
  'inline-end': sentencePieces`The { table } has no closing ${'}'}.`,
  key: sentencePieces`A key is missing here.`,
  newline: sentencePieces`Only one key per line: a line break is missing here.`,
  equals: sentencePieces`There is no ${'='} between the key and its value.`,
  value: sentencePieces`The key has no value.`,
  comma: sentencePieces`A comma is missing here.`,
  character: sentencePieces`This character is not allowed here. Strings need quotes.`,
  'one-line': sentencePieces`The [table], or the key with its value, must end on this line.`,
  number: sentencePieces`This is not a valid TOML number.`,
  escape: sentencePieces`This escape sequence does not exist.`,
  dots: sentencePieces`There is an extra dot.`,
  other: sentencePieces`This is not valid TOML.`,
  tab: sentencePieces`YAML allows no tabs in the indentation. Use spaces.`,
  blank: sentencePieces`A space is missing after the colon.`,
  colon: sentencePieces`There is no ${':'} between the key and its value.`,
  indent: sentencePieces`The indentation of this line does not fit the lines around it.`,
  special: sentencePieces`The value has characters that mean something else in YAML. Put it in quotes.`,
  'not-yaml': sentencePieces`This is not valid YAML.`,
};

const PATTERN: Record<PatternFault, string> = {
  'repeated-too-often': '{ } repeats at most 1000 times',
  range: 'the end of a range comes before its beginning',
  'not-in-go': 'it uses syntax that Go does not support, such as \\Z, \\h, (?> or (?#',
  'open-bracket': '[ has no closing ]',
  'open-group': '( has no closing )',
  'closed-group': ') has no opening (',
  'nothing-to-repeat': 'there is nothing before *, + or ? (write a glob such as *ram* as .*ram.*)',
  'repeated-twice': 'there are two repetition operators in a row',
  lookaround: 'Go does not support (?=, (?!, (?<= or (?<!',
  backreference: 'Go does not support \\1',
  'ends-in-backslash': 'it ends with a backslash',
};

/** `check` is the command that checks the file. */
const UNCHECKED: Record<
  Unchecked,
  (limit: number, key: string | null, check: string | undefined) => SentencePiece[]
> = {
  'key-parts': (limit) =>
    sentencePieces`Together with its [table], this key has more than ${limit} parts. No setting has that many. Write ${'name = value'} below a [table].`,
  'key-length': (limit) =>
    sentencePieces`Together with its [table], this key has more than ${limit} characters, the longest that can be read. Shorten it.`,
  length: (limit) =>
    sentencePieces`The file was not checked: it has more than ${limit} characters. Paste only the part in question.`,
  parser: () =>
    sentencePieces`The file was not checked: the part of this site that reads YAML could not be loaded. Connect to the network and paste the file again.`,
  nesting: (limit) =>
    sentencePieces`Lists and tables are nested more than ${limit} deep here. No setting needs that. Write the value with fewer brackets.`,
  'pattern-length': (limit, key, check) =>
    sentencePieces`${key} was not checked: the pattern has more than ${limit} characters. Write a shorter pattern${orRun(check)}.`,
  'pattern-depth': (limit, key, check) =>
    sentencePieces`${key} was not checked: the groups of the pattern are nested more than ${limit} deep. Write a simpler pattern${orRun(check)}.`,
};

/** Add the command that checks the file, as another way to check the pattern. */
function orRun(check: string | undefined): SentencePiece[] {
  return check === undefined ? [] : sentencePieces`, or run ${check}`;
}

export const inspect = {
  /** The verdict if there is nothing to do; logs have their own text. */
  healthy: {
    version: () => 'This is only the version. Errors are in the log: paste that.',
    values: (backend: string) =>
      'A metric plugin printed these values. It works when it is run this way. ' +
      `If ${backend} shows no graph of them, run it as a service, without your environment.`,
    config: () => 'No fault was found in this configuration.',
    configtest: () => 'configtest accepts the configuration.',
    service: () => 'The service is running.',
    df: (backend: string) => `These are the filesystems that ${backend} shows for this host.`,
    probe: (backend: string) => `${backend} responds and accepts the key.`,
  },
  /** The verdict on input other than a log from which nothing can be concluded. */
  undecided: 'This alone does not show whether anything needs to be done.',
  config: {
    title: (file: string) => `In ${file}`,
    good: ({ metrics, checks, metadata }: { metrics: number; checks: number; metadata: number }) =>
      metrics + checks + metadata === 0
        ? 'No fault was found.'
        : `No fault was found. It sets up ${counted(metrics, 'metric plugin')}, ${counted(checks, 'check')} and ${counted(metadata, 'metadata plugin')}.`,
    count: (problems: number) => `${problems} issues found`,
    /** The file could not be checked to its end. */
    cut: 'Nothing below this could be checked. Fix it and paste the file again.',
    /** This site's parser failed, but the program's may not. */
    unsure: (check: string | undefined, nameInText: string) =>
      `This site cannot read the file to its end, but ${nameInText} may be able to.${check === undefined ? '' : ` Check with ${check}.`}`,
    line: (line: number) => `line ${line}`,
    write: 'Write',
    effect: {
      stops: (nameInText: string) => `${withArticle('The', nameInText)} does not start`,
      refused: () => 'It starts, but a reload may be refused',
      fails: () => 'The plugin does not run',
      changed: () => 'A different value is used',
      note: () => 'Worth knowing',
    },
    /** The verdict on a configuration: its worst fault, whose effect is in `costs`. */
    at: (line: number, sentence: string, file: string | null) =>
      `${file === null ? 'Line' : `${file}, line`} ${line}: ${sentence}`,
    costs: {
      stops: (nameInText: string) =>
        `${withArticle('The', nameInText)} does not start with this file.`,
      refused: (nameInText: string) =>
        `${withArticle('The', nameInText)} starts with this file, but a reload of it may be refused.`,
      fails: (nameInText: string) =>
        `${withArticle('The', nameInText)} starts with this file, but cannot run this plugin.`,
      changed: (nameInText: string) =>
        `${withArticle('The', nameInText)} can read this file, but uses a different value.`,
    },
    checksOnly:
      'The file does not show whether the key is valid, the network works, or the plugins run.',
    keyHidden: 'The API key is masked here and is not stored.',
  },
  problem: PROBLEMS,
  syntax: SYNTAX,
  pattern: PATTERN,
  unchecked: UNCHECKED,
  configtest: {
    title: 'Result of configtest',
    passed: 'The file can be read, and its keys are known.',
    failed: 'The configuration file has errors.',
    checks:
      'configtest only reads the file. It does not test the network, the key or any plugin, and it looks for unknown keys only in the main file, not in included files.',
  },
  service: {
    title: (unit: string) => `The service ${unit}`,
    now: ({
      manager,
      state,
      since,
      exit,
    }: Pick<ServiceInspection, 'manager' | 'state' | 'since' | 'exit'>) =>
      [
        STATES[state],
        ...(since === null ? [] : [`Since ${since}.`]),
        ...(exit === null
          ? []
          : [
              manager === 'windows'
                ? `Windows reports error ${exit}.`
                : `Its process exited with ${exit}.`,
            ]),
      ].join(' '),
    /** The verdict if the service is down for an unknown reason. */
    down: 'The service is not running.',
    noRestart: () =>
      'systemd does not restart it: the unit in the package has no Restart= line. Fix the cause, then start it:',
    notFound: () =>
      'systemd has no such unit: the package is not installed on this host, or the service has another name.',
    masked: () => 'The unit is masked, so it cannot be started. To unmask it:',
    disabled: () => 'It does not start when the host boots. To change that:',
    /** Windows has no such service. */
    notInstalled: (nameInText: string) =>
      `Windows has no such service: ${nameInText} is not installed on this host.`,
    asAdministrator: () => 'Fix the cause, then start it in PowerShell, run as administrator:',
  },
  disk: {
    title: (backend: string) => `Filesystems as ${backend} shows them`,
    table: { device: 'Device', percent: 'Used %', used: 'Used', size: 'Size', mount: 'Mounted on' },
    notPosted: 'not sent',
    fullest: (device: string, percent: string) =>
      `A "Filesystem %" monitor checks the fullest one: ${device}, ${percent}.`,
    /** The verdict if no space is left. */
    full: (device: string, mount: string) => `${device}, mounted on ${mount}, has no space left.`,
    size: 'Size is used + available: blocks reserved for root are not counted, so it is smaller than the block count of df (since 0.35.0).',
    only: 'Only local filesystems whose name begins with /dev/ are sent: NFS, overlay, ZFS and tmpfs never appear.',
    errors: 'df exited with an error, so no filesystem metrics are sent for that minute:',
    human: (backend: string) =>
      `This has no figures in the format of df -Pkl (blocks of 1024 bytes). To get the figures that ${backend} shows, run: df -Pkl`,
  },
};
