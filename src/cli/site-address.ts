/** Thrown if SITE_URL or BASE_PATH is invalid. The message says what to write. */
export class AddressError extends Error {}

/**
 * Return where the site is served: the origin (SITE_URL), if known, and the path below it
 * (BASE_PATH), with a slash at both ends.
 *
 * @param fromYaml the address in site.yaml, used unless SITE_URL is set
 * @throws AddressError
 */
export function siteAddress(
  { SITE_URL: site = '', BASE_PATH: path = '' }: NodeJS.ProcessEnv = process.env,
  fromYaml: string | null = null,
): { site: string | undefined; base: string } {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (!segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment)))
    throw new AddressError(
      `BASE_PATH is "${path}": write a path of Latin letters, digits and - . _ ~, such as /kb/`,
    );
  const base = `/${segments.map((segment) => `${segment}/`).join('')}`;
  if (site === '' && fromYaml !== null) {
    const { origin, pathname } = new URL(fromYaml);
    return { site: origin, base: path === '' ? pathname.replace(/\/?$/, '/') : base };
  }
  if (site === '') return { site: undefined, base };
  const url = URL.canParse(site) ? new URL(site) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '')
    throw new AddressError(
      `SITE_URL is "${site}": write an address such as https://support.example.com`,
    );
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new AddressError(
      `SITE_URL is "${site}": write ${url.origin} alone, and put the path in BASE_PATH`,
    );
  return { site: url.origin, base };
}
