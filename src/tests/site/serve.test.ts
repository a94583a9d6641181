import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, inject, it } from 'vitest';

async function serve(folder: string, port: number): Promise<{ url: string | null; code: number | null; err: string }> {
  const child = spawn(process.execPath, ['src/cli/serve.ts', folder], { env: { ...process.env, PORT: String(port), BASE_PATH: '' } });
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const url = await Promise.race([once(child.stdout, 'data').then(([data]) => String(data).trim()), once(child, 'exit').then(() => null)]);
  if (url !== null) child.kill('SIGTERM');
  const code = child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
  return { url, code, err: err.trim() };
}

it('ends with 0 on SIGTERM', async () => {
  expect(await serve('dist', 0)).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) as string, code: 0 });
});

it('says what is wrong where there is no site, or the port is taken', async () => {
  expect(await serve('no-such-folder', 0)).toEqual({ url: null, code: 1, err: 'no site in no-such-folder: run npm run build first' });
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await serve('dist', port)).toEqual({ url: null, code: 1, err: `port ${port} is taken: set PORT to another one` });
  other.close();
});

it('gives files only from its folder', async () => {
  const base = inject('base');
  for (const path of ['/..%2fpackage.json', '/%2e%2e/package.json', '/_astro/..%2f..%2fpackage.json', '/%00', '/%']) {
    expect((await fetch(base + path)).status, path).toBe(404);
  }
});
