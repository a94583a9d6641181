import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilReady } from '../browser/analyzer-page.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serveBuild } from '../browser/serve-build.ts';

const LOG = resolve('content/guides/key-rejected/cases/refused-at-start.log');
/** An empty folder into which the packed package is installed. */
let folder = '';
/** What npm installed, as paths below node_modules. */
let installed: string[] = [];
/** The package as a file, relative to `folder`. */
let tarball = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shindan-package-'));
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
      encoding: 'utf8',
    }),
  ) as { filename: string }[];
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  tarball = `./${packed?.filename ?? ''}`;
  execFileSync('npm', ['install', '--offline', tarball], { cwd: folder });
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  installed = Object.keys(lock.packages).filter((path) => path !== '');
  cpSync('examples/library', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The Node that runs the tests, and the one of the machine, which may be older. */
const NODES = {
  'the Node of the tests': process.execPath,
  'the installed Node':
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((path) => !path.includes('node_modules'))
      .map((path) => join(path, process.platform === 'win32' ? 'node.exe' : 'node'))
      .find((path) => existsSync(path)) ?? process.execPath,
};

/** Run a script in the folder; return its exit code and output. */
function run(node: string, args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'C' },
  });
  return { code: status, out: stdout, err: stderr };
}

it('installs offline, with no other package', () => {
  expect(installed).toEqual(['node_modules/shindan']);
});

const source = spawnSync(process.execPath, ['bin/shindan.js', 'diagnose', '--json', LOG], {
  encoding: 'utf8',
});

describe.each(Object.entries(NODES))('with %s', (_, node) => {
  const shindan = (...args: string[]): ReturnType<typeof run> =>
    run(node, ['node_modules/shindan/bin/shindan.js', ...args]);

  it('diagnoses a file as the repository does', () => {
    expect(shindan('diagnose', '--json', LOG)).toEqual({
      code: source.status,
      out: source.stdout,
      err: source.stderr,
    });
    expect(source.stdout).toContain('"guide":"key-rejected"');
  });

  it('diagnoses a folder, in worker threads', () => {
    const { code, out, err } = shindan('diagnose', resolve('content/guides/key-rejected/cases'));
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(out).toContain('refused-at-start.log');
  });

  it('explains a guide and a message in both languages', () => {
    expect(shindan('explain', 'key-rejected', '--lang', 'ja').out).toContain('APIキー');
    expect(shindan('explain', 'no space left on device', '--lang', 'en').out).toContain(
      'os/no-space',
    );
  });

  it('runs the example of the library', () => {
    const { out, err } = run(node, ['diagnose.mjs', LOG]);
    expect(err).toBe('');
    expect(out).toMatch(/^mackerel-agent [\d.]+ action-needed\nkey-rejected certain/);
  });
});

it('runs through npx, as users run it', () => {
  const args = ['--no-install', 'shindan', 'explain', 'key-rejected', '--lang', 'ja'];
  expect(run('npx', args)).toMatchObject({ code: 0, out: expect.stringContaining('APIキー') });
});

it('has declarations that need no other package', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { compile, open, type Report } from 'shindan/engine';
const report: Report = open(compile({ schema: 1, version: '' })).close();
export const status: 'healthy' | 'recovered' | 'action-needed' | 'unrecognised' = report.status;
// @ts-expect-error: reports have no such field
export const wrong = report.nothing;
`,
  );
  const program = ts.createProgram([join(folder, 'use.ts')], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
  });
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(messages).toEqual([]);
});

it('rejects a catalog of another schema', () => {
  writeFileSync(
    join(folder, 'other.mjs'),
    "import { compile } from 'shindan/engine';\ncompile({ schema: 2, version: '' });\n",
  );
  expect(run(process.execPath, ['other.mjs']).err).toContain('The catalog has schema 2');
});

it('runs the example page in a browser, without a bundler', async () => {
  writeFileSync(join(folder, '_headers'), '');
  const [server, browser] = await Promise.all([serveBuild(folder), launchChromium()]);
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(server.url);
    await page.locator('#log').fill(readFileSync(LOG, 'utf8'));
    await expect.poll(() => page.locator('#report').textContent()).toContain('key-rejected');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    server.stop();
  }
});

describe('the site of somebody else', () => {
  /** Below the repository, whose packages are found as an adopter's own would be. */
  const site = resolve('test-results/adopter');
  const shindan = (...args: string[]): string =>
    execFileSync(process.execPath, ['node_modules/shindan/bin/shindan.js', ...args], {
      cwd: site,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', LANG: 'C' },
    });

  beforeAll(() => {
    rmSync(site, { recursive: true, force: true });
    mkdirSync(site, { recursive: true });
    writeFileSync(join(site, 'package.json'), '{}');
    execFileSync('npm', ['install', '--offline', join(folder, tarball)], { cwd: site });
    cpSync('examples/nginx/content', join(site, 'content'), { recursive: true });
  });
  afterAll(() => rmSync(site, { recursive: true, force: true }));

  it('passes its checks, in one language', () =>
    expect(shindan('check')).toMatch(/^\d+ entries, \d+ guides, 0 problems/));

  it('says which packages a build needs', () => {
    const { code, err } = run(process.execPath, [
      'node_modules/shindan/bin/shindan.js',
      'build',
      '--content',
      site,
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/npm install --save-dev .*astro@\d/);
  });

  it('is built, and diagnoses a pasted log in a browser', async () => {
    shindan('build');
    const [server, browser] = await Promise.all([serveBuild(join(site, 'dist')), launchChromium()]);
    try {
      const page = await browser.newPage();
      await page.goto(`${server.url}en/analyze/`);
      expect(await page.title()).toContain('nginx Help');
      const log = 'content/guides/upstream-timeout/cases/slow-report.log';
      await page.locator('[data-analyze-input]').fill(readFileSync(join(site, log), 'utf8'));
      await expect
        .poll(() => page.locator('[data-answer]').first().getAttribute('data-answer'))
        .toBe('upstream-timeout');
      const linkTo = async (path: string, start: string): Promise<string> => {
        await page.goto(server.url + path);
        return decodeURIComponent(
          (await page.locator(`a[href^="${start}"]`).first().getAttribute('href')) ?? '',
        );
      };
      // Readers are asked to send the address of the page, never the log that they pasted before.
      const mail = await linkTo('en/guides/upstream-timeout/', 'mailto:');
      expect(mail).toMatch(/^mailto:help@example.com\?subject=About the page ".*"&body=http/);
      expect(mail).toContain('/en/guides/upstream-timeout/');
      expect(await linkTo('en/errors/', 'mailto:')).toContain('A message is missing');
      expect(await linkTo('en/guides/upstream-timeout/', 'https://github.com/')).toBe(
        'https://github.com/example/nginx-help/edit/main/content/guides/upstream-timeout/en.mdx',
      );
    } finally {
      await browser.close();
      server.stop();
    }
  });

  it('shows edited pages, rules and reports while a writer types', async () => {
    // Vite watches no files in test-results, nor if it runs in a test.
    const written = join(folder, 'written');
    cpSync('examples/nginx/content', join(written, 'content'), { recursive: true });
    const command = ['node_modules/shindan/bin/shindan.js', 'dev', '--content', written];
    const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined, PORT: '0' };
    const dev = spawn(process.execPath, command, { cwd: site, env });
    const browser = await launchChromium();
    try {
      const address = await new Promise<string>((found, fail) => {
        let output = '';
        dev.stdout.on('data', (data: Buffer) => {
          output += data.toString();
          const [url] = /http:\/\/localhost:\d+\//.exec(output) ?? [];
          if (url !== undefined) found(url);
        });
        dev.on('exit', () => fail(new Error(output)));
      });
      const edit = (file: string, from: string, to: string): void => {
        const path = join(written, 'content', file);
        writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
      };
      const page = await browser.newPage();
      await page.goto(`${address}en/guides/port-in-use/`);
      edit('guides/port-in-use/en.mdx', '</Signs>', '\nWritten just now.\n</Signs>');
      await page.getByText('Written just now.').waitFor();

      await page.goto(`${address}en/analyze/`, { waitUntil: 'networkidle' });
      const paste = async (): Promise<string> => {
        const line = '2026/11/29 15:43:35 [emerg] 20822#20822: the port vanished\n';
        // The server reloads the page when it finds a package that it has not seen yet.
        await expect
          .poll(
            async () => {
              await untilReady(page);
              await page.locator('[data-analyze-input]').fill(line);
              await page.waitForTimeout(3_000);
              return page.locator('[data-analyze-state="done"]').count();
            },
            { timeout: 40_000 },
          )
          .toBe(1);
        return page.locator('main').innerText();
      };
      expect(await paste()).not.toContain('Gone with the wind');
      const entry = 'catalogs/nginx/still-not-bound';
      edit(`${entry}/entry.yaml`, 'templates:\n', 'templates:\n  - text: the port vanished\n');
      edit(`${entry}/en.mdx`, 'nginx gave up listening', 'Gone with the wind');
      // The page was loaded again, without the log, which leaves no trace.
      await page.locator('[data-analyze-state="empty"]').waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      expect(await paste()).toContain('Gone with the wind');
      expect(await page.locator('[data-answer="port-in-use"]').count()).toBe(1);
      // Nothing of it is left when it is stopped.
      dev.removeAllListeners('exit').kill();
      await once(dev, 'exit');
      await expect(fetch(address)).rejects.toThrow();
    } finally {
      await browser.close();
      dev.kill();
    }
  });
});
