import type { Language } from '../model/languages.ts';
import { siteAddress } from './site-address.ts';

/**
 * Return a function that makes the addresses of pages in a language: URLs if SITE_URL is set or
 * site.yaml has the address (`fromYaml`), otherwise paths.
 *
 * @throws AddressError
 */
export function pageAddress(
  language: Language,
  environment: NodeJS.ProcessEnv = process.env,
  fromYaml: string | null = null,
): (path: string) => string {
  const { site = '', base } = siteAddress(environment, fromYaml);
  return (path) => `${site}${base}${language}/${path}`;
}
