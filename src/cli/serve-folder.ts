import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm',
};

/**
 * Serve a built site on 127.0.0.1 with the headers of its `_headers`; PORT and BASE_PATH come from the environment, port 0 is any free one.
 * Prints the address; ends with 1 where there is no site or the port is taken, with 0 on SIGTERM.
 */
export function serveFolder(folder: string): void {
  if (!existsSync(join(folder, '_headers'))) {
    process.stderr.write(`no site in ${folder}: run npm run build first\n`);
    process.exit(1);
  }
  const port = Number(process.env['PORT'] || 4321);
  const base = `/${(process.env['BASE_PATH'] ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  const rules = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const server = createServer((request, response) => {
    const path = decode(new URL(request.url ?? '/', 'http://localhost').pathname);
    for (const { prefix, headers } of rules) if (path?.startsWith(prefix)) for (const [name, value] of headers) response.setHeader(name, value);
    if (path === null || !path.startsWith(base)) return notFound(response, folder);
    const file = join(folder, normalize(path.slice(base.length - 1)));
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) return response.writeHead(301, { Location: `${path}/` }).end();
      return existsSync(join(file, 'index.html')) ? send(response, join(file, 'index.html'), 200, request.headers['accept-encoding']) : notFound(response, folder);
    }
    return existsSync(file) ? send(response, file, 200, request.headers['accept-encoding']) : notFound(response, folder);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(error.code === 'EADDRINUSE' ? `port ${port} is taken: set PORT to another one\n` : `${error.message}\n`);
    process.exit(1);
  });
  server.listen(port, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}\n`));
}

/** Read the rules of a `_headers` file: a path that may end with `*`, and indented headers below it. */
function readHeaders(text: string): { prefix: string; headers: [string, string][] }[] {
  return text.split(/\n\n+/).filter((block) => block.trim() !== '').map((block) => {
    const [path = '/', ...lines] = block.trimEnd().split('\n');
    return { prefix: path.replace(/\*$/, ''), headers: lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]) };
  });
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, file: string, status: number, encodings: string | string[] | undefined): void {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.setHeader('Content-Type', type);
  const isText = /text|json|javascript|xml|svg/.test(type);
  const stream = createReadStream(file);
  stream.on('error', () => response.destroy());
  if (isText && String(encodings ?? '').includes('gzip')) {
    response.writeHead(status, { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    stream.pipe(createGzip({ level: 9 })).pipe(response);
  } else {
    response.writeHead(status, { 'Content-Length': statSync(file).size });
    stream.pipe(response);
  }
}

function notFound(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html');
  if (existsSync(page)) send(response, page, 404, undefined);
  else response.writeHead(404).end();
}
