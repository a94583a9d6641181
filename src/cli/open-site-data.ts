import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OWN_ROOT, ROOT } from './root.ts';
import { readSiteData, type SiteData } from './site-data.ts';

/** Where the package has the data of its own content; absent in the repository. */
const COMPILED = fileURLToPath(new URL('data', import.meta.url));

/**
 * Open the data of the content, or the compiled data of the package's own content.
 *
 * @throws ContentError on first use of a part whose content is invalid
 */
export async function openSiteData(): Promise<SiteData> {
  if (OWN_ROOT === null && existsSync(COMPILED)) return readSiteData(COMPILED);
  const { siteDataOf } = await import('./content-data.ts');
  const { openContentLazily } = await import('../compiler/index.ts');
  return siteDataOf(openContentLazily(ROOT));
}
