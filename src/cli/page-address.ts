import type { Language } from '../model/languages.ts';
import { siteAddress } from './site-address.ts';

/**
 * Return a function that makes page addresses in a language: below SITE_URL if it is set, otherwise
 * paths.
 *
 * @throws AddressError
 */
export function pageAddress(
  language: Language,
  environment: NodeJS.ProcessEnv = process.env,
): (path: string) => string {
  const { site = '', base } = siteAddress(environment);
  return (path) => `${site}${base}${language}/${path}`;
}
