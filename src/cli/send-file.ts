import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** By encoding, the suffix of a file's compressed copy; in the server's order of preference. */
const COMPRESSED: Record<string, string> = { br: '.br', gzip: '.gz' };

/** Entity tags by path; a changed file gets a new one. */
const tags = new Map<string, { modified: number; size: number; tag: string }>();

/**
 * Send a file: compressed if the client accepts it and the build wrote a compressed copy, 304 if
 * the client has the file already, 206 for a single byte range.
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  status: 200 | 404,
): void {
  const encodings = Object.keys(COMPRESSED).filter((encoding) => isCurrent(file, encoding));
  if (encodings.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  const isRange = status === 200 && request.headers.range !== undefined;
  // A range refers to the bytes of the uncompressed file.
  const encoding = isRange ? undefined : chooseEncoding(request, encodings);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  const sent = encoding === undefined ? file : file + COMPRESSED[encoding];
  response.statusCode = status;
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  if (status === 200) {
    response.setHeader('ETag', tagOf(sent));
    // Without it, browsers guess a cache lifetime from the page's age.
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  }
  const options = {
    acceptRanges: status === 200 && request.method === 'GET',
    cacheControl: false,
    dotfiles: 'allow',
    etag: false,
    lastModified: status === 200,
  } as const;
  send(request, encodeURIComponent(sent), options)
    .on('error', (error: { status: number }) => {
      for (const name of ['Content-Type', 'Content-Encoding', 'ETag', 'Cache-Control']) {
        response.removeHeader(name);
      }
      response.writeHead(error.status).end();
    })
    .pipe(response);
}

/** Return the encoding to use; undefined if the file is to be sent as it is. */
function chooseEncoding(request: IncomingMessage, encodings: string[]): string | undefined {
  const available = [...encodings, 'identity'];
  const chosen = new Negotiator(request).encoding(available, { preferred: available });
  return chosen === 'identity' ? undefined : chosen;
}

/**
 * Return whether there is a compressed copy that is a regular file and not older than the original.
 */
function isCurrent(file: string, encoding: string): boolean {
  const compressed = lstatSync(file + COMPRESSED[encoding], { throwIfNoEntry: false });
  return compressed?.isFile() === true && compressed.mtimeMs >= statSync(file).mtimeMs;
}

function tagOf(file: string): string {
  const { mtimeMs: modified, size } = statSync(file);
  const known = tags.get(file);
  if (known?.modified === modified && known.size === size) return known.tag;
  const tag = `"${createHash('sha256').update(readFileSync(file)).digest('base64url')}"`;
  tags.set(file, { modified, size, tag });
  return tag;
}
