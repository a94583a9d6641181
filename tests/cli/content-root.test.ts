import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SAMPLE_ROOT } from '../open-sample-content.ts';
import { runShindanHere } from '../run-shindan.ts';

const FOLDER = join(SAMPLE_ROOT, 'content');

it.each([
  ['--content', () => runShindanHere(['explain', 'wrong-apibase', '--content', FOLDER])],
  ['--content=', () => runShindanHere([`--content=${FOLDER}`, 'explain', 'wrong-apibase'])],
  [
    'the folder around it',
    () => runShindanHere(['explain', 'wrong-apibase', '--content', SAMPLE_ROOT]),
  ],
  ['CONTENT_DIR', () => runShindanHere(['explain', 'wrong-apibase'], { CONTENT_DIR: FOLDER })],
])('reads the content that %s names', (_name, run) =>
  expect(run().out).not.toMatch(/ {2}wrong-apibase$/m),
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

it('reads its own content otherwise', () =>
  expect(runShindanHere(['explain', 'wrong-apibase']).out).toMatch(/ {2}wrong-apibase$/m));

it('reads it in the workers that diagnose a folder, too', () => {
  const folder = 'content/guides/wrong-apibase/cases';
  const of = (args: string[]): string =>
    runShindanHere(['diagnose', '--json', folder, ...args]).out;
  expect(of([])).toContain('"guide":"wrong-apibase"');
  expect(of(['--content', FOLDER])).not.toContain('"guide":"wrong-apibase"');
});

it('says what is missing where there is no content', () => {
  const { code, err } = runShindanHere(['explain', 'dns', '--content', 'tests/cli']);
  expect(code).toBe(2);
  expect(err).toContain('cli/site.yaml\n  found: no such file');
});
