const CANONICAL = /<link rel="canonical" href="([^"]+)"/;

/**
 * Whether a response is the site's own file at an address, and not what a network that asks for a
 * login, or a proxy, answers in its place with 200. A page names its own address; nothing else that
 * is kept is HTML.
 */
export async function isOwnResponse(address: string, response: Response): Promise<boolean> {
  if (!response.ok || response.redirected) return false;
  const { pathname } = new URL(address, 'http://site');
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!pathname.endsWith('/')) return !isHtml;
  const named = CANONICAL.exec(isHtml ? await response.clone().text() : '')?.[1];
  return named !== undefined && URL.canParse(named) && new URL(named).pathname === pathname;
}

/** Whether the server could not answer: a copy says more than its error. */
export function isServerError({ status }: Response): boolean {
  return status >= 500;
}
