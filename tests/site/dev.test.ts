import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'shindan-'));
const guides = join(root, 'content/guides');
let server: ChildProcess | undefined;
let address = '';

beforeAll(async () => {
  cpSync('examples/nginx/content', join(root, 'content'), { recursive: true });
  const astro = ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '0'];
  // Vite watches no files if it runs in a test.
  const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined, CONTENT_DIR: root };
  const child = spawn(process.execPath, astro, { env });
  server = child;
  address = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(output)));
  });
});
afterAll(() => {
  server?.kill();
  rmSync(root, { recursive: true });
});

const pageOf = async (slug: string): Promise<string> =>
  (await fetch(`${address}/en/guides/${slug}/`)).text();

it('the development server shows a changed guide and a new one', async () => {
  const file = join(guides, 'port-in-use/en.mdx');
  const source = readFileSync(file, 'utf8');
  expect(await pageOf('port-in-use')).not.toContain('edited in this test');
  writeFileSync(file, source.replace('</Signs>', '\nThis was edited in this test.\n</Signs>'));
  await expect.poll(() => pageOf('port-in-use')).toContain('edited in this test');
  cpSync(join(guides, 'port-in-use'), join(guides, 'port-taken'), { recursive: true });
  await expect.poll(() => pageOf('port-taken')).toContain('edited in this test');
});
