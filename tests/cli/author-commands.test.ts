// Commands that write or read content, in a copy of a small content folder.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_ROOT } from '../helpers/open-sample-content.ts';
import { runShindanHere } from '../helpers/run-shindan.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shindan-'));
  // Leave out the guides, which no command here needs: reading them takes half the time.
  cpSync(join(SAMPLE_ROOT, 'content'), join(root, 'content'), {
    recursive: true,
    filter: (file) => !/[\\/]guides[\\/]/.test(file),
  });
});
afterEach(() => rmSync(root, { recursive: true }));

const run = (...args: string[]) => runShindanHere([...args, '--content', root]);
const read = (file: string): string => readFileSync(join(root, 'content', file), 'utf8');
const write = (file: string, text: string): string => {
  const path = join(root, file);
  writeFileSync(path, text);
  return path;
};

const LINES = `2026/11/24 22:41:04 ERROR <checks> Failed to rotate the file "/var/lib/a.db" of user tanaka at 192.168.4.17:8080 after 3 tries
2026/11/24 22:42:04 ERROR <checks> Failed to rotate the file "/var/lib/b.db" of user tanaka at 192.168.4.18:8080 after 5 tries
`;

const START =
  '2026/11/24 22:41:00 INFO <main> Starting mackerel-agent version:0.87.0, rev:aaaaaaa, apibase:https://api.mackerelio.com\n';

describe('new error', () => {
  it('makes a template, a sample and neighbours from lines of a log', () => {
    const { code, out, err } = run(
      'new',
      'error',
      'agent/rotate-failed',
      '--from',
      write('lines.log', LINES),
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^The message: Failed to rotate the file .*\ncontent\/catalogs\/agent\/rotate-failed: replace each GAP/,
    );
    const yaml = read('catalogs/agent/rotate-failed/entry.yaml');
    expect(yaml).toContain(
      `text: 'Failed to rotate the file "{path:quoted}" of user {value:word} at {addr} after {number:int} tries'`,
    );
    expect(yaml).toMatch(/^role: cause # or .*\nact: now # or .*\nlevel: ERROR\n/);
    expect(read('catalogs/agent/rotate-failed/samples/one.log')).toBe(
      '2026/11/24 22:41:04 ERROR <checks> Failed to rotate the file "/var/lib/a.db" of user user-1 at ip-1:8080 after 3 tries\n',
    );
    const check = run('check');
    expect(check.code).toBe(1);
    // Only the gaps, and no guide yet: the sample is diagnosed as the entry.
    expect(check.err).not.toContain('samples/one.log');
  });

  it('drafts messages of other levels, then lines without a header', () => {
    const log = write(
      'lines.log',
      'agent: no such option\n2026/11/24 22:41:04 INFO <checks> Rotated 3 files\n',
    );
    expect(run('new', 'error', 'agent/rotated', '--from', log).code).toBe(0);
    const yaml = read('catalogs/agent/rotated/entry.yaml');
    expect(yaml).toContain("text: 'Rotated {number:int} files'");
    expect(yaml).toMatch(/^role: info .*\nact: ignore\nlevel: INFO\n/);
    expect(run('new', 'error', 'agent/no-option', '--from', log).code).toBe(0);
    expect(read('catalogs/agent/no-option/entry.yaml')).toContain("text: 'agent: no such option'");
    expect(run('new', 'error', 'agent/third', '--from', log).code).toBe(1);
  });

  it('takes the message of a line of the log', () => {
    const log = write(
      'lines.log',
      `${LINES}2026/11/24 22:41:09 INFO <checks> Rotated 3 files\nbare words\n`,
    );
    const count = LINES.split('\n').length - 1;
    for (const [name, line, text] of [
      ['rotated', count + 1, 'Rotated {number:int} files'],
      ['bare', count + 2, 'bare words'],
    ] as const) {
      expect(run('new', 'error', `agent/${name}`, '--from', `${log}:${line}`).code).toBe(0);
      expect(read(`catalogs/agent/${name}/entry.yaml`)).toContain(`text: '${text}'`);
    }
    expect(run('new', 'error', 'agent/none', '--from', `${log}:${count + 9}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no message') as string,
    });
    const known = write(
      'known.log',
      `${LINES}2026/11/24 22:41:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com\n`,
    );
    expect(run('new', 'error', 'agent/known', '--from', `${known}:${count + 1}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('already explained by agent/starting') as string,
    });
  });

  it('is not refused because other content is broken', () => {
    write('content/glossary.yaml', 'a: b: c\n');
    write('content/catalogs/agent/start/entry.yaml', 'role: [\n');
    expect(run('new', 'error', 'agent/other').code).toBe(0);
    expect(run('new', 'guide', 'other-guide').code).toBe(0);
  });

  it('says that every line is explained', () =>
    expect(
      run(
        'new',
        'error',
        'agent/other',
        '--from',
        write(
          'lines.log',
          '2026/11/24 22:41:04 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu\n',
        ),
      ),
    ).toMatchObject({
      code: 1,
      err: expect.stringMatching(/: already explained by agent\/start\n$/) as string,
    }));
});

it('new guide takes the fault in a line of a log, which another guide may explain too', () => {
  const log = write(
    'two.log',
    `${START}2026/11/24 22:41:05 ERROR <checks> The moon is full
2026/11/24 22:41:06 ERROR <checks> The sun is out
2026/11/24 22:41:07 ERROR <checks> The moon is full
2026/11/24 22:41:08 INFO <main> Received signal
`,
  );
  for (const name of ['moon', 'sun'])
    run('new', 'error', `agent/${name}`, '--from', `${log}:${name === 'moon' ? 2 : 3}`);
  expect(run('new', 'guide', 'sun', '--from', `${log}:3`)).toMatchObject({ code: 0, err: '' });
  expect(read('guides/sun/guide.yaml')).toMatch(/evidence:\n {2}- \{ chain: \[agent\/sun\], .*\n#/);
  expect(read('guides/sun/cases/two.log')).toBe(
    `${START}2026/11/24 22:41:06 ERROR <checks> The sun is out\n`,
  );
  expect(run('new', 'guide', 'moon', '--from', `${log}:2`).code).toBe(0);
  expect(read('guides/moon/cases/two.log').split('\n').slice(1)).toEqual([
    '2026/11/24 22:41:05 ERROR <checks> The moon is full',
    '2026/11/24 22:41:07 ERROR <checks> The moon is full',
    '',
  ]);
  // Each case leads to its own guide.
  expect(run('check').err).not.toContain('cases/two.log');
  expect(run('new', 'guide', 'none', '--from', `${log}:1`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('no entry explains a fault in this line') as string,
  });
});

it('new site and new product make a site that passes its check', () => {
  const site = join(root, 'my-agent');
  mkdirSync(site);
  const packages = join(site, 'package.json');
  writeFileSync(packages, '{ "name": "my-agent", "dependencies": { "vite": "^8.0.0" } }');
  expect(runShindanHere(['new', 'site', site])).toMatchObject({
    code: 0,
    out: expect.stringContaining('package.json: npm install now also installs') as string,
  });
  const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  const added = Object.entries(peerDependencies).filter(([name]) => name !== 'vite');
  expect(JSON.parse(readFileSync(packages, 'utf8'))).toEqual({
    name: 'my-agent',
    dependencies: { vite: '^8.0.0' },
    devDependencies: Object.fromEntries(added),
  });
  const inSite = (...args: string[]) => runShindanHere([...args, '--content', site]);
  expect(inSite('check')).toMatchObject({ code: 0, err: '' });
  const log = write(
    'app.log',
    `2026/11/29 15:43:35 [notice] 20822#20822: my-app/1.26.3
2026/11/29 15:43:36 [error] 20824#20824: *1 open() "/srv/missing" failed (2: Not found)
2026/11/29 15:43:37 [error] 20824#20824: *2 open() "/srv/gone" failed (2: Not found)
`,
  );
  const product = inSite('new', 'product', 'my-app', '--from', log);
  expect([product.code, product.err]).toEqual([0, '']);
  expect(product.out).toMatch(
    /^preset nginx: 3 of 3 lines are read: 3 messages, 3 of them with a level, and 0 lines below one\n/,
  );
  const yaml = readFileSync(join(site, 'content/products/my-app/product.yaml'), 'utf8');
  expect(yaml).toContain('preset: nginx\n');
  const commands = readFileSync(join(site, 'content/commands.yaml'), 'utf8');
  expect(commands).toContain('\n  my-app-file:\n');
  expect(yaml).toMatch(/^# .*"1\.26\.3": "YYYY-MM-DD".*\nreleases: \{\}$/m);
  expect(inSite('check')).toMatchObject({ code: 0, err: '' });
  expect(inSite('new', 'error', 'my-app/not-found', '--from', log).code).toBe(0);
  const entry = readFileSync(join(site, 'content/catalogs/my-app/not-found/entry.yaml'), 'utf8');
  expect(entry).toMatch(/^checked: \{ date: "[\d-]{10}" \}$/m);
  expect(inSite('check').err).not.toMatch(/found: (?!a GAP|a cause that no guide)/);
  expect(inSite('coverage').out).toContain('no product lists its messages in messages.tsv');
  expect(inSite('explain', '--lang', 'ja', 'open() failed')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--lang ja：このサイトの言語はenです') as string,
  });
  const source = join(root, 'my-app-source');
  mkdirSync(source);
  writeFileSync(join(source, 'main.c'), 'void f() { log_error("the disk of %s is full", x); }\n');
  expect(inSite('release', source, '--entries', 'my-app').code).toBe(0);
  expect(inSite('check').err).not.toContain('messages.tsv');
  expect(inSite('coverage').out).toContain('1 of 1 messages');
  expect(inSite('new', 'catalog', 'agent').code).toBe(0);
  expect(inSite('check').err).toContain('content/catalogs/agent/catalog.yaml:2\n  found: a GAP');
  expect(runShindanHere(['new', 'site', site])).toMatchObject({ code: 1 });
});

it('new product finds other spellings of a name, and says that a log is not recognized yet', () => {
  const site = join(root, 'flow-site');
  const log = write(
    'flow.log',
    '[2026/11/24 10:12:01] [info] [flow bit] version=3.1.9\n[2026/11/24 10:12:05] [error] [out] no upstream\n',
  );
  runShindanHere(['new', 'site', site]);
  const inSite = (...args: string[]) => runShindanHere([...args, '--content', site]);
  const unrecognized = / is not recognized as a log of flow-bit yet: explain a message /;
  expect(inSite('new', 'product', 'flow-bit', '--from', log).out).toMatch(unrecognized);
  const yaml = readFileSync(join(site, 'content/products/flow-bit/product.yaml'), 'utf8');
  expect(yaml).toContain('names: ["flow-bit", "flow bit"]\n');
  expect(inSite('new', 'error', 'flow-bit/no-upstream', '--from', log).code).toBe(0);
  expect(inSite('diagnose', log).out).not.toContain('Not recognized');
});

it('new error makes an entry for a message and one for the root cause below it', () => {
  const site = join(root, 'shop');
  const log = write(
    'shop.log',
    `2026-11-29 21:39:53,789 [main] INFO Shop - Starting
2026-11-29 21:39:53,897 [main] SEVERE Shop - Request failed
java.lang.IllegalStateException: Order cannot be loaded
\tat Shop.load(Shop.java:14)
\tat Shop.main(Shop.java:19)
Caused by: java.io.FileNotFoundException: /var/lib/orders (No such file or directory)
\tat Shop$Pool.connect(Shop.java:7)
\t... 2 more
2026-11-29 21:39:53,909 [main] INFO Shop - Going down
Exception in thread "main" java.lang.RuntimeException: java.lang.NumberFormatException: For input
\tat Shop.main(Shop.java:22)
Caused by: java.lang.NumberFormatException: For input
\tat java.base/java.lang.Integer.parseInt(Integer.java:668)
\t... 1 more
`,
  );
  runShindanHere(['new', 'site', site]);
  const inSite = (...args: string[]) => runShindanHere([...args, '--content', site]);
  expect(inSite('new', 'product', 'shop', '--from', log).out).toMatch(
    /^preset java: 14 of 14 lines are read: 3 messages/,
  );
  const templateOf = (name: string): string | undefined => {
    expect(inSite('new', 'error', `shop/${name}`, '--from', log)).toMatchObject({ err: '' });
    const entry = readFileSync(join(site, `content/catalogs/shop/${name}/entry.yaml`), 'utf8');
    return /text: (.+)/.exec(entry)?.[1];
  };
  expect(templateOf('first')).toBe("'Request failed'");
  expect(templateOf('second')).toBe("'java.lang.NumberFormatException: For input'");
  expect(templateOf('third')).toBe(
    "'java.io.FileNotFoundException: {path} (No such file or directory)'",
  );
  expect(inSite('check').err).not.toMatch(/found: (?!a GAP|a cause that no guide)/);
});

describe('gaps', () => {
  it('lists unknown messages of a folder, without private values', () => {
    const logs = mkdtempSync(join(root, 'logs-'));
    writeFileSync(join(logs, 'a.log'), START + LINES);
    writeFileSync(join(logs, 'b.log'), START + LINES);
    writeFileSync(join(logs, 'c.log'), 'hello\n');
    const { code, out } = run('gaps', logs);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Unknown messages: {2}files {2}lines\n +2 +4 {2}Failed to rotate the file/,
    );
    expect(out).not.toMatch(/tanaka|192\.168/);
    expect(out).toContain(
      '3 files, 3 reports: 0 answered, 0 with only a possible answer, 2 without',
    );
    writeFileSync(join(logs, 'd.log'), `${START}2026/11/24 22:41:04 INFO <checks> Rotated it\n`);
    expect(run('gaps', logs).out).toMatch(
      /\nUnknown messages below the level of problems: .*\n +1 +1 {2}Rotated it\n/,
    );
    rmSync(join(logs, 'd.log'));
    const json = JSON.parse(run('gaps', logs, '--json').out) as object;
    expect(json).toMatchObject({ files: 3, messages: [{ files: 2, count: 4 }] });
  });

  it.each([
    [['gaps'], 'name one folder of logs'],
    [['gaps', 'no-such-folder'], 'no-such-folder is not a folder'],
    [['gaps', 'tests', '--top', '0'], '--top needs a whole number from 1'],
    [['release'], 'name one folder with the source'],
    [['release', 'docs', '--product', 'other'], '--product needs one of mackerel-agent'],
    [['release', 'docs'], 'docs has no source code in a language that is known'],
  ])('%j is wrong', (args, problem) =>
    expect(run(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(problem) as string,
    }),
  );
});

it('new guide takes a log as its case, and the faults that no guide explains as its evidence', () => {
  const log = `${START}2026/11/24 22:41:04 ERROR <main> cannot write to /var/lib/tanaka.db\n`;
  mkdirSync(join(root, 'content/catalogs/agent/write-failed'));
  write(
    'content/catalogs/agent/write-failed/entry.yaml',
    'role: cause\nact: now\ntemplates:\n  - text: cannot write to {path}\nchecked: { date: "2026-11-24" }\n',
  );
  for (const language of ['en', 'ja'])
    write(
      `content/catalogs/agent/write-failed/${language}.mdx`,
      '---\nsummary: It failed to write.\n---\n<When>\nAlways.\n</When>\n\n<Do>\nNothing.\n</Do>\n',
    );
  const path = write('My Log.log', log);
  expect(run('new', 'guide', 'cannot-write', '--from', path)).toMatchObject({ code: 0, err: '' });
  const yaml = read('guides/cannot-write/guide.yaml');
  expect(yaml).toContain('  - { chain: [agent/write-failed], confidence: certain }\n');
  expect(yaml).toContain('\n  my-log: { cause: null, first-step: first }\n');
  expect(read('guides/cannot-write/cases/my-log.log')).toContain('cannot write to /var/lib/');
  const { err } = run('check');
  expect(err).toContain('content/guides/cannot-write/en.mdx:2\n  found: a GAP');
  expect(err).not.toContain('content/guides/cannot-write/guide.yaml');
});

describe('review', () => {
  it('records who has read a page, until the page changes', () => {
    expect(run('review').out).toMatch(/^unread {3}facts {2}agent\/start$/m);
    expect(run('review', 'facts', 'agent/start', '--version', '0.86.0').code).toBe(0);
    expect(run('review', 'ja', 'agent/start').code).toBe(0);
    expect(read('review.yaml')).toMatch(
      /^agent\/start:\n {2}- \{ by: "facts", version: "0\.86\.0", .*\}\n {2}- \{ by: "ja", date: /m,
    );
    expect(run('review').out).not.toContain('facts  agent/start\n');
    const file = 'catalogs/agent/start/ja.mdx';
    write(
      `content/${file}`,
      read(file).replace(/^summary: .*$/m, 'summary: 読んだ後に変わった文です。'),
    );
    expect(run('review').out).toMatch(
      /^changed {2}facts {2}agent\/start {2}\(read \d{4}-\d\d-\d\d, 0\.86\.0\)$/m,
    );
  });

  it.each([
    [['review', 'facts'], 'name one of facts, ja, en'],
    [['review', 'author', 'agent/start'], 'name one of facts, ja, en'],
    [['review', 'facts', 'agent/nothing'], 'agent/nothing is neither an entry nor a guide'],
    [['review', 'facts', 'agent/start', '--version', 'new'], '--version needs a version'],
  ])('%j is wrong', (args, problem) =>
    expect(run(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(problem) as string,
    }),
  );
});

it('release compares the source of a program with the messages, and creates entries', () => {
  const source = mkdtempSync(join(root, 'source-'));
  writeFileSync(
    join(source, 'main.go'),
    'package main\nfunc main() {\n\tlogger.Errorf("cannot find the %s of %q: %s", a, b, err)\n}\n',
  );
  writeFileSync(join(source, 'main_test.go'), 'func x() { t.Fatal("only in a test") }\n');
  const { code, out } = run('release', source, '--entries', 'agent');
  expect(code).toBe(0);
  expect(out).toContain('main.go:3  logger.Errorf  "cannot find the %s of %q: %s"');
  expect(out).not.toContain('only in a test');
  expect(read('catalogs/agent/cannot-find-the-of/entry.yaml')).toContain(
    `text: 'cannot find the {value:text} of "{value-2:quoted}": {cause}'\n    messages: [cannot-find-the-of]\nsource: 'main.go:3'`,
  );
  expect(read('products/mackerel-agent/messages.tsv')).toContain(
    'cannot-find-the-of\tERROR\t-\t-\tmain.go:3\tcannot find the %s of %q: %s\n',
  );
  expect(run('release', source).out).toContain('1 text compared with mackerel-agent: 0 new');
});
