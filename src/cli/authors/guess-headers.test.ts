import { expect, it } from 'vitest';
import { guessHeaders } from './guess-headers.ts';

it.each([
  ['2026/11/24 22:41:04 ERROR <main> disk is full', '{date} {clock} {level} <{tag}> '],
  ['2026-11-24T22:41:04.123Z warn gone', '{stamp} {level} '],
  [
    '2026/11/29 15:43:36 [error] 20824#20824: open() failed',
    '{date} {clock} [{level}] {pid:int}#{pid2:int}: ',
  ],
  ['20902:C 29 Nov 2026 15:43:40.317 * started', null],
  [
    '24-Nov-2026 22:40:18.123 SEVERE [main] failed to start',
    '{day}-{month}-{year} {clock} {level} [{thread:text}] ',
  ],
  [
    '2026-11-29 15:43:24.518 UTC [20727] LOG:  ready',
    '{date} {clock} {zone:word} [{pid:int}] {level}:  ',
  ],
  [
    '2026-11-29 15:43:27,805 - app - ERROR - could not read',
    '{date} {clock} - {tag:name} - {level} - ',
  ],
  [
    '2026-11-29 19:38:24,733 [myid:] - WARN  [Thread-[myid=1]-1:o.a.z.Manager@401] - Cannot open',
    '{date} {clock} [{thread:text}] - {level} {s1:spaces}[{thread2:text}] - ',
  ],
  ['[1795563615.123] INFO it works', '[{epoch}] {level} '],
  ['[ERROR] no time at all', '[{level}] '],
  ['plain words and more', null],
])('reads %j', (line, header) =>
  expect(guessHeaders([line])).toEqual(header === null ? [] : [header]),
);

it('lists the frequent headers, the longest first', () => {
  const lines = [
    ...Array.from(
      { length: 50 },
      (_, at) => `2026-11-29 15:43:${10 + (at % 50)} INFO it works ${at}`,
    ),
    ...Array.from({ length: 9 }, () => '2026-11-29 15:43:27 INFO [main] it works'),
    '15:43:27 rare one',
  ];
  expect(guessHeaders(lines)).toEqual([
    '{date} {clock} {level} [{thread:text}] ',
    '{date} {clock} {level} ',
  ]);
});
