const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page or file of the site: `href('/ja/guides/')`, below the base path of the build. */
export function href(path: string): string {
  return BASE + path;
}

/** The same with its origin, for canonical and hreflang. */
export function absolute(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
