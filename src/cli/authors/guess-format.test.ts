import { expect, it } from 'vitest';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { buildCatalog } from '../../compiler/index.ts';
import { describeGuess, guessFormat } from './guess-format.ts';

const content = openSampleContent();
const { formats } = buildCatalog(content);
const guess = (log: string) => guessFormat(log, 'thing', content.presets, formats);

it.each([
  [
    'nginx',
    `2026/11/29 15:43:35 [notice] 20822#20822: nginx/1.26.3
2026/11/29 15:43:36 [error] 20824#20824: *1 open() "/srv/missing" failed (2: No such file or directory)
`,
  ],
  [
    'postgresql',
    `2026-11-29 15:43:24.518 UTC [20727] LOG:  database system is ready to accept connections
2026-11-29 15:43:26.798 UTC [20736] ERROR:  relation "nope" does not exist at character 15
2026-11-29 15:43:26.798 UTC [20736] STATEMENT:  select * from nope
`,
  ],
  [
    'redis',
    `20902:C 29 Nov 2026 15:43:40.317 * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo
20940:M 29 Nov 2026 15:43:44.428 # Failed listening on port 16379 (tcp), aborting.
`,
  ],
  ['logfmt', 'time="2026-11-24T22:40:15+09:00" level=info msg="Starting worker"\n'],
  ['json-lines', '{"level":"info","ts":1795563615.123,"msg":"starting","version":"1.4.2"}\n'],
  [
    'java',
    `2026-11-24T22:40:15.123+09:00  INFO 4711 --- [           main] com.example.Application                  : Starting
2026-11-24T22:40:17.123+09:00  WARN 4711 --- [pool-1-thread-1] c.z.h.pool.HikariPool                    : refused
java.net.ConnectException: no config
	at java.base/java.net.InetAddress.getAllByName0(InetAddress.java:1524)
`,
  ],
  [
    'python',
    `2026-11-29 15:43:27,805 - app - ERROR - could not read
Traceback (most recent call last):
FileNotFoundError: [Errno 2] No such file or directory: '/nope'
`,
  ],
  ['go-tags', '2026/11/29 15:43:28 ERROR <main> nobody knows this\n'],
  ['syslog', 'Nov 29 15:43:27 web01 thing[312]: started\n'],
])('chooses the preset %s', (preset, log) => expect(guess(log)?.preset).toBe(preset));

it.each([
  [
    '{level}: ',
    `Nov 30, 2026 4:48:35 AM org.apache.catalina.util.LifecycleBase handleSubClassException
SEVERE: Failed to initialize component [Connector["http-nio-4825"]]
org.apache.catalina.LifecycleException: Protocol handler initialization failed
	at org.apache.catalina.connector.Connector.initInternal(Connector.java:1285)
Caused by: java.net.BindException: Address already in use
	... 8 more
Nov 30, 2026 4:48:35 AM org.apache.catalina.core.StandardService startInternal
INFO: Starting service [Tomcat]
`,
  ],
  [
    '{date} {clock} [{thread:text}] - {level} {s1:spaces}[{thread2:text}] - ',
    `2026-11-29 19:37:50,417 [myid:] - INFO  [main:o.a.z.s.ZooKeeperServerMain@123] - Starting server
2026-11-29 19:38:14,093 [myid:] - ERROR [main:o.a.z.s.ZooKeeperServerMain@87] - Unexpected exception, exiting abnormally
java.net.BindException: Address already in use
	at java.base/sun.nio.ch.Net.bind0(Native Method)
`,
  ],
])('reads the stack traces below the header %s', (header, log) => {
  expect(guess(log)?.preset).toBe('java');
  expect(guess(log)?.guessed?.headers).toContain(header);
});

const PLAIN = `2026-11-29 15:43:24.518 UTC [20727] LOG:  database system is ready to accept connections
2026-11-29 15:43:26.798 UTC [20736] ERROR:  relation "nope" does not exist at character 15
2026-11-29 15:43:26.798 UTC [20736] STATEMENT:  select * from nope
`;

it.each([
  ['journald', 'Nov 29 15:43:27 db1 thingd[28903]: [5-1] ', ['thing', 'thingd']],
  ['docker compose', 'db-1  | ', ['thing']],
  ['a container runtime', '2026-11-29T15:43:29.119000000Z stdout F ', ['thing']],
])('finds the format below what %s adds, and the names of the program', (_, added, programs) =>
  expect(guess(PLAIN.replace(/^(?=.)/gm, added))).toMatchObject({
    preset: 'postgresql',
    read: 2,
    leveled: 2,
    continued: 1,
    lines: 3,
    programs,
  }),
);

it('reads only the lines of the program, if lines name programs', () =>
  expect(
    guess(`Nov 29 15:43:27 db1 cron[7]: (root) CMD (true)
Nov 29 15:43:28 db1 thing[9]: 2026-11-29 15:43:28 ERROR it failed
`),
  ).toMatchObject({ read: 1, leveled: 1, lines: 1, programs: ['thing'] }));

it('does not take words before a colon for names of programs', () =>
  expect(
    guess(`2026-03-02T04:12:09.123Z [INFO]  agent: started
2026-03-02T04:12:10.123Z [ERROR] agent.sync: no leader
2026-03-02T04:12:11.123Z [WARN]  agent: critical
`),
  ).toMatchObject({ read: 3, leveled: 3, lines: 3, programs: ['thing'] }));

it('guesses headers that no preset has', () => {
  const found = guess(`[1795563615.123] (ERROR) disk /var is full
[1795563616.456] (INFO) disk /var is not full
  of the same record
`);
  expect(found).toMatchObject({ preset: null, read: 2, leveled: 2, lines: 3 });
  expect(found && describeGuess(found)).toBe(
    'headers [{epoch}] ({level}) : 3 of 3 lines are read: 2 messages, 2 of them with a level, and 1 lines below one',
  );
});

it('prefers a format that reads the levels, and says so if none does', () => {
  expect(guess('2026-11-29 15:43:27 UTC [7] LOG:  ready\n')?.preset).toBe('postgresql');
  const found = guess('2026-11-29 15:43:27 [7] it works\n');
  expect(found?.leveled).toBe(0);
  expect(found && describeGuess(found)).toContain('\nWithout levels, only the messages');
});

it('does not guess a header if the lines have none', () =>
  expect(guess('hello there\nhow are you\n')).toBeNull());
