import { LANGUAGES, type Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A name whose line would end anywhere within it. */
const WIDE = /[A-Za-z]\w{29,}/;

/** Titles and summaries are plain text, because they stand in headings, descriptions and terminals, and no two guides have one title. */
export function checkHeads({ entries, guides, tables }: Content): Problem[] {
  const heads: { file: string; head: { summary: string; title?: string } }[] = [
    ...[...entries, ...guides].flatMap(({ prose }) => [prose.en, prose.ja]),
    ...tables.flatMap(({ file, yaml: { title, summary } }) =>
      LANGUAGES.map((language) => ({
        file,
        head: { title: title[language], summary: summary[language] },
      })),
    ),
  ];
  const twice = LANGUAGES.flatMap((language) =>
    guides.flatMap(
      (
        {
          slug,
          prose: {
            [language]: { file, head },
          },
        },
        index,
      ) => {
        const other = guides
          .slice(0, index)
          .find(({ prose }) => prose[language].head.title === head.title);
        return other
          ? [
              {
                file,
                near: 'title:',
                found: `the title of ${other.slug}`,
                write: `what tells ${slug} from it`,
              },
            ]
          : [];
      },
    ),
  );
  return [
    ...twice,
    ...heads.flatMap(({ file, head }) =>
      [head.summary, head.title ?? ''].flatMap((text) => {
        const wide = WIDE.exec(text)?.[0];
        return [
          ...(/[`*<{}]/.test(text)
            ? [
                {
                  file,
                  near: text,
                  found: `"${text}"`,
                  write:
                    'title and summary without backticks, asterisks and tags; braces in pairs, and in summaries of guides only',
                },
              ]
            : []),
          ...(wide === undefined
            ? []
            : [
                {
                  file,
                  near: wide,
                  found: `${wide}, which is wider than a phone`,
                  write: 'what it is for; the name itself stands in a step',
                },
              ]),
        ];
      }),
    ),
  ];
}
