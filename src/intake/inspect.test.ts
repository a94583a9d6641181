import { describe, expect, it } from 'vitest';
import { buildCatalog, buildSettings, buildDetectionHints } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile, openDiagnosis } from '../engine/index.ts';
import { Intake, type InspectedReport, type Inspection } from './index.ts';
import { detectKind } from './detect-kind.ts';
import { CONFIG, DF, LOG_START } from '../../tests/helpers/test-pastes.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));
const hints = buildDetectionHints(content);

const intake = (onLog?: (bytes: Uint8Array) => void) =>
  new Intake({
    diagnosis: openDiagnosis(matcher),
    catalog: matcher.catalog.version,
    hints,
    loadSettings: () => Promise.resolve(buildSettings(content)),
    ...(onLog && { onLog }),
  });

async function inspect(...parts: (string | Uint8Array)[]): Promise<InspectedReport> {
  const reading = intake();
  for (const [index, part] of parts.entries()) {
    reading.beginFile(`part-${index}`);
    reading.addBytes(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  }
  return reading.finishReport();
}

async function only<K extends Inspection['kind']>(
  kind: K,
  text: string,
): Promise<Extract<Inspection, { kind: K }>> {
  const { inspections } = await inspect(text);
  expect(inspections.map((inspection) => inspection.kind)).toEqual([kind]);
  return inspections[0] as Extract<Inspection, { kind: K }>;
}

describe('the values of a metric plugin', () => {
  it.each([
    'shop.users\t128\t1767945480\nshop.carts\t1.5e3\t1767945480\n',
    '$ plugin -a\nx.y 0 1767945480\n',
  ])('are recognized: %j', async (text) =>
    expect(await inspect(text)).toMatchObject({ kind: 'values', status: 'healthy' }),
  );

  it('are not recognized beside other lines', async () => {
    const text = 'shop.users\t128\t1767945480\nand so on\n';
    expect(await inspect(text)).toMatchObject({ kind: 'log', status: 'unrecognised' });
  });
});

const STATUS = `● mackerel-agent.service - mackerel.io agent
     Loaded: loaded (/usr/lib/systemd/system/mackerel-agent.service; enabled; preset: disabled)
     Active: failed (Result: exit-code) since Tue 2026-11-24 22:41:04 JST; 3min ago
    Process: 4511 ExecStart=/usr/bin/mackerel-agent supervise --root $ROOT $OTHER_OPTS (code=exited, status=1/FAILURE)
   Main PID: 4511 (code=exited, status=1/FAILURE)
        CPU: 35ms
`;

const REFUSED_KEY =
  '{"error":{"message":"Authentication failed. Please try with valid Api Key."}}\n401\n';

describe('a paste', () => {
  it.each([
    ['config', CONFIG],
    ['config', `# comment\n\n[plugin.metrics.x]\ncommand = "y"\n`],
    ['config', `[root@web01 ~]# cat /etc/mackerel-agent/mackerel-agent.conf\n${CONFIG}`],
    ['config', `\`\`\`toml\n${CONFIG}\`\`\``],
    ['config', 'apikey = “k”\n'],
    ['config', 'apikey = "k\nroles = [ "a:b"\n'],
    ['df', DF],
    [
      'df',
      DF.replace(
        /^.*$/m,
        'ファイルシス            1024-ブロック    使用    使用可 容量 マウント位置',
      ),
    ],
    ['df', `df: /mnt/nfs: Stale file handle\n${DF}`],
    [
      'df',
      'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        20G  9.5G  9.2G  51% /\n',
    ],
    ['config', 'command = ["check-log", "-f", "/var/log/messages"]\n'],
    ['config', 'command = "/opt/mackerel-agent/plugins/bin/mackerel-plugin-x -a 1"\n'],
    ['log', 'command = "npm run check-types"\n'],
    ['log', '[tasks.lint]\ncommand = "check-spelling ."\n'],
    ['service', STATUS],
    ['service', `$ systemctl status mackerel-agent\n${STATUS}`],
    ['configtest', 'SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n'],
    ['configtest', '\u001b[33m[WARNING] rolse is unexpected key. Did you mean roles ?\n\u001b[0m'],
    [
      'configtest',
      '[CRITICAL] failed to test config: failed to load the config file: toml: line 3: x\n',
    ],
    ['probe', REFUSED_KEY],
    ['probe', `$ env -i /usr/bin/curl -sS https://api.mackerelio.com/api/v0/org\n${REFUSED_KEY}`],
    [
      'probe',
      "$ curl -so /dev/null -w '%{http_code}' https://api.mackerelio.com/api/v0/org\n401\n",
    ],
    ['probe', 'curl: (7) Failed to connect\n\n000\n'],
    ['log', '401\n'],
    ['log', '$ curl https://api.mackerelio.com/x\n{"error":"something new"}\n'],
    ['log', '{"name":"my-org"}\n'],
    ['log', 'one\n401\n'],
    ['log', '{"log":"x"}\n{"log":"y"}\n200\n'],
    ['log', `${LOG_START}200\n`],
    ['config', '# the agent\n# apikey = ""\n# verbose = false\n'],
    ['log', '# a note\n# root = "/x"\n'],
    ['config', 'APIKEY="k"\n'],
    ['config', 'apikey = "k"\nroles ["a:b"]\n'],
    ['config', 'apikey "k"\nroles = ["a:b"]\n'],
    ['log', 'root cause: "k"\nroles = ["a:b"]\n'],
    ['log', 'roles of the hosts\n'],
    ['log', 'HTTP_PROXY=http://proxy:3128\nAUTO_RETIREMENT=1\nOTHER_OPTS=\n'],
    ['config', '[plugin.metrics.a\ncommand = "x"\n'],
    ['log', '[other.metrics.a\ncommand = "x"\n'],
    ['log', '[mysqld]\npidfile = /run/mysqld.pid\n'],
    ['log', '[package]\nname = "x"\ninclude = ["src"]\n'],
    ['log', 'root = "site"\ntitle = "x"\n'],
    ['config', 'include = "/etc/mackerel-agent/conf.d/*.conf"\n'],
    ['log', LOG_START],
    ['log', ''],
    ['log', '[Unit]\nDescription=x\n[Service]\nExecStart=/usr/bin/mackerel-agent\n'],
    ['log', '[mysqld]\nuser = mysql\n'],
    ['log', STATUS.replaceAll('mackerel-agent.service', 'nginx.service')],
    ['log', 'what is apikey = ?'],
    [
      'log',
      `${LOG_START}[WARNING] rolse is unexpected key.\n`.replace(
        'Starting',
        'configtest failed: Starting',
      ),
    ],
  ])('is %s: %j', (kind, text) => expect(detectKind(text, hints).kind).toBe(kind));
});

describe("Mackerel's answer to curl", () => {
  it.each([
    [REFUSED_KEY, 'unauthorized', 401, 'unrecognised', null],
    ['{"name":"my-org","displayName":null}\n200\n', 'good', 200, 'healthy', null],
    ['{"error":"Forbidden"}\n403\n', 'forbidden', 403, 'action-needed', 'key-rejected'],
    [
      '<html>\n<h1>Bad Gateway</h1>\n</html>\n502\n',
      'outage',
      502,
      'action-needed',
      'server-outage',
    ],
    [
      '<html>\n<p>Sign in</p>\n</html>\n200\n',
      'other',
      200,
      'action-needed',
      'other-server-answers',
    ],
    [
      'curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n',
      'dns',
      null,
      'action-needed',
      'dns',
    ],
    [
      'curl: (28) Connection timed out after 40001 milliseconds\n\n000\n',
      'timeout',
      null,
      'action-needed',
      'timeouts',
    ],
    [
      'curl: (60) SSL certificate problem: self-signed certificate in certificate chain\n\n000\n',
      'certificate',
      null,
      'action-needed',
      'x509-unknown-ca',
    ],
    [
      'curl: (56) Received HTTP code 407 from proxy after CONNECT\n\n000\n',
      'proxy-login',
      null,
      'action-needed',
      'proxy',
    ],
    [
      'curl: (56) CONNECT tunnel failed, response 403\n\n000\n',
      'proxy',
      null,
      'action-needed',
      'proxy',
    ],
    ['{"error":{"message":"Not found."}}\n404\n', 'not-found', 404, 'action-needed', null],
    [
      '[root@web01 ~]# curl -sS x\n{"name":"my-org"}\n200\n[root@web01 ~]#\n',
      'good',
      200,
      'healthy',
      null,
    ],
    ['curl: (2) Failed initialization\n\n000\n', 'failed', null, 'action-needed', 'no-data'],
    [
      'curl: (35) error:0A00010B:SSL routines::wrong version number\n\n000\n',
      'failed',
      null,
      'action-needed',
      'no-data',
    ],
    [
      'curl: (35) schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK (0x80092012) - The revocation function was unable to check revocation for the certificate.\n\n000\n',
      'failed',
      null,
      'action-needed',
      'no-data',
    ],
    ['curl: (6) Could not resolve host: api.mackerelio.com\n', 'dns', null, 'action-needed', 'dns'],
    [
      '  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0curl: (6) Could not resolve host: api.mackerelio.com\n\n000\n',
      'dns',
      null,
      'action-needed',
      'dns',
    ],
    ['[sudo] password for u: \n{"name":"my-org"}\n200\n', 'good', 200, 'healthy', null],
    [
      'HTTP/1.1 200 Connection established\n\nHTTP/2 401 \ncontent-type: application/json\n\n{"error":{"message":"x"}}\n401\n',
      'unauthorized',
      401,
      'unrecognised',
      null,
    ],
    [
      '* Connected to api.mackerelio.com (203.0.113.25) port 443\n* SSL certificate problem: self-signed certificate in certificate chain\ncurl: (60) SSL certificate problem: self-signed certificate in certificate chain\nMore details here: https://curl.se/docs/sslcerts.html\n',
      'certificate',
      null,
      'action-needed',
      'x509-unknown-ca',
    ],
    [
      '* Connected to api.mackerelio.com (203.0.113.25) port 443\n> GET /api/v0/org HTTP/2\n> Host: api.mackerelio.com\n> x-api-key: k\n>\n< HTTP/2 403\n< content-type: application/json\n<\n{ [33 bytes data]\n{"error":{"message":"Forbidden"}}* Connection #0 to host api.mackerelio.com left intact\n',
      'forbidden',
      403,
      'action-needed',
      'key-rejected',
    ],
    ['> {"error":{"message":"Not found."}}\n> 404\n', 'not-found', 404, 'action-needed', null],
    [
      '$ curl -sS -H "X-Api-Key: k" https://api.mackerelio.com/api/v0/org\n{"error":{"message":"Authentication failed. Please try with valid Api Key."}}\n',
      'unauthorized',
      401,
      'unrecognised',
      null,
    ],
    [
      '{"error":{"message":"Authentication failed. Please try with valid Api Key."}}',
      'unauthorized',
      401,
      'unrecognised',
      null,
    ],
    [
      '[root@web01 ~]# curl https://api.mackerelio.com/api/v0/org\n{"name":"my-org"}[root@web01 ~]# \n',
      'good',
      200,
      'healthy',
      null,
    ],
  ] as const)('%j is %s', async (text, reason, status, verdict, guide) => {
    const report = await inspect(text);
    expect(report).toMatchObject({
      kind: 'probe',
      status: verdict,
      inspections: [{ case: reason, status }],
    });
    expect(report.answers.map((answer) => answer.guide)).toEqual(guide === null ? [] : [guide]);
  });

  it('leaves open only the causes that the product names for it', async () => {
    const [answer] = (await inspect(REFUSED_KEY.replace('401', '403'))).answers;
    expect(answer?.causesByFinding).toEqual([['address', 'permission']]);
  });
});

describe("another service's answer to curl", () => {
  it.each([
    'curl: (7) Failed to connect to 169.254.169.254 port 80: No route to host\n\n000\n',
    'curl: (6) Could not resolve host: metadata.google.internal.\n\n000\n',
    'curl: (6) Could not resolve host: example.com\n\n000\n',
    '$ curl -fsSL https://mackerel.io/file/script/setup-all-yum-v2.sh\ncurl: (35) SSL connect error\n',
    '$ curl -sS -w x http://169.254.169.254/latest/meta-data/services/partition\n<?xml version="1.0"?>\n<html>401</html>\n401\n',
    '{"error":{"message":"Too many requests"}}\n429\n',
    '{"hosts":[]}\n200\n',
    'curl: (7) Failed to connect\n',
  ])('does not count as a failure to reach Mackerel: %j', async (text) =>
    expect(await inspect(text)).toMatchObject({
      kind: 'log',
      status: 'unrecognised',
      inspections: [],
      answers: [],
    }),
  );
  it('is not searched for in the output of a plugin', async () => {
    const log = `${LOG_START}2026/03/02 04:13:11 WARNING <checks> Checker "mackerel" output stderr: by curl\ncurl: (7) Failed to connect to localhost port 80: Connection refused\n`;
    expect(await inspect(log)).toMatchObject({ kind: 'log', inspections: [] });
  });
});

describe('configtest', () => {
  const REFUSED = '[WARNING] rolse is unexpected key. Did you mean roles ?\n';
  it('is judged by its last run', async () => {
    expect(
      await inspect(
        `$ sudo mackerel-agent configtest\n${REFUSED}$ sudo mackerel-agent configtest\nSUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n`,
      ),
    ).toMatchObject({ kind: 'configtest', status: 'recovered', inspections: [{ passed: true }] });
    expect(
      await inspect(`SUCCESS (/etc/mackerel-agent/mackerel-agent.conf)\n${REFUSED}`),
    ).toMatchObject({
      kind: 'configtest',
      status: 'action-needed',
      inspections: [{ passed: false }],
    });
  });
  it('is not recognized in the warnings of other programs', async () =>
    expect(await inspect('[WARNING] The option is deprecated.\n')).toMatchObject({
      kind: 'log',
      status: 'unrecognised',
      inspections: [],
    }));
});

describe('text quoted in mail or numbered by cat', () => {
  const quoted = (text: string): string => text.replace(/^/gm, '> ');
  it.each([
    ['df', DF],
    ['service', STATUS],
    ['config', CONFIG],
  ])('is read like the plain text: %s', async (kind, text) => {
    const [alone, inMail] = [await inspect(text), await inspect(quoted(text))];
    expect(inMail).toMatchObject({ kind, status: alone.status });
    // The quote mark is also on the empty line after the last one.
    expect(inMail.inspections).toEqual(alone.inspections);
  });
  it('keeps the line numbers of the paste', async () => {
    const numbered = `${CONFIG}verbos = 1\n`
      .split('\n')
      .slice(0, -1)
      .map((line, at) => `     ${at + 1}\t${line}`)
      .join('\n');
    expect(await inspect(numbered)).toMatchObject({
      kind: 'config',
      inspections: [
        { problems: [{ code: 'unknown-key', line: 6, column: 1, excerpt: 'verbos = 1' }] },
      ],
    });
  });
});

describe('df', () => {
  it('shows size as used + available, and which filesystems are posted', async () => {
    const { filesystems, unit } = await only('df', DF);
    expect(unit).toBe('kilobytes');
    expect(filesystems).toEqual([
      {
        device: '/dev/nvme0n1p1',
        mount: '/',
        used: 9876540 * 1024,
        available: 9567896 * 1024,
        size: (9876540 + 9567896) * 1024,
        posted: true,
      },
      {
        device: 'tmpfs',
        mount: '/dev/shm',
        used: 0,
        available: 508888 * 1024,
        size: 508888 * 1024,
        posted: false,
      },
      {
        device: '/dev/mapper/vg-data',
        mount: '/srv/my data',
        used: 900000 * 1024,
        available: 100000 * 1024,
        size: 1000000 * 1024,
        posted: true,
      },
    ]);
  });
  it('leads to the guide for its errors', async () => {
    expect(await inspect(`df: /mnt/nfs: Stale file handle\n${DF}`)).toMatchObject({
      kind: 'df',
      status: 'action-needed',
      answers: [{ guide: 'df-failed' }],
      inspections: [{ errors: ['df: /mnt/nfs: Stale file handle'] }],
    });
  });
  it.each([
    ['inodes', DF.replace(/^.*$/m, 'Filesystem Inodes IUsed IFree IUse% Mounted on')],
    ['megabytes', DF.replace('1024-', '1M-')],
    ['bytes', DF.replace('1024-', '1B-')],
    ['half kilobytes', DF.replace('1024-', '512-')],
  ])('does not take %s for kilobytes', async (_, text) => {
    expect(await only('df', text)).toMatchObject({ unit: 'other', filesystems: [] });
  });
  it.each([
    ['inodes', 'Filesystem Inodes IUsed IFree IUse% Mounted on'],
    ['megabytes', 'Filesystem 1M-blocks Used Available Use% Mounted on'],
  ])('is read from the table in kilobytes, not the one in %s below it', async (_, header) => {
    expect(
      await only(
        'df',
        `$ df -Pkl\n${DF}$ df\n${header}\n/dev/nvme0n1p1 1310720 1310720 0 100% /\n`,
      ),
    ).toEqual(await only('df', DF));
  });
  it('keeps the type of a filesystem out of its name', async () => {
    const { filesystems } = await only(
      'df',
      'Filesystem     Type  1K-blocks    Used Available Use% Mounted on\n/dev/sda1      ext4  20509264 9876540   9567896  51% /\n',
    );
    expect(filesystems).toMatchObject([{ device: '/dev/sda1', mount: '/' }]);
  });
  it.each([
    [
      'sizes and types',
      'Filesystem     Type      Size  Used Avail Use% Mounted on\n/dev/sda1      xfs        20G  9.9G  9.1G   51% /\n',
    ],
    [
      'the output of macOS',
      'Filesystem     512-blocks      Used Available Capacity iused      ifree %iused  Mounted on\n/dev/disk3s1s1  965595304  19987896 560000000     4%  404475 2800000000    0%   /\n',
    ],
    [
      'the output of macOS with sizes',
      'Filesystem       Size   Used  Avail Capacity iused ifree %iused  Mounted on\n/dev/disk3s1s1  460Gi   10Gi  270Gi     4%    404k  2.8G    0%   /\n',
    ],
  ])('is recognized without figures in %s', async (_, text) =>
    expect(await only('df', text)).toMatchObject({ unit: 'other', filesystems: [] }),
  );
  it('has no figures without blocks', async () =>
    expect(
      await only(
        'df',
        'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        20G  9.5G  9.2G  51% /\n',
      ),
    ).toMatchObject({ unit: 'other', filesystems: [] }));
});

describe('systemctl is-active and is-enabled', () => {
  const inspections = async (text: string) => (await inspect(text)).inspections;
  it.each([
    ['$ systemctl is-active mackerel-agent\ninactive\n', 'stopped'],
    ['# systemctl --no-pager is-active mackerel-agent.service\nfailed\n', 'failed'],
    ['web01$ sudo systemctl is-failed mackerel-agent\nactive\n', 'running'],
    ['systemctl is-active mackerel-agentの結果はfailedでした', 'failed'],
    ['● mackerel-agent.service  loaded failed failed  mackerel.io agent\n', 'failed'],
    ['   Active: inactive (dead) since x\nIt is mackerel-agent.\n', 'stopped'],
  ])('are read with the command: %s', async (text, state) => {
    expect(await inspections(text)).toMatchObject([{ unit: 'mackerel-agent.service', state }]);
  });
  it('tell whether the service starts at boot', async () => {
    expect(await inspections('$ systemctl is-enabled mackerel-agent\ndisabled\n')).toMatchObject([
      { state: 'unknown', enabled: 'disabled' },
    ]);
  });
  it('are not read for the service of another program, or without an answer', async () => {
    expect(await inspections('$ systemctl is-active nginx\ninactive\n')).toEqual([]);
    expect(await inspections('$ systemctl is-active mackerel-agent\n')).toEqual([]);
    expect(await inspections('Active: active (running)\nmackerel-agent?\n')).toEqual([]);
  });
});

describe('systemctl status', () => {
  it('is read for a failed service', async () => {
    const report = await inspect(STATUS);
    expect(report).toMatchObject({
      kind: 'service',
      status: 'action-needed',
      product: 'mackerel-agent',
    });
    expect(report.inspections).toMatchObject([
      {
        unit: 'mackerel-agent.service',
        state: 'failed',
        result: 'exit-code',
        enabled: 'enabled',
        exit: '1/FAILURE',
        pid: null,
        since: 'Tue 2026-11-24 22:41:04 JST',
      },
    ]);
  });
  it('never yields the name of a forged unit, as it ends up in commands', async () => {
    const forged = `× evil.service - x\n${STATUS}`;
    expect((await inspect(forged)).inspections).toMatchObject([{ unit: 'mackerel-agent.service' }]);
    expect(
      (await inspect(STATUS.replace('mackerel-agent.service', 'mackerel-agent-kcps.service')))
        .inspections,
    ).toMatchObject([{ unit: 'mackerel-agent-kcps.service' }]);
  });
  it('leads to the guide for finding the cause if no log line shows it', async () => {
    const guides = async (text: string) =>
      (await inspect(text)).answers.map(({ guide, confidence }) => `${guide} ${confidence}`);
    expect(await guides(STATUS)).toEqual(['agent-wont-start possible']);
    expect(
      await guides(
        `${STATUS}\nNov 24 22:41:04 web01 mackerel-agent[4511]: failed to load config: apikey must be specified in the config file (or by the DEPRECATED command-line flag)\n`,
      ),
    ).toEqual(['apikey-missing certain']);
    expect((await inspect(STATUS)).exited).toBe(true);
  });
  it('asks for the end of the log if nothing says why the service is down', async () => {
    expect((await inspect(STATUS)).missing).toEqual(['end-of-log']);
    const stopped = STATUS.replace(/Active:.*/, 'Active: inactive (dead)');
    expect((await inspect(stopped)).missing).toEqual(['end-of-log']);
    expect((await inspect(stopped.replace('Loaded: loaded', 'Loaded: masked'))).missing).toEqual(
      [],
    );
    expect((await inspect(STATUS, 'apikey = "k"\nrolse = []\n')).missing).not.toContain(
      'end-of-log',
    );
  });
  it('is read for a running service', async () => {
    const running = STATUS.replace(
      /Active:.*/,
      'Active: active (running) since Tue 2026-11-24 22:41:04 JST; 3min ago',
    )
      .replace(/Main PID:.*/, 'Main PID: 4511 (mackerel-agent)')
      .replace(/ +Process:.*\n/, '');
    expect(await inspect(running)).toMatchObject({
      status: 'healthy',
      inspections: [{ state: 'running', pid: 4511, exit: null, result: null }],
    });
  });
  it('is read for a service that was never installed', async () => {
    expect(
      await inspect(
        '○ mackerel-agent.service\n     Loaded: not-found (Reason: Unit mackerel-agent.service not found.)\n     Active: inactive (dead)\n',
      ),
    ).toMatchObject({
      status: 'action-needed',
      inspections: [{ state: 'stopped', loaded: 'not-found' }],
    });
  });
  it('is read if it only reports that there is no unit', async () => {
    expect(
      await inspect(
        '[root@web01 ~]# systemctl status mackerel-agent\nUnit mackerel-agent.service could not be found.\n',
      ),
    ).toMatchObject({
      kind: 'service',
      status: 'action-needed',
      inspections: [{ state: 'stopped', loaded: 'not-found' }],
    });
  });
  it('is read for a service that keeps restarting', async () => {
    expect(
      await inspect(STATUS.replace('failed (Result', 'activating (auto-restart) (Result')),
    ).toMatchObject({
      status: 'action-needed',
      inspections: [
        { state: 'restarting', result: 'exit-code', since: 'Tue 2026-11-24 22:41:04 JST' },
      ],
    });
  });
  it('is read for a service killed for lack of memory', async () => {
    expect(
      await only(
        'service',
        STATUS.replace('exit-code', 'oom-kill').replaceAll(
          'code=exited, status=1/FAILURE',
          'code=killed, signal=KILL',
        ),
      ),
    ).toMatchObject({ state: 'failed', exit: 'KILL (oom-kill)' });
  });
  it('does not show a running agent if the start script has exited', async () => {
    expect(
      await inspect(STATUS.replace('failed (Result: exit-code)', 'active (exited)')),
    ).toMatchObject({ status: 'unrecognised', inspections: [{ state: 'unknown' }] });
  });
  it('is read in colors', async () => {
    expect(
      await only(
        'service',
        STATUS.replace('●', '\u001b[0;1;31m●\u001b[0m').replace(
          'failed',
          '\u001b[0;1;31mfailed\u001b[0m',
        ),
      ),
    ).toMatchObject({ state: 'failed', result: 'exit-code' });
  });
  it('is read with the lines of its log', async () => {
    const report = await inspect(
      `${STATUS}\nNov 24 22:41:04 web01 mackerel-agent[4511]: command.Prepare failed: apikey must be specified in the config file (or by the DEPRECATED command-line flag)\n`,
    );
    expect(report.answers.map(({ guide }) => guide)).toEqual(['apikey-missing']);
  });
});

describe('lines of a configuration', () => {
  const EXCERPT = `verbose = true\nroles = ["web:app"]\n\n[plugin.metrics.mysql]\ncommand = ["mackerel-plugin-mysql"]\n`;
  const found = async (text: string, file: string): Promise<string[]> => {
    const reading = intake();
    reading.beginFile(file);
    reading.addBytes(new TextEncoder().encode(text));
    const { answers, inspections } = await reading.finishReport();
    const codes = inspections.flatMap((inspection) =>
      inspection.kind === 'config' ? inspection.problems.map(({ code }) => code) : [],
    );
    return [...codes, ...answers.map(({ guide }) => guide)];
  };
  it('do not show that the key is missing in the rest of the file', async () => {
    expect(await found(EXCERPT, 'paste.txt')).toEqual(['missing-here']);
  });
  it.each([
    ['a file', EXCERPT, 'mackerel-agent.conf'],
    [
      'a file that was printed',
      `$ sudo cat /etc/mackerel-agent/mackerel-agent.conf\n${EXCERPT}`,
      'paste.txt',
    ],
    ['the top of a file', `# apikey = ""\n${EXCERPT}`, 'paste.txt'],
    ['an empty key', `apikey = ""\n${EXCERPT}`, 'paste.txt'],
  ])('show that the key is missing in %s', async (_name, text, file) => {
    expect(await found(text, file)).toEqual(['missing', 'apikey-missing']);
  });
  it('are found in a ConfigMap, with the line numbers of the paste', async () => {
    const block = EXCERPT.replace('verbose = true', 'verbose = yes').replace(/^(?=.)/gm, '    ');
    const manifest = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: conf\ndata:\n  agent.conf: |\n${block}  other.txt: x\n`;
    const { problems } = await only('config', manifest);
    expect(problems.map(({ code, line }) => [code, line])).toContainEqual(['syntax', 7]);
    const { inspections } = await inspect(manifest.replace(/plugin\S*|roles|verbose/g, 'x'));
    expect(inspections).toEqual([]);
  });
  it('are not found in the file of another program that has a table named plugin', async () => {
    expect(await found('[plugin]\nname = "x"\n[server]\nport = 80\n', 'paste.txt')).toEqual([]);
  });
});

describe('a version', () => {
  const VERSION = 'mackerel-agent version 0.73.1 (rev 5e2f4ab) [linux amd64 go1.17] \n';
  it('pasted alone asks only for the log', async () => {
    expect(
      await inspect(`[root@db01 ~]# mackerel-agent version\n${VERSION}[root@db01 ~]#\n`),
    ).toMatchObject({
      kind: 'version',
      version: '0.73.1',
      status: 'healthy',
      missing: ['start-of-log'],
    });
    expect(await inspect(VERSION + LOG_START)).toMatchObject({ kind: 'log' });
    expect((await inspect(VERSION, CONFIG)).kind).not.toBe('version');
    expect(
      await inspect(`${VERSION}received terminate instruction again. force return\n`),
    ).toMatchObject({ kind: 'log' });
  });
});

describe('a log and a configuration', () => {
  it("in two files give one report; the check uses the log's version", async () => {
    const report = await inspect(
      LOG_START,
      `${CONFIG}use = 1\n[interfaces]\nuse_adapter = true\nrolse = []\n`,
    );
    expect(report).toMatchObject({
      kind: 'log',
      version: '0.72.1',
      status: 'action-needed',
      answers: [{ guide: 'unexpected-key', confidence: 'certain' }],
    });
    expect(report.inspections).toMatchObject([
      { kind: 'config', file: 'part-1', plugins: { checks: 1 } },
    ]);
    expect(
      report.inspections[0]?.kind === 'config' &&
        report.inspections[0].problems.map(({ code }) => code),
    ).toEqual(['unknown-key', 'unknown-key', 'too-new']);
  });

  it('in one paste keep its line numbers; the shown key is masked', async () => {
    const shown: string[] = [];
    const reading = intake((bytes) => shown.push(new TextDecoder().decode(bytes)));
    const text = `${LOG_START}2026/03/02 04:13:12 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden\n\n$ cat /etc/mackerel-agent/mackerel-agent.conf\napikey = "SecretKey123SecretKey123SecretKey1"\nroles = ["a:b"]\nhttp_prox = "http://proxy:3128"\n`;
    reading.addBytes(new TextEncoder().encode(text));
    const report = await reading.finishReport();
    expect(report.answers.map(({ guide }) => guide)).toEqual(['key-rejected', 'unexpected-key']);
    expect(report.inspections).toMatchObject([
      { kind: 'config', problems: [{ code: 'unknown-key', line: 8, expected: 'http_proxy' }] },
    ]);
    expect(shown.join('')).toContain('apikey = "**********************************"');
    expect(JSON.stringify(report)).not.toContain('SecretKey');
  });

  it.each([
    ['service', STATUS],
    ['configtest', '[WARNING] rolse is unexpected key. Did you mean roles ?\n'],
  ])('are checked below %s too; the shown key is masked', async (kind, above) => {
    const shown: string[] = [];
    const reading = intake((bytes) => shown.push(new TextDecoder().decode(bytes)));
    reading.addBytes(
      new TextEncoder().encode(
        `${above}\n$ cat /etc/mackerel-agent/mackerel-agent.conf\napikey = "SecretKey123SecretKey123SecretKey1"\nroles = ["a:b"\n[plugin.checks.a]\ncommand = "x"\n`,
      ),
    );
    const report = await reading.finishReport();
    expect(report).toMatchObject({ kind, status: 'action-needed' });
    expect(report.inspections).toContainEqual(
      expect.objectContaining({
        kind: 'config',
        problems: [expect.objectContaining({ detail: 'array-open' })],
      }),
    );
    expect(report.answers.map(({ guide }) => guide)).toContain('toml-errors');
    expect(shown.join('')).not.toContain('SecretKey');
  });

  it('are told apart if a table of the product is below a sentence', async () => {
    const table = '[plugin.checks.a]\ncommand = "C:\\Program Files\\a.exe"\n';
    expect(await inspect(`The service does not start any more.\n\n${table}`)).toMatchObject({
      status: 'action-needed',
      inspections: [{ kind: 'config', problems: [{ code: 'backslash', line: 4 }] }],
    });
    expect((await inspect(`Our settings:\n\n[plugin]\nmode = "a"\n`)).inspections).toEqual([]);
  });

  it('are told apart without a table if all lines below a sentence are settings', async () => {
    expect(await inspect('It does not start:\n\nroles = [ “a:b” ]\n')).toMatchObject({
      inspections: [{ kind: 'config', problems: [{ line: 3 }] }],
    });
    expect((await inspect('It does not start:\n\nmode = [ “a:b” ]\n')).inspections).toEqual([]);
  });

  it('end at a remark directly below them, but not at a broken setting', async () => {
    const table = '[plugin.checks.a]\ncommand = "a"\n';
    for (const below of [
      'この設定で通知が来ません。',
      'It does not alert, why?',
      '→ HTTP CRITICAL: HTTP/1.1 500 Internal Server Error - 0.1 second response time',
    ])
      expect(await inspect(`${table}${below}\n`), below).toMatchObject({
        inspections: [{ kind: 'config', problems: [] }],
      });
    for (const broken of ['interval 5 min.', 'memo "b"', 'env = { A "it is set" }'])
      expect((await inspect(`${table}${broken}\n`)).answers, broken).toMatchObject([
        { guide: 'toml-errors' },
      ]);
  });

  it('end at a paragraph that cannot be from a configuration', async () => {
    const table = '[plugin.checks.a]\ncommand = "a"\n';
    for (const below of ['In the log:\n', 'In the log:\n2026/03/02 04:12:09 INFO <main> x\n'])
      expect(await inspect(`${table}\n${below}`)).toMatchObject({
        inspections: [{ kind: 'config', problems: [] }],
      });
    const broken = await inspect(`${table}\ncommand "b"\nmode = "a"\n`);
    expect(broken).toMatchObject({ inspections: [{ problems: [{ line: 4 }] }] });
  });

  it('do not depend on chunk sizes', async () => {
    const bytes = new TextEncoder().encode(`${CONFIG}roels = "あ"\n`);
    const whole = await inspect(bytes);
    const reading = intake();
    reading.beginFile('part-0');
    const piece = Buffer.alloc(1);
    for (const byte of bytes) {
      piece[0] = byte;
      reading.addBytes(piece);
    }
    expect(await reading.finishReport()).toEqual(whole);
  });

  it('in UTF-16 or Shift_JIS get an encoding fault', async () => {
    expect(await inspect(new Uint8Array(Buffer.from(`\ufeff${CONFIG}`, 'utf16le')))).toMatchObject({
      kind: 'config',
      inspections: [{ problems: [{ code: 'encoding' }] }],
      answers: [{ guide: 'encoding' }],
    });
    expect(
      await inspect(Uint8Array.of(...new TextEncoder().encode(CONFIG), 0x23, 0x93, 0xfa, 10)),
    ).toMatchObject({ inspections: [{ problems: [{ code: 'encoding', line: 6 }] }] });
  });
});

/** Anything quadratic in the length of its input exceeds the time limit of a test. */
describe('hostile text takes linear time', () => {
  const many = (piece: string): string => piece.repeat(Math.floor(200_000 / piece.length));
  it.each<[string, string]>([
    ['spaces in a header', `[${many(' ')}x!`],
    [
      'spaces in a row of df',
      `Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1${many(' ')}x`,
    ],
    [
      'numbers in a row of df',
      `Filesystem 1024-blocks Used Available Capacity Mounted on\n${many('1 ')}x`,
    ],
    ['spaces in many headers', many(`[${' '.repeat(590)}x!\n`)],
    [
      'spaces in many rows of df',
      `Filesystem 1024-blocks Used Available Capacity Mounted on\n${many(`a${' '.repeat(590)}x\n`)}`,
    ],
    ['long names of units', `${many(`${'@.'.repeat(290)}\n`)}Active: active`],
    ['spaces in a field of Windows', `Status :${many(' ')}\rx`],
    ['a long name of a unit', `mackerel-agent.service\nLoaded: x\nActive: active\n${many('@.')}`],
    ['a prompt without an end', `a@b:${many('x ')}`],
    ['nested lists', `apikey = ${many('[')}`],
    ['nested tables', `apikey = ${many('{a=')}`],
    ['dots', `[plugin.${many('a.')}b]\ncommand = 1`],
    ['a pattern', `apikey = "k"\n[disks]\nignore = '[${many('[:')}'`],
    ['quotes', `apikey = ${many('"\\')}`],
    ['key names', `apikey = "k"\n${many('[plugin.checks.a]\n')}`],
  ])('%s', async (_name, text) => {
    for (const paste of [
      text,
      `${LOG_START}\n${text}\napikey = "x"\nroles = []\nverbose = true\n`,
    ]) {
      expect(['log', 'version', 'config', 'configtest', 'service', 'df']).toContain(
        (await inspect(paste)).kind,
      );
    }
  });
});

it('is not healthy with a configuration whose pattern was not checked', async () => {
  const config = (pattern: string): string =>
    `apikey = "k"\nroles = ["a:b"]\n[filesystems]\nignore = '${pattern}'\n`;
  expect(await inspect(config('x'))).toMatchObject({ kind: 'config', status: 'healthy' });
  expect(await inspect(config('('.repeat(5000)))).toMatchObject({
    kind: 'config',
    status: 'unrecognised',
    inspections: [{ problems: [{ code: 'unchecked' }] }],
  });
});
