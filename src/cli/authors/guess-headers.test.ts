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
    '{date} {clock} {zone:word} [{pid:int}] {level}: {s1:spaces}',
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
  [
    '[Mon Mar 02 04:12:10.123456 2026] [proxy:error] [pid 12:tid 140] (111)Connection refused',
    '[{weekday:word} {month} {day} {clock} {year}] [{thread:text}:{level}] [{thread2:text}] ',
  ],
  ['[2026-03-02 04:12:09] production.ERROR: no route', '[{date} {clock}] {thread:text}.{level}: '],
  [
    '[2026-03-02 04:12:09,123: ERROR/MainProcess] cannot connect',
    '[{date} {clock}: {level}/{thread:word}] ',
  ],
  ['[04:12:11] [Server thread/WARN]: overloaded', '[{clock}] [{thread:text}/{level}]: '],
  ['2026-03-02  4:12:10 0 [ERROR] it is locked', '{date} {s:spaces}{clock} {pid:int} [{level}] '],
  [
    '  2147:20260302:041212.001 no active checks on server',
    ' {s1:spaces}{pid:int}:{year}{month-number}{day}:{clock} ',
  ],
  [
    '2026-03-02 04:12:09.123 | ERROR    | app.db:connect:88 - no answer',
    '{date} {clock} | {level} {s1:spaces}| {place:word} - ',
  ],
  [
    'Mar 02 04:12:10 imap(a)<12>: Error: stat failed',
    '{month} {day} {clock} {thread:word}: {level}: ',
  ],
  ['2026-03-02T04:12:10Z ERROR sink{id=1}: app::builder: it failed', '{stamp} {level} '],
  ['plain words and more', null],
])('reads %j', (line, header) =>
  expect(guessHeaders([line]).headers).toEqual(header === null ? [] : [header]),
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
  expect(guessHeaders(lines).headers).toEqual([
    '{date} {clock} {level} [{thread:text}] ',
    '{date} {clock} {level} ',
  ]);
});

it.each([
  [
    'E0302 04:12:10.123456       1 kubelet.go:2855] network not ready',
    '{level}{month-number}{day} {clock} {s1:spaces}{pid:int} {place:word}] ',
  ],
  ['2026-03-02T04:12:19Z E! [agent] it failed', '{stamp} {level}! [{thread:text}] '],
  ['2026-03-02 04:12:10.123456 W | it took too long', '{date} {clock} {level} | '],
])('knows the levels that letters stand for in %j', (line, header) => {
  const { headers, levels } = guessHeaders([line]);
  expect(headers).toEqual([header]);
  expect(levels).toMatchObject({ ERROR: ['E'], WARNING: ['W'] });
});

it('takes no letter for the level if the level is written out', () =>
  expect(guessHeaders(['E, [2026-03-02T04:12:10.123456 #12] ERROR -- : it failed'])).toEqual({
    headers: ['{letter:word}, [{stamp} #{pid:int}] {level} -- : '],
  }));

it('takes a word before a colon for a part of the header only if most lines have one', () => {
  const rare = ['INFO spawned: web', 'INFO stopping web', 'INFO waiting for web'];
  const usual = ['INFO db: open', 'INFO web: started', 'INFO web: stopped'];
  const headersOf = (lines: string[]) => guessHeaders(lines).headers;
  expect(headersOf(rare)).toEqual(['{level} ']);
  expect(headersOf(usual)).toEqual(['{level} {tag:name}: ']);
});

it('reads unknown words in place of a level, and columns of any width', () =>
  expect(
    guessHeaders(['[System] [x] ready', '[ERROR]  [y] locked', '[ERROR] [z] aborting']).headers,
  ).toEqual(['[{level}] {s1:spaces}[{thread:text}] ']));
