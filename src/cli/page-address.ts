import type { Language } from '../catalog/index.ts';

/** Make the addresses of the site's pages in a language: below SITE_URL where it is set, else paths; BASE_PATH stands before them as in the build. */
export function pageAddress(language: Language, { SITE_URL: site, BASE_PATH: base = '' }: NodeJS.ProcessEnv = process.env): (path: string) => string {
  const root = `${base.replace(/\/$/, '')}/${language}/`;
  return (path) => (site ? new URL(root + path, site).href : root + path);
}
