import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveDev } from '../browser/serve-dev.ts';

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

/** Each poll renders a page. */
const WAIT = { interval: 500 };
const pageOf = async (slug: string): Promise<string> =>
  (await fetch(`${server?.address}/en/guides/${slug}/`)).text();

it('the development server shows a changed guide and a new one', async () => {
  const file = join(guides, 'port-in-use/en.mdx');
  const source = readFileSync(file, 'utf8');
  expect(await pageOf('port-in-use')).not.toContain('edited in this test');
  writeFileSync(file, source.replace('</Signs>', '\nThis was edited in this test.\n</Signs>'));
  await expect.poll(() => pageOf('port-in-use'), WAIT).toContain('edited in this test');
  cpSync(join(guides, 'port-in-use'), join(guides, 'port-taken'), { recursive: true });
  await expect.poll(() => pageOf('port-taken'), WAIT).toContain('edited in this test');
});

it('the development server prints the problems of an edit, and that they are gone', async () => {
  rmSync(join(guides, 'port-taken'), { recursive: true, force: true });
  const file = join(guides, 'rate-limit/guide.yaml');
  const source = readFileSync(file, 'utf8');
  const printed = () => server?.output() ?? '';
  const count = printed().length;
  writeFileSync(file, source.replace(/^category: .*/m, 'category: nowhere'));
  await expect
    .poll(() => printed().slice(count))
    .toMatch(/guides\/rate-limit\/guide\.yaml:1[\s\S]*nowhere[\s\S]*write:/);
  writeFileSync(file, source);
  await expect.poll(printed).toMatch(/0 problems, .* s\n$/);
});

it('a site without versions has no page of changes, no feed and no link to them', async () => {
  const get = (path: string): Promise<Response> => fetch(`${server?.address}${path}`);
  const home = async (): Promise<string> => (await get('/en/')).text();
  expect(await home()).toContain('/en/changes/');
  expect((await get('/en/changes/')).status).toBe(200);
  const file = join(root, 'content/products/nginx/product.yaml');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace(/^releases:\n(?: .*\n)+/m, 'releases: {}\n'));
  await expect.poll(home, WAIT).not.toContain('/en/changes/');
  expect((await get('/en/changes/')).status).toBe(404);
  expect((await get('/en/changes/feed.xml')).status).toBe(404);
  expect(await (await get('/sitemap.xml')).text()).not.toContain('changes');
});
