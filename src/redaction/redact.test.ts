import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { openDiagnosis } from '../engine/products/open-diagnosis.ts';
import { compile } from '../engine/products/matcher.ts';
import { processorTime } from '../../tests/helpers/processor-time.ts';
import { withoutPrivateValues } from '../../tests/helpers/without-private-values.ts';
import { redact } from './redact.ts';
import type { Report } from '../model/report.ts';

const matcher = compile(buildCatalog(openSampleContent()));
const clean = (text: string): string => redact(matcher, text).redacted;

function diagnose(text: string): Report {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(text));
  return diagnosis.close();
}

describe('replaces', () => {
  it.each([
    ['an address', 'dial tcp 192.168.10.5:443: connect', 'dial tcp ip-1:443: connect'],
    [
      'both ends of a connection',
      'read tcp 172.20.4.18:39236->203.0.113.80:443: read',
      'read tcp ip-1:39236->ip-2:443: read',
    ],
    ['a network', 'route 10.20.0.0/16 via 10.20.0.1.', 'route ip-1/16 via ip-2.'],
    ['an IPv6 address', 'dial tcp [2001:db8::25]:443: refused', 'dial tcp [ip-1]:443: refused'],
    [
      'an IPv6 address before a colon',
      'ping fe80::1a2b%eth0: x, 2001:db8:0:1:2:3:4:5: y, ::ffff:10.1.2.3',
      'ping ip-1%eth0: x, ip-2: y, ip-3',
    ],
    ['an address in a file name', 'open /var/backup-192.0.2.7.log', 'open /var/backup-ip-1.log'],
    ['MAC addresses', 'ether 02:42:ac:11:00:02 00-15-5D-01-02-0A', 'ether mac-1 mac-2'],
    ['a mail address', 'ask taro.yamada+ops@example.co.jp now', 'ask mail-1 now'],
    [
      'host name and id',
      'Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 2aBcDeFgHiJ',
      'Start: apibase = https://api.mackerelio.com, hostName = host-1, hostID = id-1',
    ],
    [
      'a host id in a URL',
      'Get "https://api.mackerelio.com/api/v0/hosts/3xTestHost10/metadata?"',
      'Get "https://api.mackerelio.com/api/v0/hosts/id-1/metadata?"',
    ],
    ['a host id alone', '2aBcDeFgHiJ', 'id-1'],
    [
      'custom identifiers',
      'this host = "i-0123456789abcdef0.ec2.amazonaws.com", "13f56399-bd52-4150-9748-7190aae1ff21.virtual_machine.azure.microsoft.com"',
      'this host = "aws-1.ec2.amazonaws.com", "id-1.virtual_machine.azure.microsoft.com"',
    ],
    ['a host by its domain', 'x db1.corp.example.jp y WEB.EXAMPLE.COM.', 'x host-1 y host-2.'],
    [
      'a host that is looked up',
      'dial tcp: lookup proxy on 10.0.0.2:53: no such host',
      'dial tcp: lookup host-1 on ip-1:53: no such host',
    ],
    [
      'a host that is dialled',
      'proxyconnect tcp: dial tcp squid:3128: connect: connection refused',
      'proxyconnect tcp: dial tcp host-1:3128: connect: connection refused',
    ],
    [
      'hosts of a certificate',
      'certificate is valid for *.example.jp, a.example.jp, not api.mackerelio.com',
      'certificate is valid for *.host-1, host-2, not api.mackerelio.com',
    ],
    [
      'a host in the journal',
      'Nov 24 22:41:04 web01 mackerel-agent[312]: x',
      'Nov 24 22:41:04 host-1 mackerel-agent[312]: x',
    ],
    [
      'a host in the journal, ISO times',
      '> 2026-11-24T22:41:04+0900 web01 systemd[1]: x',
      '> 2026-11-24T22:41:04+0900 host-1 systemd[1]: x',
    ],
    [
      'a host of an event',
      'コンピューター:         WEB-A\n<Computer>WEB-B</Computer>',
      'コンピューター:         host-1\n<Computer>host-2</Computer>',
    ],
    [
      'a prompt',
      'alice@web01:~$ ls\n[root@db01 ~]# ls',
      'user-1@host-1:~$ ls\n[root@host-2 ~]# ls',
    ],
    [
      'users in paths',
      '/home/alice/x /Users/bob/y C:\\Users\\Taro Yamada\\z C:\\\\Users\\\\carol\\\\z',
      '/home/user-1/x /Users/user-2/y C:\\Users\\user-3\\z C:\\\\Users\\\\user-4\\\\z',
    ],
    ['a key in TOML', 'apikey = "abcDEF123="\n', 'apikey = "key-1"\n'],
    [
      'a key in an environment variable',
      'PWD=/root\nMACKEREL_APIKEY=abcDEF123=\nHOSTNAME=web01',
      'PWD=/root\nMACKEREL_APIKEY=key-1\nHOSTNAME=host-1',
    ],
    [
      'a key in a URL',
      'Get "https://x.mackerel.io/?apikey=abc123&name=a"',
      'Get "https://x.mackerel.io/?apikey=key-1&name=a"',
    ],
    [
      'a key in a header',
      'curl -H "X-Api-Key: abc123" -H \'Authorization: Bearer abc.def-123\'',
      'curl -H "X-Api-Key: key-1" -H \'Authorization: Bearer token-1\'',
    ],
    [
      'a key in JSON, escaped',
      '{"log":"{\\"apiKey\\": \\"abc123\\"}"}',
      '{"log":"{\\"apiKey\\": \\"key-1\\"}"}',
    ],
    [
      'a key as a flag',
      'mackerel-agent init -apikey=abc123; mackerel-agent -apikey abc124 -v',
      'mackerel-agent init -apikey=key-1; mackerel-agent -apikey key-2 -v',
    ],
    ['a key without context', 'x kR9dZ2mQv8LpT4wXy7BnC1sFh6JgU3eA+o5/iW0aN2c= y', 'x key-1 y'],
    [
      'AWS',
      'AKIAIOSFODNN7EXAMPLE vpc-0a1b2c3d arn:aws:iam::123456789012:role/x aws_secret_access_key = wJalrXUtnFEMI/K7MDENG',
      'aws-1 aws-2 arn:aws:iam::aws-3:role/x aws_secret_access_key = key-1',
    ],
    [
      'tokens',
      'ghp_abcdefghijklmnopqrstuvwxyz0123456789 xoxb-123456789012-abcdef https://hooks.slack.com/services/T0/B0/abc',
      'token-1 token-2 https://host-1/services/token-3',
    ],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123', 'token-1'],
    ['a long JWT', `x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIi${'Oi1'.repeat(300)}.abc`, 'x=token-1'],
    [
      'a key with typographic quotes and no-break spaces',
      'apikey\u00a0=\u00a0“abc123”, hostName\u00a0=\u00a0web01',
      'apikey\u00a0=\u00a0“key-1”, hostName\u00a0=\u00a0host-1',
    ],
    [
      'values after JSON escapes',
      '-\\u003e10.0.0.1 INFO \\u003cspec.cloud\\u003e hostName = web01, \\u003eweb01',
      '-\\u003eip-1 INFO \\u003cspec.cloud\\u003e hostName = host-1, \\u003ehost-1',
    ],
    [
      'a key in colors',
      '\x1b[01;31m\x1b[Kapikey\x1b[m\x1b[K = "abc123"',
      '\x1b[01;31m\x1b[Kapikey\x1b[m\x1b[K = "key-1"',
    ],
    ['a cookie', 'Cookie: a=b; c=d\nnext', 'Cookie: token-1\nnext'],
    [
      'passwords in URLs',
      'parse "http://bob:p@ss:rd@squid:3128": a "http://bob:p/ss@squid:3128": b',
      'parse "http://user-1:password-1@host-1:3128": a "http://user-1:password-2@host-1:3128": b',
    ],
    [
      'passwords in commands',
      '[check-mysql -u mon -p s3cret --password=abc --passwd "xy z" -pS3cret] mysql -ps3cret',
      '[check-mysql -u user-1 -p password-1 --password=password-2 --passwd "password-3" -ppassword-4] mysql -ppassword-1',
    ],
    [
      'passwords in commands in TOML',
      'command = ["x", "--password", "abc", "-u", "bob:xyz1"]',
      'command = ["x", "--password", "password-1", "-u", "user-1:password-2"]',
    ],
    [
      'a header in JSON',
      '{"Authorization":"Bearer abc123","password":["abd"],"n":"x y"}',
      '{"Authorization":"Bearer token-1","password":["password-1"],"n":"x y"}',
    ],
    [
      'passwords in environment variables',
      "PGPASSWORD=s3,cr&et psql; DB_PASS='a b'",
      "PGPASSWORD=password-1 psql; DB_PASS='password-2'",
    ],
    [
      'passwords in YAML',
      'password: abc\n  token: "def"',
      'password: password-1\n  token: "token-1"',
    ],
    [
      'passwords of containers',
      '{"name":"DB_PASSWORD","value":"abc"},{"value":"x y","name":"a"},{"value":"abd","name":"DB_TOKEN"}',
      '{"name":"DB_PASSWORD","value":"password-1"},{"value":"x y","name":"a"},{"value":"token-1","name":"DB_TOKEN"}',
    ],
    [
      'passwords of containers in YAML',
      '- name: MYSQL_PASSWORD\n  value: abc\n- name: LANG\n  value: C\n- name: DB_HOST\n  value: dbprd01',
      '- name: MYSQL_PASSWORD\n  value: password-1\n- name: LANG\n  value: C\n- name: DB_HOST\n  value: host-1',
    ],
    [
      'labels in Japanese',
      'パスワード：abc！、ホスト名：webprd01\nユーザー名：CORP\\tanaka APIキー: a1b2',
      'パスワード：password-1！、ホスト名：host-1\nユーザー名：host-2\\user-1 APIキー: key-1',
    ],
    [
      'secrets in environment variables',
      'REDIS_AUTH=abc SECRET_KEY_BASE=abd BASIC_AUTH="u:pw"',
      'REDIS_AUTH=key-1 SECRET_KEY_BASE=key-2 BASIC_AUTH="key-3"',
    ],
    [
      'flags that take a secret in one command only',
      'ldapsearch -x -w abc; snmpget -v2c -c abd 127.0.0.1; check_snmp -C abe; redis-cli -a abf',
      'ldapsearch -x -w password-1; snmpget -v2c -c password-2 127.0.0.1; check_snmp -C password-3; redis-cli -a password-4',
    ],
    [
      'a login to Oracle',
      'sqlplus -s scott/tiger@//dbprd01:1521/orcl',
      'sqlplus -s user-1/password-1@//host-1:1521/orcl',
    ],
    [
      'a Windows share',
      'net use Z: \\\\fs01\\x /user:CORP\\tanaka abc\nnet use \\\\fs01\\x abc',
      'net use Z: \\\\host-1\\x /user:host-2\\user-1 password-1\nnet use \\\\host-1\\x password-1',
    ],
    [
      'keys in URLs',
      'http://localhost/?key=abc&X-Amz-Signature=0a1b "routing_key": "R0AB"',
      'http://localhost/?key=key-1&X-Amz-Signature=token-1 "routing_key": "key-2"',
    ],
    [
      'hosts by their context',
      'ssh: connect to host gw01 port 22: x; Server=tcp:sql01,1433;Database=x',
      'ssh: connect to host host-1 port 22: x; Server=tcp:host-2,1433;Database=x',
    ],
    [
      'a Windows domain with a user',
      'logon of CORP\\tanaka failed',
      'logon of host-1\\user-1 failed',
    ],
    ['a key after a full-width sign', 'apikey＝abc', 'apikey＝key-1'],
    [
      'a host name in a section name, except the faulty dot',
      '[plugin.checks.www.example.com]',
      '[plugin.checks.host-1.com]',
    ],
    [
      'a private key',
      '-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----\nkey-1\n-----END RSA PRIVATE KEY-----',
    ],
  ])('%s', (_name, text, redacted) => expect(clean(text)).toBe(redacted));

  it('known values where no context announces them', () => {
    expect(
      clean(
        'hostName = web01, x\nsh: web01-data: WEB01 web012\n/home/kato/a\nuser kato, katoh, x.kato.y',
      ),
    ).toBe(
      'hostName = host-1, x\nsh: host-1-data: host-1 web012\n/home/user-1/a\nuser user-1, katoh, x.kato.y',
    );
    expect(clean('MACKEREL_APIKEY=abc-123-def\nit says abc-123-def')).toBe(
      'MACKEREL_APIKEY=key-1\nit says key-1',
    );
  });
});

describe('typed text', () => {
  const typed = (text: string): string => redact(matcher, { typed: text }).redacted.typed;
  const KEY = 'q7wz2k9xv4m1t8b5n3c6h0j7g2f9d4s1p8l5r3y6u0a2e4';
  const LONG_NAME = 'postMetricValuesWithRetryAndBackoff';

  it('loses any long unbroken word, which a log keeps as a name', () => {
    expect(typed(`the key ${KEY}, ${'a1'.repeat(16)}= and ${'7'.repeat(32)}`)).toBe(
      'the key key-1, key-2 and key-3',
    );
    expect(clean(`x ${LONG_NAME} y`)).toBe(`x ${LONG_NAME} y`);
    expect(typed(`x ${LONG_NAME} y`)).toBe('x key-1 y');
  });

  it('keeps names, paths and stand-ins', () => {
    for (const text of [
      '/opt/mackerel-agent/plugins/bin/check-http2',
      'mackerel-agent-plugins-0.88.2-1.amzn2023.x86_64',
      'a'.repeat(31),
      typed(`x ${KEY}`),
    ])
      expect(typed(text)).toBe(text);
  });

  it('hides its secrets in the log too', () => {
    expect(redact(matcher, [`x ${LONG_NAME} y`, { typed: LONG_NAME }]).redacted).toEqual([
      'x key-1 y',
      { typed: 'key-1' },
    ]);
  });
});

describe('keeps', () => {
  it.each([
    'dial tcp 127.0.0.1:6379: connect: connection refused on [::1]:53 and localhost, http://localhost:8080/, 0.0.0.0',
    'Get "http://169.254.169.254/latest/meta-data/instance-id": context deadline exceeded',
    'Post "https://api.mackerelio.com/api/v0/tsdb?": dial tcp: lookup api.mackerelio.com: no such host',
    'dial tcp: lookup api.mackereliio.com on [::1]:53: no such host; https://api.mac',
    '2026/11/24 22:40:19 command.go:785: INFO <spec.cloud> Starting mackerel-agent version:0.87.0, rev:92c7c83, apibase:https://api.mackerelio.com',
    'open /var/lib/mackerel-agent/id: no such file or directory; /etc/mackerel-agent/mackerel-agent.conf; C:\\Program Files\\Mackerel\\mackerel-agent\\id',
    'sudo: a terminal is required to read the password; either use the -S option',
    'apikey must be specified in the config file (or by the DEPRECATED command-line flag)',
    '[check-tcp -p 443 -H localhost] [check-procs -p cron] mackerel-agent -pidfile=/var/run/x.pid docker run -p 80:80',
    'toml: line 1 (last key "apikey"): expected value but found \'“\' instead; plugin.checks.app.command metrics.disk time.Local linux.DiskGenerator',
    'x509: certificate has expired or is not yet valid: current time 2026-11-24T22:41:04+09:00 is after 2026-01-01T00:00:00Z',
    'user@1000.service golang.org/x/net@v0.1.2/http2 sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'password: \npassword=*** token=<TOKEN> apikey = "${MACKEREL_APIKEY}" http://proxy-user:***@localhost:3128'.replace(
      'proxy-user',
      'user-1',
    ),
    'FATAL at Add::Bad 22:41:04 12:30 std::vector 1.2.3 version:10.0.0.1',
    '/home/ubuntu/x /Users/Shared/y root@localhost:~#',
    'snmpwalk .1.3.6.1 1.3.6.1; check-load -w 4,3,2 -c 6,5,4; check-http -w 5 -c 10; {"name":"LANG","value":"ja_JP"}; name: value',
    'NT AUTHORITY\\SYSTEM HKLM\\SOFTWARE {"log":"DONE\\nSTART"} the net use of memory Server: nginx; キー：plugin.checks',
  ])('%s', (text) => expect(redact(matcher, text)).toEqual({ redacted: text, replacements: [] }));

  it('common words, except in a login', () => {
    const log =
      '[7] app@shop FATAL:  password authentication failed for user "app"\nthe app got app@ and x-app@y';
    expect(clean(log)).toBe(
      '[7] user-1@shop FATAL:  password authentication failed for user "user-1"\nthe app got app@ and x-app@y',
    );
  });
  it('words of the messages, even if a host has such a name', () => {
    expect(clean('hostName = agent, x\nthe agent failed')).toBe(
      'hostName = host-1, x\nthe agent failed',
    );
  });
});

describe('stand-ins', () => {
  it('are listed with their values and counted', () => {
    expect(redact(matcher, 'from 10.0.0.1 to 10.0.0.2 to 10.0.0.1').replacements).toEqual([
      { kind: 'ip', standIn: 'ip-1', value: '10.0.0.1', count: 2 },
      { kind: 'ip', standIn: 'ip-2', value: '10.0.0.2', count: 1 },
    ]);
  });
  it('can be left out one by one, without changing the others', () => {
    const text = 'from 10.0.0.1 to 10.0.0.2';
    expect(redact(matcher, text, new Set(['ip-1']))).toEqual({
      redacted: 'from 10.0.0.1 to ip-2',
      replacements: redact(matcher, text).replacements,
    });
  });
  it('skip numbers that are already in the text', () => {
    expect(clean('ip-1 10.0.0.1 ip-3 10.0.0.2 10.0.0.3')).toBe('ip-1 ip-2 ip-3 ip-4 ip-5');
  });
  it('are the same in a report and its log', () => {
    const log =
      '2026/11/24 22:40:19 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 2aBcDeFgHiJ\n2026/11/24 22:41:19 WARNING <command> web01 has lost 2aBcDeFgHiJ\n';
    const report = diagnose(log);
    const {
      redacted: [text, inner],
    } = redact(matcher, [log, report]) as { redacted: readonly [string, Report] };
    expect(text).toContain('host-1 has lost id-1');
    expect(JSON.stringify(report)).toMatch(/web01.*2aBcDeFgHiJ/);
    expect(JSON.stringify(inner)).not.toMatch(/web01|2aBcDeFgHiJ/);
    expect(inner.unknown[0]?.template).toContain('has lost');
    expect(inner.hosts).toEqual(['id-1']);
    expect(withoutPrivateValues(inner)).toEqual(withoutPrivateValues(report));
  });
  it('hide the retired host', () => {
    const report = diagnose(
      '2026/11/24 22:40:19 INFO <main> This host (hostID: 2aBcDeFgHiJ) has been retired.\n',
    );
    expect(report.retired).toEqual({ host: '2aBcDeFgHiJ', at: '2026-11-24T22:40:19' });
    expect((redact(matcher, report).redacted as Report).retired).toEqual({
      host: 'id-1',
      at: '2026-11-24T22:40:19',
    });
  });
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
const of = (alphabet: string, min: number, max = min): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: min, maxLength: max })
    .map((chars) => chars.join(''));
const word = of(letters, 2, 9);
/** Distinctive enough not to occur anywhere by chance. */
const secret = fc
  .tuple(
    of(letters, 3),
    of('0123456789', 3),
    of(letters.toUpperCase(), 3),
    of(`${letters}0123456789`, 4),
  )
  .map((parts) => parts.join(''));
const hex = of('0123456789abcdef', 17);
const octet = fc.integer({ min: 1, max: 254 });
const ip = fc
  .tuple(fc.integer({ min: 1, max: 126 }), octet, octet, octet)
  .map((octets) => octets.join('.'));
const ipv6 = fc
  .array(of('0123456789abcdef', 4), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.join(':'));

/** A secret and the text that contains it. */
const PLANTED: readonly fc.Arbitrary<[string, string]>[] = [
  ...[
    'apikey = "%"',
    'MACKEREL_APIKEY=%',
    'https://api.mackerelio.com/?apikey=%&x=1',
    'X-Api-Key: %',
    '{"apiKey":"%"}',
    '-apikey %',
    'PGPASSWORD=%',
    '--password %',
    '--password=%',
    '-p %',
    'Authorization: Bearer %',
    'http://%:x@proxy:3128',
    'http://x:%@proxy:3128',
    'token: %',
    'hostID = %',
    'hosts/%/metadata',
    'hostName = %, y',
    'lookup % on',
    '/home/%/x',
    'C:\\Users\\%\\x',
    'Nov 24 22:41:04 % systemd[1]: x',
    'https://%/x',
    '%.example.co.jp',
    '%@example.com',
    'AWS_SESSION_TOKEN=%',
    'root@%:~#',
    'dial tcp %:3306',
    'ghp_%%',
  ].map((place) => secret.map((value): [string, string] => [value, place.replaceAll('%', value)])),
  ...[ip, ipv6, hex.map((digits) => `i-${digits}`)].map((values) =>
    values.map((value): [string, string] => [value, value]),
  ),
];
const planted = fc.oneof(...PLANTED);
const noise = fc.oneof(
  word,
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '2026/11/24 22:41:04 WARNING <command> ',
    'dial tcp: ',
    '\n',
    '"',
    'ip-1',
    'host-2',
    'https://',
    'key = ',
    '@',
    '-p ',
    '::',
    '/home/',
    '.example.com',
    'password=',
    '-----BEGIN RSA PRIVATE KEY-----',
    '\\"',
    'hostName = ',
  ),
);

describe('properties', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            noise,
            planted.map(([, text]) => text),
          ),
          { maxLength: 14 },
        ),
        fc.constantFrom('', ' '),
        (pieces, glue) => {
          const once = clean(pieces.join(glue));
          expect(clean(once)).toBe(once);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('lets no planted secret survive', () => {
    fc.assert(
      fc.property(
        fc.array(planted, { minLength: 1, maxLength: 6 }),
        fc.array(word, { minLength: 7, maxLength: 7 }),
        (secrets, words) => {
          const redacted = clean(
            secrets.map(([, text], index) => `${words[index]}\n${text}\n`).join(''),
          );
          for (const [value] of secrets) expect(redacted).not.toContain(value);
        },
      ),
      { numRuns: 1000 },
    );
  });
  it('gives equal values equal stand-ins and different values different ones', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(ip, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(7), { minLength: 1, maxLength: 20 }),
        (values, order) => {
          const used = order.map((index) => values[index % values.length] as string);
          const standIns = clean(used.join(' ')).split(' ');
          const pairs = new Set(used.map((value, index) => `${value} ${standIns[index]}`));
          expect(pairs.size).toBe(new Set(used).size);
          expect(new Set(standIns).size).toBe(new Set(used).size);
        },
      ),
    );
  });
});

/** Count the characters that redaction examines. */
function work(text: string): number {
  let count = 0;
  const { charCodeAt, slice, indexOf, lastIndexOf, startsWith } = String.prototype;
  const { test, exec } = RegExp.prototype;
  Object.assign(String.prototype, {
    charCodeAt(this: string, at: number) {
      count++;
      return charCodeAt.call(this, at);
    },
    slice(this: string, from?: number, to?: number) {
      const piece = slice.call(this, from, to);
      count += piece.length;
      return piece;
    },
    startsWith(this: string, wanted: string, from?: number) {
      count += wanted.length;
      return startsWith.call(this, wanted, from);
    },
    indexOf(this: string, wanted: string, from = 0) {
      const found = indexOf.call(this, wanted, from);
      count += (found < 0 ? this.length : found) - from;
      return found;
    },
    lastIndexOf(this: string, wanted: string, from = this.length) {
      const found = lastIndexOf.call(this, wanted, from);
      count += from - found;
      return found;
    },
  });
  Object.assign(RegExp.prototype, {
    test(this: RegExp, subject: string) {
      count += subject.length;
      return test.call(this, subject);
    },
    exec(this: RegExp, subject: string) {
      const from = this.global ? this.lastIndex : 0;
      const match = exec.call(this, subject);
      count += (this.global && match ? this.lastIndex : subject.length) - from;
      return match;
    },
  });
  try {
    redact(matcher, text);
  } finally {
    Object.assign(String.prototype, { charCodeAt, slice, indexOf, lastIndexOf, startsWith });
    Object.assign(RegExp.prototype, { test, exec });
  }
  return count;
}

describe('linear growth', () => {
  const HOSTILE: Record<string, string> = {
    letters: 'a',
    digits: '1',
    dots: '1.',
    colons: 'a:',
    'double colons': '::',
    addresses: '1.1.1.1-',
    'at signs': 'a@',
    slashes: '/home/',
    URLs: 'http://',
    'URLs with colons': 'http://a:b',
    flags: ' -p',
    names: 'password=',
    'names and colons': 'token: ',
    keys: 'aB1/',
    'private keys': '-----BEGIN RSA PRIVATE KEY-----',
    quotes: 'apikey="',
    backslashes: '\\',
    domains: 'CORP\\tanaka ',
    'pairs by name': '"name":"DB_PASSWORD",',
    'pairs by value': '"value":"',
    labels: 'パスワード：',
    shares: 'net use \\\\',
    logins: 'sqlplus a/b',
    'flags of commands': 'snmpget -c ',
    headings: '[plugin.a.com',
    hyphens: 'a-',
    months: 'Nov 24 22:41:04 ',
    lookups: 'lookup ',
    JWTs: 'eyJabcdefgh.',
    learned: 'hostName = web-web-web-web-1, web-',
    line: '2026/11/24 22:40:19 INFO <command> Start: hostName = web01, 10.0.0.1\n',
    ampersands: '&a',
    Japanese: 'コンピューター: ',
    commas: 'PASS=a,',
    accounts: 'for user a ',
    'printed texts': 'echo a | ',
    ARNs: 'arn:aws:s3:::a/',
    roles: 'roles = ["a:b",',
    'remote logins': 'ssh -p ssh ',
    'remote options': 'ssh -v -v ',
    'user@host': 'ssh a@b',
    'mounted shares': '//a/b c cifs ',
    honorifics: '田中様',
    persons: '氏名：田中 ',
    'Oracle addresses': 'jdbc:oracle:thin:a/b',
    Secrets: 'kind: Secret\ndata:\n a: b\n',
    documents: 'kind: Secret\n---\n',
    proxies: 'x_proxy=a:b',
    versions: 'nginx/1.24.0.1 ',
  };
  it.each(Object.entries(HOSTILE))('%s', (_name, piece) => {
    const small = work(piece.repeat(Math.ceil(8_000 / piece.length)));
    const large = work(piece.repeat(Math.ceil(32_000 / piece.length)));
    expect(large / small).toBeLessThan(4.5);
    expect(large / 32_000).toBeLessThan(700);
  });

  // The time of a backtracking pattern does not show in the number of characters.
  it('escaped line breaks inside a private key', () => {
    const breaks = '\\\\\\n'.repeat(15);
    const key = (name: string): string =>
      `-----BEGIN PRIVATE KEY-----\nMIIEabcd12345678\n${breaks}${name} MIIFabcd12345678\n-----END PRIVATE KEY-----\n`;
    let redacted = '';
    const time = processorTime(() => (redacted = clean(key('x').repeat(10))));
    expect(redacted).toBe(
      key('x').replace('MIIEabcd12345678', 'key-1').replace('MIIFabcd12345678', 'key-2').repeat(10),
    );
    expect(time).toBeLessThan(1000);
  });
  it('long values of a flag', () => {
    const text = ` -h a${'-1'.repeat(250)}!`.repeat(2000);
    expect(processorTime(() => clean(text))).toBeLessThan(2000);
  });
});
