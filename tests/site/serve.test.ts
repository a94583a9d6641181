import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { serveBuild } from '../browser/serve-build.ts';

async function serve(
  folder: string,
  port: number | string,
  path = '',
): Promise<{ url: string | null; code: number | null; err: string }> {
  const child = spawn(process.execPath, ['bin/shindan.js', 'serve', folder], {
    env: { ...process.env, PORT: String(port), BASE_PATH: path },
  });
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const url = await Promise.race([
    once(child.stdout, 'data').then(([data]) => String(data).trim()),
    once(child, 'exit').then(() => null),
  ]);
  if (url !== null) child.kill('SIGTERM');
  const code = child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
  return { url, code, err: err.trim() };
}

it('exits with 0 on SIGTERM', async () => {
  expect(await serve('dist', 0)).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) as string,
    code: 0,
  });
});

it('says what is wrong if there is no site, or the port is taken', async () => {
  expect(await serve('no-such-folder', 0)).toEqual({
    url: null,
    code: 1,
    err: 'no site in no-such-folder: run npx shindan build first',
  });
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await serve('dist', port)).toEqual({
    url: null,
    code: 1,
    err: `port ${port} is taken: set PORT to another one`,
  });
  // `npm start` reports it before it builds.
  const start = spawn(process.execPath, ['src/cli/build-and-serve.ts'], {
    env: { ...process.env, PORT: String(port) },
  });
  let printed = '';
  for (const stream of [start.stdout, start.stderr])
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  expect([await once(start, 'close'), printed]).toEqual([
    [1, null],
    `port ${port} is taken: set PORT to another one\n`,
  ]);
  other.close();
});

it('says what is wrong with PORT and BASE_PATH', async () => {
  for (const port of ['http', '65536', '-1', '80.5'])
    expect(await serve('dist', port)).toEqual({
      url: null,
      code: 1,
      err: `PORT is "${port}": write a number from 0 to 65535`,
    });
  expect(await serve('dist', 0, '/my kb/')).toEqual({
    url: null,
    code: 1,
    err: 'BASE_PATH is "/my kb/": write a path of Latin letters, digits and - . _ ~, such as /kb/',
  });
});

/** Send a request line that no HTTP client would send; return the response's status and headers. */
async function ask(request: string): Promise<string> {
  const socket = connect(Number(new URL(inject('base')).port), '127.0.0.1');
  socket.write(`${request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.slice(0, answer.indexOf('\r\n\r\n'));
}

it.each([
  ['GET //', 200],
  ['GET //evil.example/ja', 404],
  ['GET http://[bad/', 404],
  ['GET *', 404],
  ['GET /%00', 404],
  ['GET /ja/index.html/', 404],
  ['GET /_astro/nothing.js', 404],
  ['HEAD /ja/', 200],
  ['POST /ja/', 405],
  ['OPTIONS *', 405],
])('answers %s with its headers, and keeps running', async (request, status) => {
  const head = await ask(request);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/^Content-Security-Policy: default-src 'none'/im);
  if (status !== 200) expect(head).not.toMatch(/^Cache-Control:/im);
  expect((await fetch(inject('base'))).status).toBe(200);
});

it('answers a path that no file can have with a 404 page', async () =>
  expect(await ask(`GET /${'a'.repeat(9000)}`)).toMatch(/^HTTP\/1.1 404 /));

it('never redirects to another host', async () =>
  expect(await ask('GET //ja')).toMatch(/^Location: \/ja\/\r?$/im));

it('serves files only from its folder', async () => {
  const base = inject('base');
  for (const path of [
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/_astro/..%2f..%2fpackage.json',
    '/%00',
    '/%',
  ]) {
    expect((await fetch(base + path)).status, path).toBe(404);
  }
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Request a URL with only the given headers; `fetch` would add its own, and decompress. */
async function get(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const request = httpRequest(url, { headers, method }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks),
  };
}

const PAGE = '/en/guides/key-rejected/';
const page = (): Buffer => readFileSync(`dist${PAGE}index.html`);

describe('compressed files', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=1.0, gzip;q=0.8, *;q=0.1', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.2, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0, br;q=0', undefined],
    ['identity', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['zstd', undefined],
    ['not-gzip', undefined],
    ['', undefined],
  ])('for %s: %s', async (accepted, encoding) => {
    const { status, headers, body } = await get(inject('base') + PAGE, {
      'Accept-Encoding': accepted,
    });
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-length']).toBe(String(body.length));
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''];
    expect((decode?.(body) ?? body).equals(page())).toBe(true);
    if (encoding !== undefined) expect(body.length).toBeLessThan(page().length / 2);
  });

  it('are sent with the content security policy, and HEAD returns the same headers', async () => {
    const asked = { 'Accept-Encoding': 'br' };
    const [whole, head] = [
      await get(inject('base') + PAGE, asked),
      await get(inject('base') + PAGE, asked, 'HEAD'),
    ];
    const [first, second] = [whole, head].map(({ headers }) => ({ ...headers, date: undefined }));
    expect(head.body.length).toBe(0);
    expect(second).toEqual({ ...first, 'accept-ranges': undefined });
    expect(whole.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('are used for the 404 page', async () => {
    const { status, headers, body } = await get(`${inject('base')}/nowhere/`, {
      'Accept-Encoding': 'br',
      Range: 'bytes=0-1',
    });
    expect([status, headers['content-encoding'], headers.etag]).toEqual([404, 'br', undefined]);
    expect(brotliDecompressSync(body).toString()).toContain('<h1');
  });

  it('are not used if they are older than the original', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
    cpSync('dist/_headers', join(folder, '_headers'));
    writeFileSync(join(folder, 'index.html.gz'), 'of another build');
    utimesSync(join(folder, 'index.html.gz'), 0, 0);
    writeFileSync(join(folder, 'index.html'), 'new');
    const server = await serveBuild(folder);
    const { headers, body } = await get(server.url, { 'Accept-Encoding': 'gzip' });
    server.stop();
    rmSync(folder, { recursive: true });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'new']);
  });
});

describe('caching', () => {
  it.each(['br', 'gzip', 'identity'])(
    'responds with 304 if the client already has the file, in %s',
    async (accepted) => {
      const asked = { 'Accept-Encoding': accepted };
      const { headers } = await get(inject('base') + PAGE, asked);
      const tag = headers.etag ?? '';
      expect(tag).toMatch(/^"[\w-]{43}"$/);
      expect(headers['cache-control']).toBe('no-cache');
      for (const known of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
        const {
          status,
          headers: own,
          body,
        } = await get(inject('base') + PAGE, { ...asked, 'If-None-Match': known });
        expect([status, body.length, own.etag, own.vary], known).toEqual([
          304,
          0,
          tag,
          'Accept-Encoding',
        ]);
        expect(own['content-security-policy']).toContain("default-src 'none'");
      }
      expect(
        (await get(inject('base') + PAGE, { ...asked, 'If-None-Match': '"other"' })).status,
      ).toBe(200);
      const since = { ...asked, 'If-Modified-Since': headers['last-modified'] ?? '' };
      expect((await get(inject('base') + PAGE, since)).status).toBe(304);
    },
  );

  it('gives each encoding its own entity tag', async () => {
    const answers = await Promise.all(
      ['br', 'gzip', 'identity'].map((accepted) =>
        get(inject('base') + PAGE, { 'Accept-Encoding': accepted }),
      ),
    );
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('keeps the long expiry of files with a hash in their name', async () => {
    const script =
      /\/_astro\/[\w.-]+\.js/.exec(readFileSync('dist/en/analyze/index.html', 'utf8'))?.[0] ?? '';
    expect((await get(inject('base') + script)).headers['cache-control']).toContain('immutable');
  });
});

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-9', [0, 10]],
    ['bytes=100-', [100, undefined]],
    ['bytes=-5', [-5, undefined]],
  ])('%s is taken from the uncompressed file', async (range, [from, to]) => {
    const { status, headers, body } = await get(inject('base') + PAGE, {
      Range: range,
      'Accept-Encoding': 'br',
    });
    const wanted = page().subarray(from, to);
    expect([status, headers['content-encoding']]).toEqual([206, undefined]);
    expect(headers['content-range']).toMatch(new RegExp(`^bytes \\d+-\\d+/${page().length}$`));
    expect(body.equals(wanted)).toBe(true);
  });

  it.each(['bytes=0-1,5-6', 'lines=1-2', 'bytes=x'])(
    '%s is ignored, and the whole file is sent',
    async (range) => {
      const { status, body } = await get(inject('base') + PAGE, { Range: range });
      expect([status, body.length]).toEqual([200, page().length]);
    },
  );

  it('beyond the end of the file is rejected', async () => {
    const { status, headers } = await get(inject('base') + PAGE, { Range: 'bytes=99999999-' });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${page().length}`]);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('of another version is ignored, and the whole file is sent', async () => {
    const { status } = await get(inject('base') + PAGE, {
      Range: 'bytes=0-9',
      'If-Range': '"other"',
    });
    expect(status).toBe(200);
  });
});

it('does not follow symlinks out of its folder', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'shindan-'));
  const folder = join(outside, 'site');
  mkdirSync(join(folder, 'own'), { recursive: true });
  cpSync('dist/_headers', join(folder, '_headers'));
  // A folder whose name begins with the site folder's name is still outside it.
  mkdirSync(`${folder}-other`);
  for (const file of ['secret.html', 'site-other/index.html', 'site/own/index.html'])
    writeFileSync(join(outside, file), file);
  symlinkSync(join(outside, 'secret.html'), join(folder, 'file.html'));
  symlinkSync(outside, join(folder, 'folder'));
  symlinkSync(`${folder}-other`, join(folder, 'other'));
  symlinkSync('loop', join(folder, 'loop'));
  symlinkSync(join(outside, 'secret.html'), join(folder, 'own/index.html.br'));
  symlinkSync('own', join(folder, 'inside'));
  const server = await serveBuild(folder);
  for (const path of ['file.html', 'folder/', 'folder/secret.html', 'other/', 'loop', 'folder']) {
    const { status, body } = await get(server.url + path, { 'Accept-Encoding': 'br' });
    expect([status, body.toString()], path).toEqual([404, '']);
  }
  const { headers, body } = await get(`${server.url}inside/`, { 'Accept-Encoding': 'br' });
  server.stop();
  rmSync(outside, { recursive: true });
  expect([headers['content-encoding'], body.toString()]).toEqual([
    undefined,
    'site/own/index.html',
  ]);
});
