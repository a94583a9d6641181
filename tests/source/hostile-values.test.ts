import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  allBlocks,
  buildRareTexts,
  buildReportWords,
  buildWords,
  LANGUAGES,
  type FollowUp,
} from '../../src/compiler/index.ts';
import {
  commandText,
  fillCommand,
  listOf,
  valuesForAnswer,
  valuesFromFindings,
  type Command,
  type CommandPiece,
  escapeReport,
  withRareTexts,
} from '../../src/report/format/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { customerReply } from '../../src/report/index.ts';
import { renderReport } from '../../src/cli/render-report.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { makeFinding, makeLink } from '../helpers/make-finding.ts';
import { sample } from '../helpers/sample.ts';
import { HONEST, HOSTILE } from './hostile.ts';
import { powershellWords } from './powershell-words.ts';
import { content, matcher } from '../helpers/whole-content.ts';

/** Matches commands that change something, by rules apart from those in commands.yaml. */
const CHANGES = new RegExp(
  [
    String.raw`\b(?:sudo|rm|mv|cp|tee|chmod|chown|umount|kill|install|systemctl|sh -c|timeout|brew)\b`,
    String.raw`(?:^|\s)>`,
    String.raw`\bnet (?:start|stop)\b`,
    String.raw`\b(?:Remove|Rename|Move|Copy|Set|Stop|Start|Restart|New)-\w+`,
  ].join('|'),
);

const words = LANGUAGES.map((language) => buildWords(content, language));
const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;

interface Place {
  command: Command;
  /** The index into the lists `of`, `fits` and `sample`. */
  index: number;
}

/** List every place that a log can fill, in pages, reports and questions, for each platform. */
function places(): Place[] {
  const pages = [...content.guides, ...content.entries].flatMap(({ prose }) =>
    LANGUAGES.flatMap((language) => allBlocks(prose[language].parts)),
  );
  const reports = LANGUAGES.flatMap((language) =>
    Object.values(
      withRareTexts(buildReportWords(content, language), buildRareTexts(content, language)).guides,
    ).flatMap(({ parts }) => allBlocks(parts)),
  );
  const asked = words.flatMap(({ missing }) =>
    Object.values(missing).flatMap((asks) => Object.values(asks).flatMap(commandsOf)),
  );
  const commands = [
    ...[...pages, ...reports].filter((block) => block.kind === 'command'),
    ...asked,
  ];
  return commands.flatMap((command) =>
    listOf(command.of).flatMap((_holes, index) =>
      command.text.includes(listOf(command.sample)[index] ?? '\0') ? [{ command, index }] : [],
    ),
  );
}

function commandsOf(ask: FollowUp): Command[] {
  return Object.entries(ask.commands).map(([os, text]) => ({
    ...ask,
    text,
    language: os === 'windows' ? 'powershell' : 'sh',
  }));
}

/**
 * Fill one place from a log that contains `value` for it; `foreign` if another program wrote it.
 */
function fill({ command, index }: Place, value: string, foreign: boolean): CommandPiece[] {
  const links = (listOf(command.of)[index] ?? '').split(' | ').map((name) => {
    const [hole = '', entry = 'agent/any'] = name.split(':').reverse();
    return makeLink(entry, { [hole]: value }, foreign);
  });
  return fillCommand(command, valuesFromFindings([makeFinding(...links)], words[0]?.values));
}

const isFilled = (pieces: CommandPiece[]): boolean => pieces.some(({ from }) => from === 'log');
/** Test equal commands, such as those of both languages, only once. */
const distinctPlaces = [
  ...new Map(places().map((place) => [JSON.stringify(place), place])).values(),
];

interface Fill {
  place: Place;
  value: string;
  foreign: boolean;
  pieces: CommandPiece[];
}
const fills = distinctPlaces.flatMap((place, turn) =>
  [...sample(HOSTILE, 2, turn), ...HONEST].flatMap((value) =>
    [false, true].map((foreign): Fill => ({
      place,
      value,
      foreign,
      pieces: fill(place, value, foreign),
    })),
  ),
);
const filled = fills.filter(({ pieces }) => isFilled(pieces));
/** Turn redirections into arguments, so that the shell of the test writes no files. */
const withoutRedirection = (text: string): string => text.replaceAll(' > ', ' WRITES ');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shindan-'));
  // An unquoted pattern would expand to these names.
  for (const name of ['a', 'b']) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Return each command's programs and arguments. They are sorted, because both ends of a pipe start
 * at once.
 */
function shellPrograms(commands: string[]): string[][][] {
  const { stdout, status } = spawnSync(
    'bash',
    ['--norc', '--noprofile', join(import.meta.dirname, 'posix-words.sh')],
    {
      cwd: folder,
      input: commands.map((command) => `${withoutRedirection(command)}\0`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, HOME: homedir() },
    },
  );
  expect(status).toBe(0);
  expect(readdirSync(folder)).toEqual(['a', 'b']);
  return stdout
    .split('\x1d')
    .slice(0, -1)
    .map((run) =>
      run
        .split('\x1e')
        .slice(0, -1)
        .map((program) => program.split('\x1f').slice(0, -1))
        .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    );
}

it('covers enough values and places', () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  expect(HOSTILE.length).toBeGreaterThan(150);
  expect(places().length).toBeGreaterThan(150);
  expect(distinctPlaces.length).toBeGreaterThan(50);
  expect(new Set(distinctPlaces.map(({ command }) => command.language))).toEqual(
    new Set(['sh', 'powershell']),
  );
});

it('fills each harmless value into some command', () => {
  const taken = new Set(filled.map(({ value }) => value));
  expect(HONEST.filter((value) => !taken.has(value))).toEqual([]);
  expect(fills.length).toBeGreaterThan(20_000);
});

it('fills no hostile or foreign value into a command that changes something', () => {
  const wrong = filled.filter(
    ({ place, value, foreign }) =>
      CHANGES.test(place.command.text) &&
      (foreign || (HOSTILE.includes(value) && !/^\w+$/.test(value))),
  );
  expect(wrong.map(({ pieces }) => commandText(pieces))).toEqual([]);
});

it('marks the sample as an example if it stands in for a rejected value', () => {
  const unmarked = fills.filter(({ place: { command, index }, value, foreign, pieces }) => {
    const isOfOtherSystem =
      command.language === 'sh' ? /^[a-z]:\\/i.test(value) : value.startsWith('/');
    const sample = listOf(command.sample)[index];
    const isMarked = pieces.some(({ from, text }) => from === 'example' && text === sample);
    // A hole without an entry never takes text of another program.
    const holes = listOf(command.of)[index] ?? '';
    const isRead = !foreign || holes.includes(':');
    // An address without a port keeps the sample, the default port, unmarked.
    if (holes.includes('.port')) return false;
    return !isMarked && !isOfOtherSystem && isRead && !isFilled(pieces) && value !== sample;
  });
  expect(unmarked.map(({ value, pieces }) => [value, commandText(pieces)])).toEqual([]);
});

it('adds no argument, program or redirection to a shell command', () => {
  const ofShell = filled.filter(({ place }) => place.command.language === 'sh');
  const texts = new Map(ofShell.map((each) => [commandText(each.pieces), each]));
  expect(texts.size).toBeGreaterThan(100);
  const samples = [...new Set([...texts.values()].map(({ place }) => place.command.text))];
  const runs = shellPrograms([...samples, ...texts.keys()]);
  expect(runs).toHaveLength(samples.length + texts.size);
  const runOf = new Map(samples.map((text, index) => [text, runs[index] ?? []]));
  [...texts].forEach(
    (
      [
        text,
        {
          place: { command, index },
          value,
        },
      ],
      at,
    ) => {
      const sample = (listOf(command.sample)[index] ?? '').replace(/^~/, homedir());
      const isCommand =
        content.commands.types[listOf(command.fits)[index] ?? '']?.kind === 'command';
      const line = value.replace(/^sh -c /, '');
      const expected = (runOf.get(command.text) ?? []).map((program) =>
        program.flatMap((word, nth) => {
          if (!isCommand) return [word.replaceAll(sample, () => value)];
          // The script of `sh -c` stays one argument.
          return word === sample && program[nth - 1] !== '-c'
            ? line.split(' ')
            : [word.replaceAll(sample, () => line)];
        }),
      );
      expect(runs[samples.length + at], text).toEqual(
        expected.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
      );
      expect(expected.length, text).toBeGreaterThan(0);
    },
  );
});

it('adds no argument or command to a PowerShell command', () => {
  const ofPowershell = filled.filter(({ place }) => place.command.language === 'powershell');
  expect(ofPowershell.length).toBeGreaterThan(10);
  for (const { place, value, pieces } of ofPowershell) {
    const { text, sample: samples } = place.command;
    const sample = (listOf(samples)[place.index] ?? '').replaceAll("'", '');
    const expected = powershellWords(text).map((word) => word.replaceAll(sample, () => value));
    expect(powershellWords(commandText(pieces)), commandText(pieces)).toEqual(expected);
  }
});

it.each([
  ['an option', 'Failed to remove HostID file: remove -rf: permission denied'],
  ['a system file', 'Failed to remove HostID file: remove /etc/passwd: permission denied'],
  [
    'a system folder',
    'command.Prepare failed: failed to prepare host: custom identifiers mismatch: this host = "a.x", the host whose id is "3oSRheELXZE" on mackerel.io = "b.x" (File "/etc" may be copied from another host. Try deleting it and restarting agent)',
  ],
  [
    'a path with ..',
    '2026/03/02 04:13:20 WARNING <command> metadata plugin "../../../../etc/passwd": exits with: 2',
  ],
  [
    'the output of an action',
    '2026/03/02 04:13:20 WARNING <command> Checker "web" action stdout: "" stderr: "sh: 1: x -R /etc: not found\\n" exitCode: 127',
  ],
  [
    'the output of df',
    `2026/03/02 04:13:20 WARNING <util.filesystem> 'df -Pkl' command exited with a non-zero status: 1: "df: /etc: Stale file handle\\n"`,
  ],
  [
    'another command',
    '2026/03/02 04:13:20 ERROR <cmdutil> RunCommand error. command: [rm -rf /etc], error: command timed out',
  ],
  [
    'a command with an option',
    '2026/03/02 04:13:20 INFO <command> command dd if=/etc of=/dev/sda outputted to STDERR: "boom"',
  ],
])(
  'keeps %s out of the steps in the terminal, in the reply and on the page',
  async (_name, line) => {
    const report = await inspectText(content, matcher, `${START}${line}\n`);
    expect(report.answers.length).toBeGreaterThan(0);
    for (const language of words) {
      const commands = report.answers.flatMap((answer) =>
        allBlocks(language.guides[answer.guide]?.parts ?? []).flatMap((block) =>
          block.kind === 'command'
            ? commandText(fillCommand(block, valuesForAnswer(answer, report, language.values)))
            : [],
        ),
      );
      const terminal = renderReport('x.log', escapeReport(report), language, [], []);
      const reply = customerReply(maskReport(report), language, (path) => path);
      const steps = [
        ...commands,
        ...[terminal, reply].flatMap((text) =>
          text.split('\n').filter((shown) => /^\s*(?:sudo|mv|rm|cat|time|echo|ls) /.test(shown)),
        ),
      ];
      expect(commands.length).toBeGreaterThan(0);
      expect(
        steps.filter((step) =>
          /(?:^|[\s'])(?:-rf? \/etc|x -R|\/etc(?:\/passwd)?(?=[\s;']|$)|of=\/dev)|\.\.\//.test(
            step,
          ),
        ),
      ).toEqual([]);
    }
  },
);

it('detects the effect of an unquoted value', () => {
  const [sample = [], careless = [], pattern = []] = shellPrograms([
    'sudo rm -- /x/id',
    'sudo rm -- /x; reboot -f',
    'ls *',
  ]);
  expect(sample).toEqual([['sudo', 'rm', '--', '/x/id']]);
  expect(careless).toEqual([
    ['reboot', '-f'],
    ['sudo', 'rm', '--', '/x'],
  ]);
  expect(pattern).toEqual([['ls', 'a', 'b']]);
  expect(shellPrograms(["env sh -c 'check-a -b; reboot'"])[0]).toEqual([
    ['check-a', '-b'],
    ['env', 'sh', '-c', 'check-a -b; reboot'],
    ['reboot'],
  ]);
  expect(powershellWords("Remove-Item 'C:\\a b'; calc")).toEqual([
    'Remove-Item',
    'C:\\a b',
    ';',
    'calc',
  ]);
  expect(powershellWords("Remove-Item 'C:\\a\u2019; calc")).toEqual([
    'Remove-Item',
    'C:\\a',
    ';',
    'calc',
  ]);
});
