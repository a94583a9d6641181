import type { Content, Guide } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/** A name so long that a line breaks inside it. */
const LONG_NAME = /[A-Z]\w{29,}/i;

/**
 * Check that titles and summaries are plain text, because headings, descriptions and the terminal
 * show them, and that titles of guides are unique.
 */
export function checkTitles({ site, entries, guides, tables, pages }: Content): Problem[] {
  const heads: { file: string; head: { summary: string; title?: string } }[] = [
    ...[...entries, ...guides].flatMap(({ prose }) => translations(prose)),
    ...[...tables, ...pages].flatMap(({ file, yaml: { title, summary } }) =>
      site.languages.map((language) => ({
        file,
        head: { title: title[language], summary: summary[language] },
      })),
    ),
  ];
  const duplicates = site.languages.flatMap((language) =>
    guides.flatMap(({ slug, prose }, index) => {
      const titleOf = (guide: Guide): string => guide.prose[language].head.title;
      const other = guides
        .slice(0, index)
        .find((guide) => titleOf(guide) === prose[language].head.title);
      return other
        ? [
            {
              file: prose[language].file,
              anchorText: 'title:',
              found: `the same title as ${other.slug}`,
              write: `a title that distinguishes ${slug} from it`,
            },
          ]
        : [];
    }),
  );
  return [
    ...duplicates,
    ...heads.flatMap(({ file, head }) =>
      [head.summary, head.title ?? ''].flatMap((text) => {
        const wide = LONG_NAME.exec(text)?.[0];
        return [
          ...(/[`*<{}]/.test(text)
            ? [
                {
                  file,
                  anchorText: text,
                  found: `"${text}"`,
                  write: 'title and summary without backticks, asterisks, tags and braces',
                },
              ]
            : []),
          ...(wide === undefined
            ? []
            : [
                {
                  file,
                  anchorText: wide,
                  found: `${wide}, which is too wide for a phone`,
                  write: 'what it is for; the name itself belongs in a step',
                },
              ]),
        ];
      }),
    ),
  ];
}
