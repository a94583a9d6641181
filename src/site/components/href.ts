const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Return the address of a page or file below the build's base path: `href('/ja/guides/')`. */
export function href(path: string): string {
  return BASE + path;
}

/** Return the same address with its origin, for canonical and hreflang links. */
export function absoluteUrl(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
