import { describe, expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { settingsOf } from '../../tests/helpers/settings-of.ts';
import { checkConfig } from './check-config.ts';

const settings = settingsOf(openSampleContent());
const KEY = 'apikey = "k"\n';

function problems(text: string, version: string | null = null): string[] {
  const { problems: found } = checkConfig(text, 'utf-8', settings, { version });
  return found.map(({ code, line, column, found: what, expected, detail, effect }) =>
    [`${line}:${column}`, code, what, expected, detail, effect]
      .filter((part) => part !== null)
      .join(' '),
  );
}

it('reports the worst fault first, with its setting and its guide', () => {
  const { problems: found } = checkConfig(
    `${KEY}verbos = true\n[plugin.checks.x]\ncommnad = "check-http"\n`,
    'utf-8',
    settings,
    { version: null },
  );
  expect(found.map(({ line, effect, setting, guide }) => [line, effect, setting, guide])).toEqual([
    [4, 'stops', 'plugin.checks.*.command', 'plugin-section'],
    [2, 'refused', 'verbose', 'unexpected-key'],
  ]);
});

it('takes the first settings of an excerpt for those of the table whose header is missing', () => {
  const ofPart = (text: string): string[] =>
    checkConfig(text, 'utf-8', settings, { version: null, isFile: false }).problems.map(
      ({ line, code, key }) => `${line} ${code} ${key}`,
    );
  expect(ofPart('command = "check-http"\nmax_check_attempts = 3\n')).toEqual([
    '1 missing-here apikey',
  ]);
  expect(ofPart('command = "check-http"\nmax_check_attempt = 3\n[filesystems]\n')).toEqual([
    '2 unknown-key plugin.checks.*.max_check_attempt',
    '1 missing-here apikey',
  ]);
  expect(ofPart('root = "/var"\ncommand = "check-http"\n')).toContain('2 wrong-table command');
});

it('names the cause that a setting gives for its values', () => {
  const own = settings.settings.map((setting) =>
    setting.paths.includes('host_status.on_start') ? { ...setting, cause: 'on-start' } : setting,
  );
  const { problems: found } = checkConfig(
    `${KEY}[host_status]\non_start = "running"\n`,
    'utf-8',
    { ...settings, settings: own },
    { version: null },
  );
  expect(found.map(({ guide, cause }) => [guide, cause])).toEqual([['host-status', 'on-start']]);
});

it('reports an API key that is only the name of the setting', () => {
  const { problems: found } = checkConfig('apikey = "API_KEY"\n', 'utf-8', settings, {
    version: null,
  });
  expect(found.map(({ code }) => code)).toEqual(['value']);
});

it('names the cause of a setting whose value is still the example', () => {
  const own = settings.settings.map((setting) =>
    setting.paths.includes('apikey')
      ? { ...setting, guide: 'key-rejected', cause: 'key' }
      : setting,
  );
  const { problems: found } = checkConfig(
    'apikey = "<your api key>"\n',
    'utf-8',
    { ...settings, settings: own },
    { version: null },
  );
  expect(found.map(({ guide, cause }) => [guide, cause])).toEqual([['key-rejected', 'key']]);
});

it.each([
  ['a word', '["check-tcp", "-H", "db.example.net, "-p", "5432"]', 31],
  ['a number', '["check-tcp", "-p", "5432, "5"]', 31],
])(
  'finds the item of a list that has no closing quotation mark, before %s',
  (_name, list, column) => {
    const { problems: found } = checkConfig(
      `${KEY}[plugin.checks.db]\ncommand = ${list}\n`,
      'utf-8',
      settings,
      { version: null },
    );
    expect(found.map((one) => [one.line, one.column, one.detail, one.write])).toEqual([
      [3, column, 'string-end', `command = ${list.replace(/(\w), "(?=[-\d]\w*")/, '$1", "')}`],
    ]);
  },
);

it('names the cause without conditions for a problem that fits no other cause', () => {
  const causes = { spelling: { expected: ['*'] }, unknown: {} };
  const { problems: found } = checkConfig(
    `${KEY}verbos = true\n[plugin.metrics.fan]\ncommand = "fan"\ntype = "metric"\n`,
    'utf-8',
    {
      ...settings,
      problems: {
        ...settings.problems,
        'unknown-key': { effect: 'refused', guide: 'unexpected-key', causes },
      },
    },
    { version: null },
  );
  expect(found.map(({ line, cause }) => [line, cause])).toEqual([
    [2, 'spelling'],
    [5, 'unknown'],
  ]);
});

describe('a configuration file', () => {
  it('has no problems if it is valid', () => {
    expect(
      problems(`\ufeff# comment\r\n${KEY}roles = [ "My-Service:app", "Another:db" ]\r\nverbose = false
cloud_platform = "none"
APIBASE = "https://api.mackerelio.com"
[host_status]
on_start = "working"
[filesystems]
ignore = "/dev/ram.*"
[interfaces]
ignore = '^veth\\d+$'
[plugin.metrics.mysql]
command = ["mackerel-plugin-mysql", "-p", "x"]
env = { A = "1", "B" = "2" }
include_pattern = '(?i)^(cpu|memory)[]^a-z[:alpha:]]*?$'
[plugin.checks.log]
command = "check-log -f /var/log/syslog"
check_interval = "10m"
notification_interval = 60
action = { command = "x", timeout_seconds = 5, env = { C = "3" } }
[plugin.metadata.host]
command = "uname"
`),
    ).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['an open string', `${KEY}root = "/var\n`, ['2:8 syntax " string-end stops']],
    ['a missing comma', `${KEY}roles = ["a:b" "c:d"]\n`, ['2:16 syntax " comma stops']],
    ['a missing value', `${KEY}root =\nverbose = true\n`, ['2:7 syntax value stops']],
    ['a missing equals sign', `${KEY}verbose true\n`, ['2:9 syntax t equals stops']],
    ['an open header', `${KEY}[plugin.checks.a\ncommand = "x"\n`, ['2:17 syntax table-end stops']],
    [
      'a Windows path',
      `${KEY}root = "C:\\Program Files\\Mackerel"\n`,
      ['2:8 backslash C:\\Program Files\\Mackerel stops'],
    ],
    [
      'a Windows path whose escapes exist',
      `${KEY}root = "C:\\temp"\n`,
      ['2:8 escape-changed "C:\\temp" changed'],
    ],
    ['curved quotes', `apikey = “k”\n`, ['1:10 characters “ " stops']],
    ['a full-width space', `apikey\u3000= "k"\n`, ['1:7 characters \u3000   stops']],
    ['a key twice', `${KEY}verbose = true\napikey = "l"\n`, ['3:1 duplicate apikey 1 stops']],
    [
      'a table twice',
      `${KEY}[plugin.checks.a]\ncommand = "x"\n[ plugin.checks.a ]\ncommand = "y"\n`,
      ['4:3 duplicate [plugin.checks.a] 2 stops'],
    ],
    ['no key', 'verbose = true\n', ['1:1 missing apikey stops']],
    ['an empty key', 'apikey = ""\n', ['1:1 missing apikey stops']],
    [
      'no key, but other files',
      'include = "/etc/mackerel-agent/conf.d/*.conf"\n',
      ['1:1 missing-here apikey note'],
    ],
    ['a misspelled key', `${KEY}rolse = []\n`, ['2:1 unknown-key rolse roles refused']],
    ['a misspelled apikey', 'apiky = "k"\n', ['1:1 unknown-key apiky apikey stops']],
    [
      'an unknown key',
      `${KEY}[plugin.checks.a]\ncommand = "x"\nfrequency = 1\n`,
      ['4:1 unknown-key plugin.checks.a.frequency refused'],
    ],
    [
      'a misspelled table',
      `${KEY}[plugin.check.a]\ncommand = "x"\nmemo = "y"\n`,
      ['2:2 unknown-key plugin.check plugin.checks refused'],
    ],
    [
      'a misspelled command',
      `${KEY}[plugin.checks.a]\ncomand = "x"\n`,
      ['3:1 unknown-key plugin.checks.a.comand plugin.checks.a.command stops'],
    ],
    [
      'the key below a table',
      `[plugin.checks.a]\ncommand = "x"\napikey = "k"\n`,
      ['3:1 wrong-table plugin.checks.a apikey stops'],
    ],
    [
      'a top key below a table',
      `${KEY}[host_status]\nroles = ["a:b"]\n`,
      ['3:1 wrong-table host_status roles refused'],
    ],
    [
      'a key of a check at the top',
      `${KEY}ignore = "x"\n`,
      ['2:1 wrong-table filesystems.ignore, disks.ignore, interfaces.ignore refused'],
    ],
    [
      'a key of a check at a metric',
      `${KEY}[plugin.metrics.a]\ncommand = "x"\nmemo = "y"\n`,
      ['4:1 other-plugins memo plugin.checks.*.memo note'],
    ],
    [
      'a table of a check at a metric',
      `${KEY}[plugin.metrics.a]\ncommand = "x"\naction = { command = "y" }\n`,
      ['4:1 other-plugins action plugin.checks.*.action note'],
    ],
    [
      'a plugin without a name',
      `${KEY}[plugin.metrics]\ncommand = "x"\ntimeout_seconds = 3\n`,
      ['2:2 section-name plugin.metrics plugin.metrics.NAME stops'],
    ],
    [
      'a plugin with a dot',
      `${KEY}[plugin.metrics.my.sql]\ncommand = "x"\n`,
      ['2:2 dotted-name my.sql my-sql stops'],
    ],
    [
      'a plugin without a command',
      `${KEY}[plugin.checks.a]\nmemo = "x"\n`,
      ['2:2 command-missing plugin.checks.a command stops'],
    ],
    [
      'a list with a number as command',
      `${KEY}[plugin.checks.a]\ncommand = ["check", 1]\n`,
      ['3:21 command-type ["check", 1] stops'],
    ],
    [
      'a program and its arguments in one item',
      `${KEY}[plugin.checks.a]\ncommand = ["check-procs -p nginx"]\n`,
      ['3:12 command-words check-procs fails'],
    ],
    [
      'a path and its arguments in one item',
      `${KEY}[plugin.checks.a]\ncommand = ["/opt/ruby/bin/ruby /opt/a.rb", "-v"]\n`,
      ['3:12 command-words /opt/ruby/bin/ruby fails'],
    ],
    [
      'a path with a blank as command',
      `${KEY}[plugin.checks.a]\ncommand = ['C:\\Program Files\\Mackerel\\check.exe', "-a b"]\n`,
      [],
    ],
    ['a string for a list', `${KEY}roles = "a:b"\n`, ['2:9 type string strings stops']],
    ['a string for a boolean', `${KEY}verbose = "true"\n`, ['2:11 type string boolean stops']],
    ['a value for a table', `${KEY}host_status = "working"\n`, ['2:15 type string table stops']],
    ['a table for a value', `${KEY}[roles]\na = 1\n`, ['2:2 type table strings stops']],
    [
      'a number in the environment',
      `${KEY}[plugin.metrics.a]\ncommand = "x"\nenv = { PORT = 1 }\n`,
      ['4:16 type integer string stops'],
    ],
    [
      'malformed roles',
      `${KEY}roles = ["a:b", "a", "-a:b", "サービス:app"]\n`,
      ['2:17 role a changed', '2:22 role -a:b changed', '2:30 role サービス:app changed'],
    ],
    [
      'an unknown status',
      `${KEY}[host_status]\non_start = "running"\n`,
      ['3:12 value running working, standby, maintenance, poweroff stops'],
    ],
    [
      'an unknown status that is used only at a stop',
      `${KEY}[host_status]\non_stop = "off"\n`,
      ['3:11 value off working, standby, maintenance, poweroff changed'],
    ],
    [
      'an interval that is not a duration',
      `${KEY}[plugin.checks.a]\ncommand = "x"\ncheck_interval = "5 minutes"\n`,
      ['4:18 duration 5 minutes minutes stops'],
    ],
    [
      'an interval that is not a whole minute',
      `${KEY}[plugin.checks.a]\ncommand = "x"\ncheck_interval = "90s"\n`,
      ['4:18 duration 90s minutes stops'],
    ],
    [
      'a negative interval',
      `${KEY}[plugin.checks.a]\ncommand = "x"\nnotification_interval = -10\n`,
      ['4:25 duration -10 minutes stops'],
    ],
    [
      'an interval out of range',
      `${KEY}[plugin.checks.a]\ncommand = "x"\ncheck_interval = 90\nnotification_interval = "5m"\n`,
      ['4:18 range 90 60 changed', '5:25 range 5 10 changed'],
    ],
    [
      'attempts that have no effect',
      `${KEY}[plugin.checks.a]\ncommand = "x"\nmax_check_attempts = 3\nprevent_alert_auto_close = true\n`,
      ['4:1 attempts 3 1 changed'],
    ],
    [
      'a glob for a pattern',
      `${KEY}[filesystems]\nignore = "*ram*"\n`,
      ['3:10 pattern *ram* nothing-to-repeat stops'],
    ],
    [
      'a comment in another syntax below a string',
      `${KEY}display_name = "a"\n; note\n`,
      ['3:1 syntax ; character stops'],
    ],
    [
      'a full-width space below a string',
      `${KEY}display_name = "a"\n\u3000verbose = true\n`,
      ['3:1 characters \u3000   stops'],
    ],
    [
      'a full-width header below a string',
      `${KEY}display_name = "a"\n［plugin.checks.a］\ncommand = "x"\n`,
      ['3:1 characters ［ [ stops'],
    ],
    [
      'a key twice on adjacent lines',
      `${KEY}[plugin.metrics.l]\ncommand = "a"\ncommand = "b"\n`,
      ['4:1 duplicate command 3 stops'],
    ],
    [
      'a table in double brackets',
      `${KEY}[[plugin.checks.a]]\ncommand = "x"\n`,
      ['2:3 type array table stops'],
    ],
    ['the key of an example', 'apikey = "YOUR_API_KEY"\n', ['1:10 value stops']],
    ['a variable for the key', 'apikey = "${MACKEREL_APIKEY}"\n', ['1:10 value stops']],
    ['a phrase for the key', 'apikey = "the key of web01"\n', ['1:10 value stops']],
    ['a masked key', 'apikey = "xxxxxxxx"\n', []],
    ['a number for the key', 'apikey = 12345\n', ['1:10 type integer string stops']],
    [
      'plugins only, as in an included file',
      `[plugin.checks.a]\ncommand = "x"\n`,
      ['1:1 missing-here plugin apikey note'],
    ],
    [
      'a wrong path after a right one',
      `${KEY}[plugin.checks.a]\ncommand = ["C:\\\\check.exe", "-f", "D:\\Logs\\a.log"]\n`,
      ['3:35 backslash D:\\Logs\\a.log stops'],
    ],
    ['True', `${KEY}verbose = True\n`, ['2:11 syntax True small-letters stops']],
    ['yes', `${KEY}verbose = yes # please\n`, ['2:11 syntax yes small-letters stops']],
    ['a bare word for a string', `${KEY}display_name = yes\n`, ['2:16 syntax y character stops']],
    [
      'an open list above another key',
      `${KEY}roles = ["a:b"\nverbose = true\n`,
      ['2:15 syntax array-open stops'],
    ],
    [
      'an open list above a table',
      `${KEY}roles = ["a:b"\n\n# checks\n[plugin.checks.a]\ncommand = "x"\n`,
      ['2:15 syntax array-open stops'],
    ],
    [
      'an unterminated string before other quotes',
      `${KEY}root = '/var"\n`,
      ["2:8 syntax ' string-end stops"],
    ],
    [
      'an unterminated string with quotes in it',
      `${KEY}root = "/a \\"b\\" 'c\n`,
      ['2:8 syntax " string-end stops'],
    ],
    [
      'an unterminated multi-line string',
      `${KEY}[plugin.checks.a]\ncommand = """\nx\nuser = "a"\n`,
      ['3:11 syntax " string-end stops'],
    ],
    ['a no-break space', `${KEY}\u00a0verbose = true\n`, ['2:1 characters \u00a0   stops']],
    [
      'full-width digits',
      `${KEY}[plugin.checks.a]\ncommand = "x"\ncheck_interval = １０\n`,
      ['4:18 characters １ 1 stops'],
    ],
    [
      'an open list over several lines',
      `${KEY}roles = [\n  "a:b"\nverbose = true\n`,
      ['3:8 syntax array-open stops'],
    ],
    ['an empty command', `${KEY}[plugin.checks.a]\ncommand = ""\n`, []],
    [
      'an open bracket in a pattern',
      `${KEY}[filesystems]\nignore = "/dev/[a-z"\n`,
      ['3:10 pattern /dev/[a-z open-bracket stops'],
    ],
  ])('%s', (_name, text, expected) => expect(problems(text)).toEqual(expected));

  it.each<[string, string, string[]]>([
    [
      'a paste from a document',
      'apikey = “k”\ndisplay_name = “web”\nverbose = True\nroles = [“a b”]\n',
      [
        '1:10 characters “ " stops',
        '2:16 characters “ " stops',
        '3:11 syntax True small-letters stops',
        '4:10 characters “ " stops',
        '4:10 role a b changed',
      ],
    ],
    [
      'unquoted strings',
      'apikey = k\nroot = C:\\mackerel\nroles = My-Service:app\n[plugin.checks.a]\ncommand = check-x -w 10\nmemoo = "y"\n',
      [
        '1:10 syntax k character stops',
        '2:8 syntax C character stops',
        '3:9 syntax M character stops',
        '5:11 syntax c character stops',
        '6:1 unknown-key plugin.checks.a.memoo plugin.checks.a.memo refused',
      ],
    ],
    [
      'colons, as in YAML',
      'apikey: "k"\nverbos: true\nverbose: True\n',
      ['1:7 syntax : equals stops', '2:7 syntax : equals stops'],
    ],
    [
      'two faults on a line, one of which can be repaired',
      'apikey: "k"\nverbose: maybe\nrolse = []\n',
      ['1:7 syntax : equals stops', '2:8 syntax : equals stops'],
    ],
    [
      'a repaired line that occurs twice',
      `${KEY}root = x\nroot = x\n`,
      ['2:8 syntax x character stops', '3:8 syntax x character stops'],
    ],
    ['a line below a key without a value', `${KEY}root =\nroles = 1\n`, ['2:7 syntax value stops']],
    [
      'a line below a key without a value and with blanks',
      `${KEY}root = \n- = 0\n`,
      ['3:2 syntax   character stops'],
    ],
    [
      'a boolean below a key without a value',
      `${KEY}root = \nverbose = yes\n`,
      ['2:8 syntax value stops'],
    ],
    [
      'an open header below a key without a value',
      `${KEY}a\n[b\n[c]\n`,
      ['3:1 syntax [ one-line stops'],
    ],
  ])('is read past faults that can be repaired: %s', (_name, text, expected) =>
    expect(problems(text)).toEqual(expected),
  );

  it('is read no further than its first ambiguous fault', () => {
    for (const text of [
      `${KEY}roles = ["a:b", "c:d]\nverbos = true\n`,
      `${KEY}[plugin.checks.a]]\nverbos = true\n`,
      `${KEY}roles = ["a:b"\nverbos = true\n`,
    ]) {
      const { problems: found, whole } = checkConfig(text, 'utf-8', settings, { version: null });
      expect([found.length, whole], text).toEqual([1, false]);
    }
  });

  it('gets quotes only for settings that need them', () => {
    const { problems: found } = checkConfig(
      'apikey = k\nroles = a:b\nroot = C:\\mackerel\n[plugin.checks.a]\ncommand = check-x -w 10, 5\ncheck_interval = 5m\nprevent_alert_auto_close = maybe\n',
      'utf-8',
      settings,
      { version: null },
    );
    expect(found.map(({ write }) => write)).toEqual([
      'apikey = "*"',
      'roles = ["a:b"]',
      "root = 'C:\\mackerel'",
      'command = "check-x -w 10, 5"',
      'check_interval = "5m"',
      null,
    ]);
  });

  it('has no faults for syntax that one of the parsers accepts', () => {
    // Newlines in inline tables are TOML 1.1; the agent accepts dotted keys beside a header.
    expect(
      problems(`${KEY}[plugin.checks.a]\ncommand = "x"\naction = {\n  command = "y",\n}\n`),
    ).toEqual([]);
    const { problems: found, whole } = checkConfig(
      `${KEY}host_status.on_start = "working"\n[host_status]\non_stop = "poweroff"\n`,
      'utf-8',
      settings,
      { version: null },
    );
    expect([found, whole]).toEqual([[], true]);
  });

  it("reports settings newer than the log's version", () => {
    const text = `${KEY}disable_http_keep_alive = true\n`;
    expect(problems(text, '0.72.4')).toEqual(['2:1 too-new 0.72.4 0.84.0 changed']);
    expect(problems(text, '0.84.0')).toEqual([]);
  });

  it.each([
    [
      'a key of many parts',
      `${KEY}${'a.'.repeat(60_000)}a = 1\nverbos = true\n`,
      '2:1 unchecked 20 key-parts note',
    ],
    [
      'a long name',
      `${KEY}[${'a'.repeat(60_000)}]\n${'b = 1\n'.repeat(10_000)}`,
      '2:2 unchecked 500 key-length note',
    ],
    ['lists in lists', `${KEY}roles = ${'['.repeat(60_000)}\n`, '2:109 unchecked 100 nesting note'],
  ])('is unchecked beyond a limit: %s', (_name, text, expected) => {
    const { whole } = checkConfig(text, 'utf-8', settings, { version: null });
    expect([problems(text), whole]).toEqual([[expected], false]);
  });

  it('is not called valid with a pattern too large to check', () => {
    expect(
      problems(`${KEY}[filesystems]\nignore = "${'('.repeat(5000)}"\nuse_mountpoint = 1\n`),
    ).toEqual(['4:18 type integer boolean stops', '3:10 unchecked 2000 pattern-length note']);
  });

  it('names the table of a key among thousands of tables', () => {
    const text =
      KEY +
      Array.from({ length: 2000 }, (_, at) => `[plugin.checks.a.${at}]\ncommand = "x"\n`).join('');
    const { problems: found } = checkConfig(text, 'utf-8', settings, { version: null });
    expect(found.slice(0, 3).map(({ code, line, found: name }) => [code, line, name])).toEqual([
      ['dotted-name', 2, 'a.0'],
      ['dotted-name', 4, 'a.1'],
      ['dotted-name', 6, 'a.2'],
    ]);
  });

  it('reports an encoding other than UTF-8', () => {
    expect(
      checkConfig('apikey = "k"', 'utf-16', settings, { version: null }).problems,
    ).toMatchObject([{ code: 'encoding', found: 'UTF-16', guide: 'encoding' }]);
    expect(
      checkConfig('apikey = "k"\n# \ufffd\ufffd', 'unknown', settings, { version: null }).problems,
    ).toMatchObject([{ code: 'encoding', line: 2, column: 3 }]);
  });

  it('gets corrected lines that never show an API key', () => {
    const [path] = checkConfig(
      'apikey = "abcDEF123abcDEF123abcDEF123abcDEF123"\nroot = "C:\\Program Files\\Mackerel"\n',
      'utf-8',
      settings,
      { version: null },
    ).problems;
    expect(path?.write).toBe("root = 'C:\\Program Files\\Mackerel'");
    const write = (text: string): (string | null)[] =>
      checkConfig(text, 'utf-8', settings, { version: null }).problems.map(
        (problem) => problem.write,
      );
    expect(write('apikey = "k"\n[host_status]\non_start = working\n')).toEqual([
      'on_start = "working"',
    ]);
    expect(
      write('apikey = "k"\n[plugin.checks.a]\ncommand = "x"\nmemo　= “１：「ａ」” # ２\n'),
    ).toEqual(['memo = "１：「ａ」" # ２']);
    expect(write('apikey = "k"\nverbose = true ＃ （１）\n')).toEqual(['verbose = true # （１）']);
    expect(
      write(
        'apikey = "k"\n[plugin.checks.a]\ncommand = "check-procs -p "a b""\ncheck_interval = 5m\n',
      ),
    ).toEqual([`command = 'check-procs -p "a b"'`, 'check_interval = "5m"']);
    const command = (value: string): (string | null)[] =>
      write(`apikey = "k"\n[plugin.checks.a]\ncommand = ${value}\n`);
    expect(command(String.raw`"\"D:\Apps\x y\run.exe\" -w 5"`)).toEqual([
      String.raw`command = '"D:\Apps\x y\run.exe" -w 5'`,
    ]);
    expect(command(String.raw`"\"D:\\Apps\\run.exe\" --pattern \"a\.exe\"" # ours`)).toEqual([
      String.raw`command = '"D:\Apps\run.exe" --pattern "a\.exe"' # ours`,
    ]);
    expect(command(String.raw`"D:\Apps\run.exe --name \"a b\""`)).toEqual([
      String.raw`command = 'D:\Apps\run.exe --name "a b"'`,
    ]);
    expect(command(String.raw`["run", "\\files\Share\", "D:\\Apps\Logs"]`)).toEqual([
      String.raw`command = ["run", '\\files\Share\', 'D:\\Apps\Logs']`,
    ]);
    expect(command(String.raw`"""D:\Apps"""`)).toEqual([null]);
    for (const secret of [
      'apikey = "SecretKey123SecretKey123SecretKey1\n',
      'apiky = "SecretKey123SecretKey123SecretKey1"\n',
      'apikey = SecretKey123SecretKey123SecretKey1\n',
      'apikey = “SecretKey123SecretKey123SecretKey1”\n',
      'apikey: “SecretKey123SecretKey123SecretKey1”\n',
      'apikey: SecretKey123SecretKey123SecretKey1\n',
      'apikey = ["SecretKey123SecretKey123SecretKey1"]\n',
      '[host_status]\napikey = "SecretKey123SecretKey123SecretKey1"\n',
    ]) {
      const { problems: found } = checkConfig(secret, 'utf-8', settings, { version: null });
      expect(found.length, secret).toBeGreaterThan(0);
      expect(JSON.stringify(found)).not.toContain('SecretKey');
    }
  });

  it.each([
    ['open lists', `a = ${'['.repeat(200_000)}`],
    ['one key repeated', 'x = 1\n'.repeat(20_000)],
    [
      'many tables',
      Array.from({ length: 3000 }, (_, index) => `[plugin.checks.a${index}]\ncommnd = 1`).join(
        '\n',
      ),
    ],
    ['backslashes', `root = "${'\\'.repeat(100_000)}`],
    ['an unquoted string', `root = a${' '.repeat(200_000)}"`],
    ['names with dots', `${'a.'.repeat(100_000)}: "b"`],
    ['typographic quotes', 'root = “x”\n'.repeat(20_000)],
  ])('reports the faults of hostile input: %s', (_, text) => {
    const { problems: found } = checkConfig(text, 'utf-8', settings, { version: null });
    expect(found.length).toBeGreaterThan(0);
  });
});
