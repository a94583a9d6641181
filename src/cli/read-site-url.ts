import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { contentPath } from '../compiler/content-folder.ts';
import { ROOT } from './root.ts';

/**
 * Return the site's URL from site.yaml, without reading the rest of the content; null if it has no
 * valid one. `shindan check` reports an invalid one.
 */
export function readSiteUrl(): string | null {
  try {
    const { url } = parse(readFileSync(contentPath(ROOT, 'content/site.yaml'), 'utf8')) as {
      url?: unknown;
    };
    return typeof url === 'string' && URL.canParse(url) ? url : null;
  } catch {
    return null;
  }
}
