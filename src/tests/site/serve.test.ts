import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, inject, it } from 'vitest';

async function serve(folder: string, port: number | string, path = ''): Promise<{ url: string | null; code: number | null; err: string }> {
  const child = spawn(process.execPath, ['src/cli/serve.ts', folder], { env: { ...process.env, PORT: String(port), BASE_PATH: path } });
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
  // `npm start` says so before it builds.
  const start = spawn(process.execPath, ['src/cli/start.ts'], { env: { ...process.env, PORT: String(port) } });
  let said = '';
  for (const stream of [start.stdout, start.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  expect([await once(start, 'close'), said]).toEqual([[1, null], `port ${port} is taken: set PORT to another one\n`]);
  other.close();
});

it('says what is wrong with PORT and BASE_PATH', async () => {
  for (const port of ['http', '65536', '-1', '80.5']) expect(await serve('dist', port)).toEqual({ url: null, code: 1, err: `PORT is "${port}": write a number from 0 to 65535` });
  expect(await serve('dist', 0, '/my kb/')).toEqual({ url: null, code: 1, err: 'BASE_PATH is "/my kb/": write a path of Latin letters, digits and - . _ ~, such as /kb/' });
});

/** The head of an answer to a request that no client of HTTP would send. */
async function ask(request: string): Promise<string> {
  const socket = connect(Number(new URL(inject('base')).port), '127.0.0.1');
  socket.write(`${request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.slice(0, answer.indexOf('\r\n\r\n'));
}

it.each([
  ['GET //', 200], ['GET //evil.example/ja', 404], ['GET http://[bad/', 404], ['GET *', 404], ['GET /%00', 404], ['GET /ja/index.html/', 404],
  ['GET /_astro/nothing.js', 404], ['HEAD /ja/', 200], ['POST /ja/', 405], ['OPTIONS *', 405],
])('answers %s with its headers, and goes on', async (request, status) => {
  const head = await ask(request);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/^Content-Security-Policy: default-src 'none'/im);
  if (status !== 200) expect(head).not.toMatch(/^Cache-Control:/im);
  expect((await fetch(inject('base'))).status).toBe(200);
});

it('answers a path that no file can have', async () => expect(await ask(`GET /${'a'.repeat(9000)}`)).toMatch(/^HTTP\/1.1 404 /));

it('leads to no other host', async () => expect(await ask('GET //ja')).toMatch(/^Location: \/ja\/\r?$/im));

it('gives files only from its folder', async () => {
  const base = inject('base');
  for (const path of ['/..%2fpackage.json', '/%2e%2e/package.json', '/_astro/..%2f..%2fpackage.json', '/%00', '/%']) {
    expect((await fetch(base + path)).status, path).toBe(404);
  }
});
