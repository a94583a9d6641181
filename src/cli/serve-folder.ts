import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { AddressError, siteAddress } from './site-address.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm',
};

/** Where to serve. */
export interface Place {
  port: number;
  base: string;
}

/** Read PORT (0 is any free one) and BASE_PATH from the environment; ends the program with 1 where one of them is wrong. */
export function servingPlace({ PORT, ...environment } = process.env): Place {
  const port = Number(PORT?.trim() || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`PORT is "${PORT}": write a number from 0 to 65535`);
  try {
    return { port, base: siteAddress(environment).base };
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    return fail(error.message);
  }
}

/** Serve a built site on 127.0.0.1 with the headers of its `_headers`. Prints the address; ends with 1 where there is no site or the port is taken, with 0 on SIGTERM. */
export function serveFolder(folder: string, { port, base }: Place): void {
  if (!existsSync(join(folder, '_headers'))) fail(`no site in ${folder}: run npm run build first`);
  const rules = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const server = createServer((request, response) => {
    const path = pathOf(request);
    const inSite = path?.startsWith(base) === true;
    for (const { prefix, headers } of rules) if ((inSite ? path : base).startsWith(prefix)) for (const [name, value] of headers) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    if (path === base.slice(0, -1)) return response.writeHead(301, { Location: base }).end();
    if (!inSite) return notFound(response, folder);
    const file = join(folder, normalize(path.slice(base.length - 1)));
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) return response.writeHead(301, { Location: encodeURI(`${path.replace(/^\/+/, '/')}/`) }).end();
      return existsSync(join(file, 'index.html')) ? send(response, join(file, 'index.html'), 200, request.headers['accept-encoding']) : notFound(response, folder);
    }
    return existsSync(file) ? send(response, file, 200, request.headers['accept-encoding']) : notFound(response, folder);
  });
  listen(server, port, () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}\n`));
}

/** End the program with 1 where a port cannot be had, which a server would say only after the build. */
export function needPort({ port }: Place): Promise<void> {
  const probe = createServer();
  return new Promise((resolve) => listen(probe, port, () => probe.close(() => resolve())));
}

function listen(server: Server, port: number, then: () => void): void {
  server.on('error', ({ code, message }: NodeJS.ErrnoException) => fail(code === 'EADDRINUSE' ? `port ${port} is taken: set PORT to another one` : code === 'EACCES' ? `port ${port} may not be used: set PORT to another one` : message));
  server.listen(port, '127.0.0.1', then);
}

function fail(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Read the rules of a `_headers` file: a path that may end with `*`, and indented headers below it. */
function readHeaders(text: string): { prefix: string; headers: [string, string][] }[] {
  return text.split(/\n\n+/).filter((block) => block.trim() !== '').map((block) => {
    const [path = '/', ...lines] = block.trimEnd().split('\n');
    return { prefix: path.replace(/\*$/, ''), headers: lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]) };
  });
}

/** The path that is asked for, decoded; null for what is none. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  try {
    // Never against the address itself: `//` would begin a host.
    const decoded = decodeURIComponent(new URL(url.startsWith('/') ? `http://localhost${url}` : url).pathname);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, file: string, status: number, encodings: string | string[] | undefined): void {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.setHeader('Content-Type', type);
  const isText = /text|json|javascript|xml|svg/.test(type);
  // A reader that goes away lets go of the file too.
  const close = (): void => void response.destroy();
  if (isText && String(encodings ?? '').includes('gzip')) {
    response.writeHead(status, { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    pipeline(createReadStream(file), createGzip({ level: 9 }), response, close);
  } else {
    response.writeHead(status, { 'Content-Length': statSync(file).size });
    pipeline(createReadStream(file), response, close);
  }
}

function notFound(response: ServerResponse, folder: string): void {
  // What is missing today may be there tomorrow.
  response.removeHeader('Cache-Control');
  const page = join(folder, '404.html');
  if (existsSync(page)) send(response, page, 404, undefined);
  else response.writeHead(404).end();
}
