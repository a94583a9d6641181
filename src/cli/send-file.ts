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
  '.wasm': 'application/wasm',
};

/** The file beside a file that holds it compressed, by encoding, in the server's order. */
const COMPRESSED: Record<string, string> = { br: '.br', gzip: '.gz' };

/** The entity tag of a file, by its path; a changed file gets a new one. */
const tags = new Map<string, { modified: number; size: number; tag: string }>();

/**
 * Answer a request with a file: compressed where the client accepts it and the build wrote it, 304
 * where the client has it, 206 for a single range of bytes.
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
  // A range counts the bytes of the file itself.
  const encoding = isRange ? undefined : chooseEncoding(request, encodings);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  const sent = encoding === undefined ? file : file + COMPRESSED[encoding];
  response.statusCode = status;
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  if (status === 200) {
    response.setHeader('ETag', tagOf(sent));
    // Without this, a browser guesses from the age of a page how long it may skip asking again.
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

/** Choose the encoding that the client likes best; undefined is the file as it is. */
function chooseEncoding(request: IncomingMessage, encodings: string[]): string | undefined {
  const available = [...encodings, 'identity'];
  const chosen = new Negotiator(request).encoding(available, { preferred: available });
  return chosen === 'identity' ? undefined : chosen;
}

/** Whether a file is there compressed: not as a link, and not left over from an older build. */
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
