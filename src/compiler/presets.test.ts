// Each preset reads real lines of its programs into records with their times and levels.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile, openDiagnosis } from '../engine/index.ts';
import { encode } from '../engine/lines/bytes.ts';
import { entry, smallCatalog } from '../../tests/helpers/small-catalog.ts';
import type { Catalog } from '../model/catalog.ts';
import type { LogFormat } from '../model/schemas/log-format.ts';
import type { Report } from '../model/report.ts';
import { buildCatalog } from './build-catalog.ts';

const { presets } = openSampleContent();
const { formats } = buildCatalog(openSampleContent());
const NOW = Date.parse('2026-12-01T00:00:00Z');

/** Create the catalog of a product with the least that a product can have. */
function catalogOf(format: LogFormat, texts: readonly string[]): Catalog {
  const catalog = smallCatalog([]);
  return {
    ...catalog,
    formats,
    products: [
      {
        ...format,
        id: 'thing',
        catalogs: ['agent'],
        plain: ['agent'],
        foreign: [],
        common: [],
        'not-logged': [],
        programs: ['thing'],
        helpers: [],
        names: ['thing'],
        siblings: {},
        tags: [],
        'own-values': [],
        problem: 'WARNING',
        milestones: { trying: [], stopping: [], restarting: [] },
        asks: {},
      },
    ],
    entries: texts.map((text, index) => entry(`agent/m${index}`, text, { role: 'cause' })),
  };
}

function diagnose(catalog: Catalog, log: string, isFast: boolean): Report {
  const diagnosis = openDiagnosis(compile(catalog), { now: NOW }, isFast);
  diagnosis.push(encode(log));
  return diagnosis.close();
}

/** A finding as `entries LEVEL time count rest`, in the order of the entries. */
const shown = ({ findings }: Report): string[] =>
  findings
    .map(({ chain, level, first, count, rest }) =>
      `${chain.map(({ entry }) => entry.slice(6)).join('>')} ${level} ${first} ${count} ${rest ?? ''}`.trim(),
    )
    .sort();

interface Sample {
  preset: string;
  /** Templates of messages. */
  known: string[];
  log: string;
  /** The findings. */
  found: string[];
  /** The texts of unknown problems. */
  unknown: string[];
}

const SAMPLES: Sample[] = [
  {
    preset: 'nginx',
    known: [
      'open() "{path}" failed ({errno:int}: No such file or directory), client: {client:word}, {rest}',
      'bind() to {addr} failed (98: Address already in use)',
    ],
    log: `2026/11/29 15:43:35 [notice] 20822#20822: nginx/1.26.3
2026/11/29 15:43:36 [error] 20824#20824: *1 open() "/srv/missing" failed (2: No such file or directory), client: 127.0.0.1, server: , request: "GET /missing HTTP/1.1", host: "127.0.0.1:18080"
2026/11/29 15:43:36 [error] 20824#20824: *2 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: "GET /up HTTP/1.1", upstream: "http://127.0.0.1:18099/up", host: "127.0.0.1:18080"
2026/11/29 15:43:36 [info] 20824#20824: *2 client 127.0.0.1 closed keepalive connection
2026/11/29 15:43:36 [strange] 20824#20824: *4 access forbidden by rule, client: 127.0.0.1
2026/11/29 15:43:37 [emerg] 20862#20862: bind() to 127.0.0.1:18080 failed (98: Address already in use)
nginx: [emerg] bind() to 127.0.0.1:18080 failed (98: Address already in use)
`,
    found: ['m0 ERROR 2026-11-29T15:43:36 1', 'm1 CRITICAL 2026-11-29T15:43:37 2'],
    unknown: ['connect() failed'],
  },
  {
    preset: 'postgresql',
    known: [
      'relation "{name:text}" does not exist at character {at:int}',
      'role "{name:text}" does not exist',
      'duplicate key value violates unique constraint "{name:text}"\nDETAIL:  {detail:rest}',
      'could not bind IPv4 address "{addr:addr}": Address already in use',
    ],
    log: `2026-11-29 15:43:24.518 UTC [20727] LOG:  database system is ready to accept connections
2026-11-29 15:43:26.798 UTC [20736] ERROR:  relation "nope" does not exist at character 15
2026-11-29 15:43:26.798 UTC [20736] STATEMENT:  select * from nope
2026-11-29 15:43:26.907 UTC [20738] nouser@nodb FATAL:  role "nouser" does not exist
2026-11-29 15:43:27.026 UTC [20740] ERROR:  column "x" does not exist at character 16
2026-11-29 15:43:27.026 UTC [20740] STATEMENT:  select 1
	where x = 3
2026-11-29 15:43:27.049 UTC [20728] LOG:  shutting down
2026-11-29 15:43:28 UTC [20741]: [3-1] user=app,db=shop,app=psql,client=10.0.0.5 ERROR:  relation "old" does not exist at character 15
2026-11-29 15:43:29 UTC:10.0.0.5(43211):app@shop:[20742]:FATAL:  role "app" does not exist
2026-11-29 21:45:18.174 UTC [31090] ERROR:  duplicate key value violates unique constraint "item_pkey"
2026-11-29 21:45:18.174 UTC [31090] DETAIL:  Key (id)=(1) already exists.
2026-11-29 21:45:18.174 UTC [31090] STATEMENT:  insert into item
	 values (1,chr(98))
2026-11-29 21:45:23.057 UTC [31239] LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
2026-11-29 21:45:23.057 UTC [31239] HINT:  Is another postmaster already running on port 4845? If not, wait a few seconds and retry.
2026-11-29 15:43:30 UTC [20743]: LOG:  role "other" does not exist
`,
    found: [
      'm0 ERROR 2026-11-29T15:43:26 2',
      'm1 CRITICAL 2026-11-29T15:43:26 2',
      'm1 INFO 2026-11-29T15:43:30 1',
      'm2 ERROR 2026-11-29T21:45:18 1',
      'm3 INFO 2026-11-29T21:45:23 1',
    ],
    unknown: ['column'],
  },
  {
    preset: 'redis',
    known: [
      'Failed listening on port {port:int} (tcp), aborting.',
      'Received SIGTERM scheduling shutdown...',
    ],
    log: `20902:C 29 Nov 2026 15:43:40.317 * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo
20902:signal-handler (1795967024) Received SIGTERM scheduling shutdown...
20902:M 29 Nov 2026 15:43:44.409 * User requested shutdown...
20940:M 29 Nov 2026 15:43:44.428 # Warning: Could not create server TCP listening socket 10.255.255.1:16379: bind: Cannot assign requested address
20940:M 29 Nov 2026 15:43:44.428 # Failed listening on port 16379 (tcp), aborting.
`,
    found: ['m0 WARNING 2026-11-29T15:43:44 1', 'm1 null 2026-11-29T15:43:44 1'],
    unknown: ['Could not create server'],
  },
  {
    preset: 'logfmt',
    known: ['failed to load config: {cause}', 'Starting worker'],
    log: `time="2026-11-24T22:40:15+09:00" level=info msg="Starting worker"
time="2026-11-24T22:40:16+09:00" level=error msg="failed to load config" err="toml: line 3: expected key separator '='"
time="2026-11-24T22:40:17+09:00" level=fatal msg="Post \\"https://queue.example.com/v1/jobs\\": context deadline exceeded"
ts=2026-11-24T22:40:18.123Z level=warn component=db msg=gone
`,
    found: [
      "m0 ERROR 2026-11-24T22:40:16 1 toml: line 3: expected key separator '='",
      'm1 INFO 2026-11-24T22:40:15 1',
    ],
    unknown: ['context deadline exceeded', 'gone'],
  },
  {
    preset: 'json-lines',
    known: ['failed to load config: open {path}: {cause}', 'listening failed: {cause}'],
    log: `{"level":"info","ts":1795563615.123,"caller":"server/main.go:31","msg":"starting","version":"1.4.2"}
{"level":"error","ts":1795563616.456,"caller":"server/main.go:44","msg":"failed to load config: open config.toml: permission denied","stacktrace":"main.main\\n\\t/src/main.go:44"}
{"level":"error","time":1795563617,"error":"open x: permission denied","message":"failed to load config"}
{"name":"api","hostname":"web01","pid":312,"level":50,"err":{"message":"listen EADDRINUSE","stack":"Error: listen"},"msg":"listening failed","time":"2026-11-24T22:40:18.123Z","v":0}
{"level":"warn","time":1795563617123,"msg":"nobody knows this"}
{"t":{"$date":"2026-11-24T22:40:19.123+00:00"},"s":"E","c":"NETWORK","id":20568,"ctx":"l","msg":"listening failed","attr":{"error":"SocketException: in use"}}
{"message":"listening failed","context":{},"level":400,"level_name":"ERROR","channel":"app","datetime":"2026-11-24T22:40:20.1+00:00"}
`,
    found: [
      'm0 ERROR 2026-11-24T23:40:16 2 permission denied',
      'm1 ERROR 2026-11-24T22:40:18 1 listen EADDRINUSE',
      'm1 ERROR 2026-11-24T22:40:19 1 SocketException: in use',
      'm1 ERROR 2026-11-24T22:40:20 1',
    ],
    unknown: ['nobody knows this'],
  },
  {
    preset: 'java',
    known: [
      'Web server failed to start. Port {port:int} was already in use.',
      'Failed to initialize connector [{name:text}]',
      'no config',
      'Request failed',
      'Pool of the database is empty',
      'java.net.UnknownHostException: {host:host}',
    ],
    log: `2026-11-24T22:40:15.123+09:00  INFO 4711 --- [           main] com.example.Application                  : Starting Application v1.4.2 using Java 21
2026-11-24T22:40:16.123+09:00 ERROR 4711 --- [           main] o.s.b.d.LoggingFailureAnalysisReporter   : Web server failed to start. Port 8080 was already in use.
2026-11-24T22:40:17.123+09:00  WARN 4711 --- [pool-1-thread-1] c.z.h.pool.HikariPool                    : Connection refused
java.net.ConnectException: no config
	at java.base/java.net.InetAddress.getAllByName0(InetAddress.java:1524)
Caused by: java.net.UnknownHostException: db.internal: Name or service not known
24-Nov-2026 22:40:18.123 SEVERE [main] org.apache.catalina.core.StandardService.initInternal Failed to initialize connector [Connector[HTTP/1.1-8080]]
	java.net.BindException: Address already in use
2026-11-24 22:40:19,123 [main] ERROR com.example.Loader - no config
2026-11-29 21:39:53,789 [main] INFO Shop - Starting
2026-11-29 21:39:53,897 [main] SEVERE Shop - Request failed
java.lang.IllegalStateException: Order 4711 cannot be loaded
	at Shop.load(Shop.java:14)
	at Shop.main(Shop.java:19)
Caused by: java.io.IOException: Pool of the database is empty
	at Shop$Pool.connect(Shop.java:7)
	... 2 more
	Suppressed: java.io.IOException: no config
		at Shop$Pool.close(Shop.java:9)
		... 3 more
	Caused by: java.io.FileNotFoundException: no config
		... 4 more
Caused by: java.net.UnknownHostException: db.internal.invalid
	at java.base/sun.nio.ch.NioSocketImpl.connect(NioSocketImpl.java:572)
	... 3 more

2026-11-29 21:39:53,908 [main] SEVERE Shop - Request failed
java.net.BindException: Address already in use
	at java.base/sun.nio.ch.Net.bind0(Native Method)
	at Shop.main(Shop.java:20)

2026-11-29 21:39:53,909 [main] INFO Shop - Going down
Exception in thread "main" java.lang.RuntimeException: java.lang.NumberFormatException: For input string: "x1"
	at Shop.main(Shop.java:22)
Caused by: java.lang.NumberFormatException: For input string: "x1"
	at java.base/java.lang.NumberFormatException.forInputString(NumberFormatException.java:67)
	... 1 more
`,
    found: [
      'm0 ERROR 2026-11-24T22:40:16 1',
      'm1 ERROR 2026-11-24T22:40:18 1',
      'm2 ERROR 2026-11-24T22:40:19 1',
      'm3 ERROR 2026-11-29T21:39:53 1 java.net.BindException: Address already in use',
      'm3>m4>m5 ERROR 2026-11-29T21:39:53 1',
    ],
    unknown: ['Connection refused', 'java.lang.NumberFormatException: For input string'],
  },
  {
    preset: 'python',
    known: [
      'could not read',
      'disk {path} is full',
      "FileNotFoundError: [Errno 2] No such file or directory: '{path}'",
    ],
    log: `WARNING:root:disk /var is full
ERROR:app.db:failed
2026-11-29 15:43:27,805 - app - ERROR - could not read
Traceback (most recent call last):
  File "<stdin>", line 6, in <module>
FileNotFoundError: [Errno 2] No such file or directory: '/nope'
2026-11-29 15:43:28,000 INFO worker started
[2026-11-29 15:43:29 +0000] [7] [ERROR] disk /tmp is full
2026-11-29 21:39:54,515 - app - ERROR - could not read
Traceback (most recent call last):
  File "/srv/app.py", line 7, in load
    return open('/nope/settings.json')
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: '/nope/settings.json'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/srv/app.py", line 12, in fetch
    load()
RuntimeError: no settings

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/srv/app.py", line 14, in fetch
    return {}['region']
           ~~^^^^^^^^^^
KeyError: 'region'
2026-11-29 21:39:55,519 - app - INFO - going down
Traceback (most recent call last):
  File "/srv/app.py", line 23, in <module>
    int('x1')
ValueError: invalid literal for int() with base 10: 'x1'
`,
    found: [
      'm0>m2 ERROR 2026-11-29T15:43:27 2',
      'm1 ERROR 2026-11-29T15:43:29 1',
      'm1 WARNING null 1',
    ],
    unknown: ['failed', 'ValueError: invalid literal for int() with base'],
  },
  {
    preset: 'syslog',
    known: ['disk {path} is full', 'started'],
    log: `Nov 29 15:43:27 web01 thing[312]: started
Nov 29 15:43:28 web01 sshd[1]: disk /root is full
Nov 29 15:43:29 web01 thing[312]: disk /var is full
Dec  9 15:43:29 web01 thing[312]: disk /var is full
Nov 29 15:43:29 web01 thing[312]: nobody knows this
`,
    found: ['m0 null 2026-11-29T15:43:29 2', 'm1 null 2026-11-29T15:43:27 1'],
    unknown: [],
  },
  {
    preset: 'go-tags',
    known: ['disk {path} is full'],
    log: `2026/11/29 15:43:27 main.go:12: WARNING <main> disk /var is full
2026/11/29 15:43:28 ERROR <main> nobody knows this
panic: runtime error: invalid memory address

goroutine 1 [running]:
`,
    found: ['m0 WARNING 2026-11-29T15:43:27 1'],
    unknown: ['nobody knows this'],
  },
];

it('has samples of every preset', () =>
  expect(SAMPLES.map(({ preset }) => preset).sort()).toEqual(presets.map(({ slug }) => slug)));

it.each(SAMPLES)('$preset', ({ preset, known, log, found, unknown }) => {
  const format = presets.find(({ slug }) => slug === preset)?.yaml as LogFormat;
  const catalog = catalogOf(format, known);
  const report = diagnose(catalog, log, true);
  expect(shown(report)).toEqual(found);
  expect(report.unknown.map(({ template }) => template)).toEqual(
    unknown.map((text) => expect.stringContaining(text)),
  );
  expect(diagnose(catalog, log.repeat(30), true)).toEqual(diagnose(catalog, log.repeat(30), false));
});

it('adds the lines with details and the frames of a trace to the record before', () => {
  const linesOf = (preset: string, text: string): (readonly number[])[] => {
    const sample = SAMPLES.find((one) => one.preset === preset);
    const format = presets.find(({ slug }) => slug === preset)?.yaml as LogFormat;
    const report = diagnose(catalogOf(format, [text]), sample?.log ?? '', true);
    return report.findings.map(({ lines }) => lines);
  };
  expect(linesOf('postgresql', 'could not bind IPv4 address "{a:addr}": {cause}')).toEqual([
    [15, 16],
  ]);
  expect(linesOf('java', 'java.net.UnknownHostException: {host:host}')).toEqual([
    [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25],
  ]);
});

it.each([
  ['redis', (second: number) => `7:M 29 Nov 2026 15:43:${second}.001 # disk /var is full`],
  ['syslog', (second: number) => `Nov 29 15:43:${second} web01 thing[312]: disk /var is full`],
  [
    'json-lines',
    (second: number) => `{"level":40,"time":${1795563600 + second},"msg":"disk /var is full"}`,
  ],
])('reads a log of %s that lists its newest line first', (preset, line) => {
  const format = presets.find(({ slug }) => slug === preset)?.yaml as LogFormat;
  const log = [40, 30, 20, 10].map(line).join('\n');
  const [finding] = diagnose(catalogOf(format, ['disk {path} is full']), log, true).findings;
  expect([finding?.first?.slice(-2), finding?.last?.slice(-2)]).toEqual(['10', '40']);
});

it.each([
  ['{date} {s:spaces}{clock} {pid:int} [{level}] ', '2026-03-02  4:12:10 0 [ERROR] it is full'],
  ['{pid:int}:{year}{month-number}{day}:{clock} ', '2147:20260302:041210.123 it is full'],
  ['{level}{year}{month-number}{day} {clock} ', 'ERROR20260302 04:12:10.123456 it is full'],
])('reads the time of %s', (header, line) => {
  const catalog = catalogOf({ headers: [header], continues: [] }, ['it is full']);
  for (const isFast of [true, false])
    expect(diagnose(catalog, `${line}\n`.repeat(30), isFast).findings).toMatchObject([
      { first: '2026-03-02T04:12:10', count: 30 },
    ]);
});

const ENVELOPES: Record<string, (line: string) => string> = {
  journald: (line) => `Nov 29 15:50:00 web01 thing[312]: ${line}`,
  'journald short-iso': (line) => `2026-11-29T15:50:00+0900 web01 thing[312]: ${line}`,
  CRI: (line) => `2026-11-29T15:50:00.123456789Z stderr F ${line}`,
  'docker compose': (line) => `thing-1  | ${line}`,
  'docker json-file': (line) =>
    JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-29T15:50:00Z' }),
  'grep -n': (line) => `12:${line}`,
  'an email': (line) => `> ${line}`,
};

// The lines of the preset syslog are in an envelope already.
const OWN_HEADERS = SAMPLES.filter(({ preset }) => preset !== 'syslog');

it.each(
  OWN_HEADERS.flatMap((sample) =>
    Object.entries(ENVELOPES).map(([envelope, wrap]) => ({ ...sample, envelope, wrap })),
  ),
)('$preset in the envelope of $envelope', ({ preset, known, log, found, wrap }) => {
  const format = presets.find(({ slug }) => slug === preset)?.yaml as LogFormat;
  const report = diagnose(catalogOf(format, known), log.replace(/^.+$/gm, wrap), true);
  // A line without a time takes the time of its envelope.
  const withoutTime = (line: string): string => line.replace(/ (?:null|2026-11-29T15:50:00) /, ' ');
  expect(shown(report).map(withoutTime)).toEqual(found.map(withoutTime));
});

it.each(SAMPLES)('reads damaged lines of $preset alike with and without caches', (sample) => {
  const format = presets.find(({ slug }) => slug === sample.preset)?.yaml as LogFormat;
  const catalog = catalogOf(format, sample.known);
  const line = fc.tuple(fc.constantFrom(...sample.log.split('\n')), fc.nat(200), fc.nat(30));
  const damaged = fc
    .array(line, { minLength: 5, maxLength: 30 })
    .map((lines) => lines.map(([text, end, from]) => text.slice(from < 5 ? from : 0, end + 30)));
  fc.assert(
    fc.property(damaged, (lines) => {
      const log = lines.join('\n');
      expect(diagnose(catalog, log, true)).toEqual(diagnose(catalog, log, false));
    }),
    { numRuns: 10 },
  );
});
