import { expect, it } from 'vitest';
import { openDiagnosis, type Report } from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { sample } from '../helpers/sample.ts';
import { content, matcher } from '../helpers/whole-content.ts';

/** Matches a line that is a complete record. A log of such lines can be reversed line by line. */
const RECORD =
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d |^(?:command\.Prepare failed|failed to load|exit status|signal: )/;
const TIME = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/;
const linesOf = (log: string): string[] => log.trimEnd().split('\n');
const timesOf = (log: string): number =>
  new Set(linesOf(log).flatMap((line) => TIME.exec(line)?.[0] ?? [])).size;

const cases = [
  ...content.guides.flatMap(({ cases: found }) => found),
  ...content.products.flatMap(({ cases: found }) => found.map(({ log }) => log)),
].filter(({ text }) => linesOf(text).every((line) => RECORD.test(line)));
const long = cases.filter(({ text }) => timesOf(text) > 2);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const event = (line: string): string =>
  [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>",
    "<System><Provider Name='mackerel-agent'/><Level>3</Level></System>",
    `<EventData><Data>${escaped(line)}</Data></EventData></Event>`,
  ].join('');

/** Tools that list the lines of a log, newest first. */
const LISTINGS: Record<string, (lines: string[]) => string> = {
  lines: (lines) => lines.join('\n'),
  'journalctl -r': (lines) =>
    lines.map((line) => `Nov 24 22:41:04 web01 mackerel-agent[312]: ${line}`).join('\n'),
  'CSV of Event Viewer': (lines) =>
    [
      'Level,Date and Time,Source,Event ID,Task Category',
      ...lines.map(
        (line) =>
          `Warning,11/24/2026 10:41:04 PM,mackerel-agent,1,None,"${line.replaceAll('"', '""')}"`,
      ),
    ].join('\r\n'),
  'XML of Event Viewer, on one line': (lines) =>
    [
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
      `<Events>${lines.map(event).join('')}</Events>`,
    ].join(''),
};

const essence = ({ answers, status, exited, version, data }: Report) => ({
  answers: answers.map(({ guide, state }) => `${guide} ${state}`),
  status,
  exited,
  version,
  data,
});

it('has enough logs to reverse', () => expect(long.length).toBeGreaterThan(20));

it.each(Object.entries(LISTINGS).map(([name, list], turn) => ({ name, list, turn })))(
  'reads $name, newest first, in chronological order',
  ({ name, list, turn }) => {
    const same = name.startsWith('XML')
      ? long.filter(({ text }) => linesOf(text).every((line) => TIME.test(line)))
      : long;
    expect(
      sample(same, 4, turn).flatMap(({ file, text }) => {
        const [before, after] = [
          essence(diagnoseBytes(matcher, list(linesOf(text)))),
          essence(diagnoseBytes(matcher, list(linesOf(text).reverse()))),
        ];
        return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ file, before, after }];
      }),
    ).toEqual([]);
  },
);

it('reports the line numbers of the file in ascending order', () => {
  for (const { text } of sample(long, 3)) {
    const lines = linesOf(text);
    const places = (log: string[]): Record<string, string[]> =>
      Object.fromEntries(
        diagnoseBytes(matcher, log.join('\n')).findings.map(({ chain, rest, lines: numbers }) => [
          JSON.stringify([
            chain.map(({ entry, captures }) => [entry, Object.values(captures).flat().sort()]),
            rest,
          ]),
          numbers.map((number) => log[number - 1] ?? '').sort(),
        ]),
      );
    expect(places([...lines].reverse())).toEqual(places(lines));
    for (const { lines: numbers } of diagnoseBytes(matcher, [...lines].reverse().join('\n'))
      .findings)
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
});

it('gives the same report however the log is split into chunks', () => {
  const bytes = new TextEncoder().encode(
    Array.from({ length: 10 }, () => long.map(({ text }) => text).join(''))
      .join('')
      .split('\n')
      .filter((line) => TIME.test(line))
      .sort()
      .reverse()
      .join('\n'),
  );
  const pieces = openDiagnosis(matcher);
  const buffer = new Uint8Array(977);
  for (let at = 0; at < bytes.length; at += buffer.length) {
    const piece = bytes.subarray(at, at + buffer.length);
    buffer.set(piece);
    pieces.push(buffer.subarray(0, piece.length));
  }
  expect(pieces.close()).toEqual(diagnoseBytes(matcher, bytes));
});

it.each([
  ['a clock that was set back', ['10', '11', '12', '09', '10', '11']],
  ['two logs in the wrong order', ['12', '12', '03', '03']],
  ['threads that write out of order', ['03', '02', '04', '03', '05', '04']],
])('does not take a log with %s for one in reverse order', (_name, hours) => {
  const log = hours
    .map(
      (hour) =>
        `2026/03/02 ${hour}:00:00 INFO <main> Starting mackerel-agent version:0.${Number(hour)}.0, rev:a, apibase:https://api.mackerelio.com`,
    )
    .join('\n');
  expect(diagnoseBytes(matcher, log).version).toBe(`0.${Number(hours.at(-1))}.0`);
});
