import { allInlines } from '../../report/format/index.ts';
import { allTexts } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every `<Guide>` and `<Entry>` exists, and that every other link leads to a host that
 * site.yaml lists.
 */
export function checkLinks(content: Content): Problem[] {
  const { hosts } = content.site;
  const pages = {
    guide: {
      tag: 'Guide',
      known: new Set(content.guides.map(({ slug }) => slug)),
      write: 'the name of a folder in content/guides/',
    },
    entry: {
      tag: 'Entry',
      known: new Set(content.entries.map(({ id }) => id)),
      write: 'catalog/slug of an entry',
    },
  };
  return allTexts(content).flatMap(({ file, inlines }) =>
    allInlines(inlines).flatMap((inline) => {
      if (inline.kind === 'guide' || inline.kind === 'entry') {
        const { tag, known, write } = pages[inline.kind];
        const attribute = `of="${inline.of}"`;
        const found = `<${tag} ${attribute} />, which does not exist`;
        return known.has(inline.of) ? [] : [{ file, anchorText: attribute, found, write }];
      }
      if (inline.kind === 'link' && !isOfficial(inline.href, hosts))
        return [
          {
            file,
            anchorText: `(${inline.href}`,
            found: `a link to ${inline.href}`,
            write: `${officialPages(hosts)}<Guide> or <Entry> for a page of this site`,
          },
        ];
      return [];
    }),
  );
}

function officialPages(hosts: string[]): string {
  return hosts.length === 0
    ? 'a host that is listed under hosts in content/site.yaml; or '
    : `a page below ${hosts.map((host) => `https://${host}/`).join(', ')}; or `;
}

function isOfficial(href: string, hosts: string[]): boolean {
  return (
    URL.canParse(href) &&
    new URL(href).protocol === 'https:' &&
    hosts.includes(new URL(href).hostname)
  );
}
