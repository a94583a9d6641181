import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY_PLACEHOLDER } from '../layouts/policy-placeholder.ts';

const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)(?![^>]*type="application)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Write the content security policy into `_headers` and, as a second line of defense, into every
 * page. The policy in a page allows only the inline code of that page and of the analyzer.
 */
export function writeHeaders(root: string, base: string): void {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(root, file));
  const pages = files.map((file) => pageOf(file, readFileSync(file, 'utf8')));
  // The search box of every page can swap in the analyzer (search/ui/open-in-analyzer.ts).
  const analyzers = pages.filter(({ html }) => html.includes('<astro-island '));
  for (const page of pages)
    writeFileSync(
      page.file,
      page.html.replace(
        POLICY_PLACEHOLDER,
        policyOf([page, ...analyzers]).replace(/; frame-ancestors [^;]*/, ''),
      ),
    );
  writeFileSync(join(root, '_headers'), headersOf(base, policyOf(pages)));
}

/** A page, with the CSP hashes of its inline code. */
interface Page {
  file: string;
  html: string;
  scripts: string[];
  styles: string[];
}

function pageOf(file: string, html: string): Page {
  const hashes = (pattern: RegExp): string[] =>
    [...html.matchAll(pattern)].map(
      ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
    );
  return { file, html, scripts: hashes(INLINE_SCRIPT), styles: hashes(INLINE_STYLE) };
}

/** Build the policy for a set of pages. Pagefind needs WebAssembly. */
function policyOf(pages: Page[]): string {
  const sources = (directive: string, hashes: string[]): string =>
    [directive, ...[...new Set(hashes)].sort()].join(' ');
  return [
    "default-src 'none'",
    sources(
      "script-src 'self' 'wasm-unsafe-eval'",
      pages.flatMap(({ scripts }) => scripts),
    ),
    sources(
      "style-src 'self'",
      pages.flatMap(({ styles }) => styles),
    ),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function headersOf(base: string, policy: string): string {
  return `${base}*
  Content-Security-Policy: ${policy}
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=()

${base}_astro/*
  Cache-Control: public, max-age=31536000, immutable
${['catalog.json', 'settings.json', 'words/*']
  .map(
    (data) => `
${base}${data}
  Cache-Control: public, max-age=86400
`,
  )
  .join('')}`;
}
