const CANONICAL = /<link rel="canonical" href="([^"]+)"/;

/**
 * Return whether a response is the site's own file, not a 200 response that a login portal or a
 * proxy sent in its place. Every page of the site contains its own address; other cached files are
 * not HTML.
 */
export async function isOwnResponse(address: string, response: Response): Promise<boolean> {
  if (!response.ok || response.redirected) return false;
  const { pathname } = new URL(address, 'http://site');
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!pathname.endsWith('/')) return !isHtml;
  const named = CANONICAL.exec(isHtml ? await response.clone().text() : '')?.[1];
  return named !== undefined && URL.canParse(named) && new URL(named).pathname === pathname;
}

/** Return whether the server failed. A cached copy is then more useful than its error. */
export function isServerError({ status }: Response): boolean {
  return status >= 500;
}
