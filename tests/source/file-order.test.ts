import { describe, expect, it } from 'vitest';
import { openDiagnosis, type Report } from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { sample } from '../helpers/sample.ts';
import { content, matcher } from '../helpers/whole-content.ts';

/** A header with a time, which starts a record anywhere in a log. */
const HEADER = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:\S+:\d+: )?[A-Z]+ /;
const cases = [
  ...content.guides.flatMap(({ cases: found }) => found),
  ...content.products.flatMap(({ cases: found }) => found.map(({ log }) => log)),
].filter(({ text }) => HEADER.test(text));

/** The newer file: the agent works again, or it fails at startup. */
const NEWER = {
  works: [
    'INFO <main> Starting mackerel-agent version:0.87.0, rev:92c7c83, apibase:https://api.mackerelio.com',
    'INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 4kWpXbq2RtY',
  ],
  fails: [
    'INFO <main> Starting mackerel-agent version:0.87.0, rev:92c7c83, apibase:https://api.mackerelio.com',
    'WARNING <command> API request failed: Host Not Found.',
  ],
};
const newer = (lines: string[]): string =>
  lines.map((line, index) => `2030/01/05 00:00:0${index} ${line}\n`).join('');

type File = readonly [name: string, text: string];
const named = (name: string, text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `${name}:${line}\n`)
    .join('');
/** How shell commands print several files. */
const LISTINGS: Record<string, (files: File[]) => string> = {
  tail: (files) => files.map(([name, text]) => `==> ${name} <==\n${text}`).join('\n'),
  grep: (files) => files.map(([name, text]) => named(name, text)).join(''),
  cat: (files) => files.map(([, text]) => text).join(''),
};
const essence = ({ answers, status, exited, version, data, stopped }: Report) => ({
  answers: answers.map(({ guide, state }) => `${guide} ${state}`),
  status,
  exited,
  version,
  data,
  stopped,
});

const listings = Object.entries(LISTINGS).map(([name, list], row) => ({ name, list, row }));
const states = Object.entries(NEWER).map(([state, lines], column) => ({ state, lines, column }));

describe.each(listings)('$name of files, newest first', ({ list, row }) => {
  it.each(states)(
    'are read in chronological order if, in the newest file, the agent $state',
    ({ lines, column }) => {
      const now: File = ['/var/log/mackerel-agent.log', newer(lines)];
      expect(
        sample(cases, 6, 2 * row + column).flatMap(({ file, text }) => {
          const then: File = ['/var/log/mackerel-agent.log.1', text];
          const [before, after] = [
            essence(diagnoseBytes(matcher, list([then, now]))),
            essence(diagnoseBytes(matcher, list([now, then]))),
          ];
          return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ file, before, after }];
        }),
      ).toEqual([]);
    },
  );
});

it('does not mistake a clock set back by a time zone for another file', () => {
  const log = [
    '18:00:00 INFO <main> Starting mackerel-agent version:0.87.0, rev:92c7c83, apibase:https://api.mackerelio.com',
    '18:00:02 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 4kWpXbq2RtY',
    '09:01:02 WARNING <command> Failed to post metrics value (will retry): API request failed: 503 Service Unavailable',
  ];
  expect(
    diagnoseBytes(matcher, log.map((line) => `2026/05/13 ${line}`).join('\n')).data,
  ).toMatchObject({ state: 'late', from: '2026-05-13T09:01:02' });
});

describe('the output of several commands', () => {
  const started = [
    '2026/11/30 02:30:01 INFO <main> Starting mackerel-agent version:0.87.0, rev:92c7c83, apibase:https://api.mackerelio.com',
    '2026/11/30 02:30:03 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web03, hostID = 4kWpXbq2RtY',
  ];
  const killed =
    'Out of memory: Killed process 1234 (mackerel-agent) total-vm:722000kB, anon-rss:510000kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:1200kB oom_score_adj:0';
  /** The kernel's line as each command prints it. */
  const KERNEL = {
    journalctl: `Nov 30 02:48:10 web03 kernel: ${killed}`,
    'journalctl -o short-iso': `2026-11-30T02:48:10+0900 web03 kernel: ${killed}`,
    'dmesg -T': `[Mon Nov 30 02:48:10 2026] ${killed}`,
    dmesg: `[12345.678901] ${killed}`,
  };
  const stateOf = (lines: string[]): unknown => {
    const diagnosis = openDiagnosis(matcher, { now: Date.UTC(2026, 11, 1) });
    diagnosis.push(new TextEncoder().encode(lines.join('\n')));
    const { answers, status } = diagnosis.close();
    return [status, ...answers.map(({ guide, state }) => `${guide} ${state}`)];
  };

  it.each(Object.entries(KERNEL))('is read in chronological order: %s', (_command, line) => {
    const dead = ['action-needed', 'agent-stopped ongoing'];
    expect(stateOf([...started, line])).toEqual(dead);
    expect(stateOf([line, ...started])).toEqual(dead);
  });

  it('does not move lines that another program wrote into the same file', () => {
    const [first, ...others] = started.map(
      (line) => `Nov 30 02:50:00 web03 mackerel-agent[1300]: ${line.replace('02:30', '02:50')}`,
    );
    expect(stateOf([KERNEL.journalctl, first as string, ...others])).toEqual([
      'recovered',
      'agent-stopped recovered',
    ]);
  });
});
