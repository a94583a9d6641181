import type { Language } from '../catalog/index.ts';
import { siteAddress } from './site-address.ts';

/** Make the addresses of the site's pages in a language: below SITE_URL where it is set, else paths. @throws AddressError */
export function pageAddress(
  language: Language,
  environment: NodeJS.ProcessEnv = process.env,
): (path: string) => string {
  const { site = '', base } = siteAddress(environment);
  return (path) => `${site}${base}${language}/${path}`;
}
