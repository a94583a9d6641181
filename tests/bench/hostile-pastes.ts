/**
 * Configuration files, command outputs and logs that become slow or large if any work or output is
 * superlinear.
 */
type Make = (size: number) => string;

const repeat =
  (text: string): Make =>
  (size) =>
    text.repeat(Math.ceil(size / text.length)).slice(0, size);
const KEY = 'apikey = "k"\n[plugin.checks.web]\ncommand = "x"\n';
const DF = 'Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/a 1 2 3 5% /\n';
const PROBE = '$ curl https://api.mackerelio.com\n';

/** Make lines that are all different. */
function numbered(line: (at: number) => string): Make {
  return (size) => {
    const lines: string[] = [];
    for (let length = 0; length < size; length += lines.at(-1)?.length ?? 0)
      lines.push(line(lines.length));
    return lines.join('');
  };
}

/** Make one or more lines of a configuration file. */
function config(before: string, within: Make, after = ''): Make {
  return (size) => `${KEY}${before}${within(size)}${after}\n`;
}

const withHeader =
  (head: string, rest: Make): Make =>
  (size) =>
    head + rest(size);

export const HOSTILE_PASTES: Record<string, Make> = {
  'a key of many parts': config('', repeat('a.'), 'a = 1'),
  'a heading of many parts': config('[', repeat('a.'), 'a]\nx = 1'),
  'many keys below a long heading': (size) =>
    `${KEY}[${repeat('a')(size / 2)}]\n${numbered((at) => `k${at}=1\n`)(size / 2)}`,
  'many keys below a deep heading': (size) =>
    `${KEY}[${repeat('a.')(size / 2)}a]\n${numbered((at) => `k${at}=1\n`)(size / 2)}`,
  plugins: config(
    '',
    numbered((at) => `[plugin.checks.p${at}]\ncommand="x"\n`),
  ),
  'plugins without a command': config(
    '',
    numbered((at) => `[plugin.checks.p${at}]\nmemo="x"\n`),
  ),
  'plugins with a dot': config(
    '',
    numbered((at) => `[plugin.checks.p.${at}]\ncommand="x"\n`),
  ),
  'unknown tables': config(
    '',
    numbered((at) => `[plugin.chekcs.p${at}]\nc=1\n`),
  ),
  'unknown keys': config(
    '',
    numbered((at) => `k${at}=1\n`),
  ),
  'one key, repeated': config('', repeat('memo = "x"\n')),
  'one table, repeated': config('', repeat('[plugin.checks.a]\n')),
  'nested lists': config('command = ', repeat('[')),
  'nested braces': config('env = ', repeat('{a=')),
  'a list of faults': config('command = [', repeat('1,'), ']'),
  'a long inline table': config(
    'env = {',
    numbered((at) => `A${at}=1,`),
    '}',
  ),
  'a long string': config('memo = "', repeat('x'), '"'),
  'a string of escapes': config('memo = "', repeat('\\n'), '"'),
  'an unterminated string': config('memo = "', repeat('x')),
  'quotes in quotes': config('memo = """', repeat('"" ')),
  'backslashes in quotes': config('root = "', repeat('C:\\'), '"'),
  'drives in quotes': config('roles = [', repeat('"C:\\x",'), ']'),
  comments: config('', repeat('# x\n')),
  'faults on every line': config('', repeat('memo = x y\n')),
  'typographic quotes': config('memo = ', repeat('“x”')),
  'an unterminated list': config('roles = [\n', repeat('"a:b",\n')),
  'brackets in include': withHeader(
    'apikey = "k"\ninclude = "',
    (size) => `${repeat('[')(size)}]"\nverbose = true\n`,
  ),
  'a pattern of groups': config('[filesystems]\nignore = "', repeat('('), '"'),
  'a duration of many units': config('check_interval = "', repeat('1m'), 'x"'),
  'configurations between logs': numbered(
    (at) => `${KEY}2026/11/24 01:00:0${at % 10} ERROR <main> x\n`,
  ),
  'a configuration below a log': withHeader(
    `2026/11/24 01:00:01 ERROR <main> x\n${KEY}`,
    numbered((at) => `memo${at} = "x"\n`),
  ),
  'a quoted mail': withHeader(
    KEY.replace(/^/gm, '> > '),
    numbered((at) => `> > memo${at} = "x"\n`),
  ),
  prompts: repeat('root@host:~# cat x\n'),
  'rows of df': withHeader(
    DF,
    numbered((at) => `/dev/sd${at} 1 2 3 5% /\n`),
  ),
  'blanks in df': withHeader(DF, repeat(`a${' '.repeat(90)}b\n`)),
  'lines of a service': withHeader(
    '● mackerel-agent.service - x\n  Loaded: loaded\n  Active: active (running) since x\n',
    repeat('  Process: 1 ExecStart=x (code=exited, status=1)\n'),
  ),
  'lines of configtest': repeat('[WARNING] x is unexpected key y\n'),
  // Divided by 4, because longer text is not recognized as output of curl.
  'nested JSON in a response': (size) => `${PROBE}{"name":${repeat('[')(size / 4)}`,
  'failures of curl': (size) =>
    repeat('curl: (6) Could not resolve host: api.mackerelio.com\n')(size / 4),
  'unterminated blocks': repeat('shindan-report/1\nAAAA\n'),
  'JSON in JSON': repeat('{"log":'),
  'a JSON record of many fields': withHeader(
    '{',
    numbered((at) => `"k${at}":1,`),
  ),
  'CSV of one record': withHeader('time,message\n"2026/11/24 01:00:01","', repeat('a""\n')),
  'a long address': withHeader('2026/11/24 01:00:01 ERROR <main> Post "https://', repeat('a.')),
  'findings without times': numbered(
    (at) => `WARNING <checks> Checker "c${at}" action stdout: "" stderr: "" exitCode: 127\n`,
  ),
};
