import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SAMPLE_ROOT } from '../helpers/open-sample-content.ts';
import { runShindanHere, runShindanIn } from '../helpers/run-shindan.ts';

const FOLDER = join(SAMPLE_ROOT, 'content');
/** A root of other content, which is read in a fraction of the time of the repository's own. */
const NGINX = 'examples/nginx';

it.each([
  ['--content', () => runShindanHere(['explain', 'port-in-use', '--content', `${NGINX}/content`])],
  ['--content=', () => runShindanHere([`--content=${NGINX}/content`, 'explain', 'port-in-use'])],
  ['the folder around it', () => runShindanHere(['explain', 'port-in-use', '--content', NGINX])],
  [
    'CONTENT_DIR',
    () => runShindanHere(['explain', 'port-in-use'], { CONTENT_DIR: `${NGINX}/content` }),
  ],
])('reads the content that %s names', (_name, run) =>
  expect(run().out).toMatch(/ {2}port-in-use$/m),
);

it('reads a folder of another name, not the content beside it', () => {
  const root = mkdtempSync(join(tmpdir(), 'shindan-'));
  cpSync(FOLDER, join(root, 'help'), { recursive: true });
  mkdirSync(join(root, 'content'));
  const help = join(root, 'help');
  const { code, out } = runShindanHere(['new', 'guide', 'port-8080', '--content', help]);
  expect([code, out]).toEqual([0, expect.stringContaining('content/guides/port-8080: ')]);
  const { err } = runShindanHere(['check', '--content', help]);
  expect(err).toContain('help/guides/port-8080/en.mdx');
  rmSync(root, { recursive: true });
});

it('reads the content of the working directory otherwise', () =>
  expect(runShindanIn(NGINX, ['explain', 'port-in-use']).out).toMatch(/ {2}port-in-use$/m));

it('reads the named content also in the workers that diagnose a folder', () => {
  const folder = 'content/guides/port-in-use/cases';
  const of = (args: string[]): string =>
    runShindanIn(NGINX, ['diagnose', '--json', folder, ...args]).out;
  expect(of([])).toContain('"guide":"port-in-use"');
  expect(of(['--content', FOLDER])).not.toContain('"guide":"port-in-use"');
});

it('says what is missing where there is no content', () => {
  const { code, err } = runShindanHere(['explain', 'dns', '--content', 'tests/cli']);
  expect(code).toBe(2);
  expect(err).toContain('cli/site.yaml\n  found: no such file');
});

it('links to the address in site.yaml in a reply, unless SITE_URL is set', () => {
  const root = mkdtempSync(join(tmpdir(), 'shindan-'));
  cpSync(`${NGINX}/content`, join(root, 'content'), { recursive: true });
  const site = join(root, 'content/site.yaml');
  const source = readFileSync(site, 'utf8');
  writeFileSync(site, `url: https://help.example.com/nginx/\n${source}`);
  const reply = (env: NodeJS.ProcessEnv = {}) =>
    runShindanHere(
      [
        'diagnose',
        '--reply',
        '--content',
        root,
        `${NGINX}/content/guides/upload-too-large/cases/photo.log`,
      ],
      env,
    );
  expect(reply()).toMatchObject({
    err: '',
    out: expect.stringContaining(
      'https://help.example.com/nginx/en/guides/upload-too-large/\n',
    ) as string,
  });
  expect(reply({ SITE_URL: 'https://staging.example.com' }).out).toContain(
    'https://staging.example.com/en/guides/upload-too-large/\n',
  );
  writeFileSync(site, `url: help.example.com\n${source}`);
  expect(runShindanHere(['check', '--content', root]).err).toMatch(
    /site\.yaml:1:6\n {2}found: .*\n {2}write: .*the address of the site, such as https:/,
  );
  rmSync(root, { recursive: true });
});
