import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { sendFile } from './send-file.ts';
import { readSiteUrl } from './read-site-url.ts';
import { AddressError, siteAddress } from './site-address.ts';

/** The port and the base path to serve at. */
export interface ServeOptions {
  port: number;
  base: string;
}

/**
 * Read PORT (0 means any free one) from the environment, and the path from BASE_PATH or site.yaml.
 * Exit with 1 if one is invalid.
 */
export function readServeOptions(): ServeOptions {
  const { PORT, ...environment } = process.env;
  const port = Number(PORT?.trim() || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    exitWithError(`PORT is "${PORT}": write a number from 0 to 65535`);
  try {
    return { port, base: siteAddress(environment, readSiteUrl()).base };
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    return exitWithError(error.message);
  }
}

/**
 * Serve a built site on 127.0.0.1 with the headers from its `_headers` file, and print the address.
 * Exit with 1 if there is no site or the port is taken.
 */
export function serveFolder(folder: string, { port, base }: ServeOptions): void {
  if (!existsSync(join(folder, '_headers')))
    exitWithError(`no site in ${folder}: run npx shindan build first`);
  const rules = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    const path = pathOf(request);
    const inSite = path?.startsWith(base) === true;
    for (const { prefix, headers } of rules) {
      if (!(inSite ? path : base).startsWith(prefix)) continue;
      for (const [name, value] of headers) response.setHeader(name, value);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    }
    if (path === base.slice(0, -1)) return response.writeHead(301, { Location: base }).end();
    const found = inSite ? findIn(root, path.slice(base.length - 1)) : null;
    if (found === 'folder') {
      const location = encodeURI(`${path?.replace(/^\/+/, '/') ?? ''}/`);
      return response.writeHead(301, { Location: location }).end();
    }
    if (found === null) return notFound(request, response, root);
    return sendFile(request, response, found.file, 200);
  });
  listen(server, port, () =>
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}\n`),
  );
}

/** Return the file at a path; `folder` if the path names a folder without a trailing slash. */
function findIn(root: string, path: string): { file: string } | 'folder' | null {
  const isFolder = path.endsWith('/');
  const found = realPathIn(root, path);
  if (found !== null && !isFolder && statSync(found).isDirectory()) return 'folder';
  const file = isFolder ? realPathIn(root, join(path, 'index.html')) : found;
  return file !== null && statSync(file).isFile() ? { file } : null;
}

/** Resolve a path with its symlinks. Return null if it does not exist or is outside the root. */
function realPathIn(root: string, path: string): string | null {
  try {
    const real = realpathSync(join(root, normalize(path)));
    return real === root || real.startsWith(root + sep) ? real : null;
  } catch {
    return null;
  }
}

/** Exit with 1 if the port cannot be used. The server itself would fail only after the build. */
export function checkPort({ port }: ServeOptions): Promise<void> {
  const probe = createServer();
  return new Promise((resolve) => listen(probe, port, () => probe.close(() => resolve())));
}

function listen(server: Server, port: number, then: () => void): void {
  server.on('error', ({ code, message }: NodeJS.ErrnoException) =>
    exitWithError(
      code === 'EADDRINUSE'
        ? `port ${port} is taken: set PORT to another one`
        : code === 'EACCES'
          ? `no permission to use port ${port}: set PORT to another one`
          : message,
    ),
  );
  server.listen(port, '127.0.0.1', then);
}

function exitWithError(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Parse a `_headers` file: paths that may end with `*`, each followed by indented headers. */
function readHeaders(text: string): { prefix: string; headers: [string, string][] }[] {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [path = '/', ...lines] = block.trimEnd().split('\n');
      return {
        prefix: path.replace(/\*$/, ''),
        headers: lines.map((line): [string, string] => [
          line.slice(0, line.indexOf(':')).trim(),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
      };
    });
}

/** Return the decoded path of a request; null if it is invalid. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  try {
    // Not resolved against a base URL, where a path that begins with `//` would be a host.
    const decoded = decodeURIComponent(
      new URL(url.startsWith('/') ? `http://localhost${url}` : url).pathname,
    );
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

function notFound(request: IncomingMessage, response: ServerResponse, root: string): void {
  // The page may exist later, so do not let browsers cache its absence.
  response.removeHeader('Cache-Control');
  const page = realPathIn(root, '404.html');
  if (page === null) response.writeHead(404).end();
  else sendFile(request, response, page, 404);
}
