import { allInlines } from '../walk-prose.ts';
import { allTexts } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Official hosts that prose may link to; content/README.md describes them. */
const HOSTS = ['mackerel.io', 'support.mackerel.io', 'status.mackerel.io'];
const OFFICIAL_SITES = HOSTS.map((host) => `https://${host}/`).join(', ');

/**
 * Check that every `<Guide>` and `<Entry>` exists, and that every other link leads to an official
 * host.
 */
export function checkLinks(content: Content): Problem[] {
  const ids = new Set(content.entries.map(({ id }) => id));
  const slugs = new Set(content.guides.map(({ slug }) => slug));
  return allTexts(content).flatMap(({ file, inlines }) =>
    allInlines(inlines).flatMap((inline) => {
      if (inline.kind === 'guide' && !slugs.has(inline.of))
        return [
          {
            file,
            anchorText: `of="${inline.of}"`,
            found: `<Guide of="${inline.of}" />, which does not exist`,
            write: 'the name of a folder in content/guides/',
          },
        ];
      if (inline.kind === 'entry' && !ids.has(inline.of))
        return [
          {
            file,
            anchorText: `of="${inline.of}"`,
            found: `<Entry of="${inline.of}" />, which does not exist`,
            write: 'catalog/slug of an entry',
          },
        ];
      if (inline.kind === 'link' && !isOfficial(inline.href))
        return [
          {
            file,
            anchorText: `(${inline.href}`,
            found: `a link to ${inline.href}`,
            write: `a page below ${OFFICIAL_SITES}; or <Guide> or <Entry> for a page of this site`,
          },
        ];
      return [];
    }),
  );
}

function isOfficial(href: string): boolean {
  return (
    URL.canParse(href) &&
    new URL(href).protocol === 'https:' &&
    HOSTS.includes(new URL(href).hostname)
  );
}
