import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveDev } from '../serve-dev.ts';

const root = mkdtempSync(join(tmpdir(), 'shindan-'));
const guides = join(root, 'content/guides');
let server: Awaited<ReturnType<typeof serveDev>> | undefined;

beforeAll(async () => {
  cpSync('examples/nginx/content', join(root, 'content'), { recursive: true });
  server = await serveDev(root);
});
afterAll(() => {
  server?.stop();
  rmSync(root, { recursive: true });
});

const pageOf = async (slug: string): Promise<string> =>
  (await fetch(`${server?.address}/en/guides/${slug}/`)).text();

it('the development server shows a changed guide and a new one', async () => {
  const file = join(guides, 'port-in-use/en.mdx');
  const source = readFileSync(file, 'utf8');
  expect(await pageOf('port-in-use')).not.toContain('edited in this test');
  writeFileSync(file, source.replace('</Signs>', '\nThis was edited in this test.\n</Signs>'));
  await expect.poll(() => pageOf('port-in-use')).toContain('edited in this test');
  cpSync(join(guides, 'port-in-use'), join(guides, 'port-taken'), { recursive: true });
  await expect.poll(() => pageOf('port-taken')).toContain('edited in this test');
});
