import { entriesInCases } from '../../display/index.ts';
import { LANGUAGES, type Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** What a summary tells of some causes only names entries that there are, the same in both languages, and is short without its braces. */
export function checkSummaryCases({ entries, guides }: Content): Problem[] {
  const ids = new Set(entries.map(({ id }) => id));
  return guides.flatMap(({ prose }) => {
    const named = entriesInCases(prose.en.head.told).join(' ');
    return LANGUAGES.flatMap((language) => {
      const { file, head } = prose[language];
      const asked = entriesInCases(head.told);
      return [
        ...asked
          .filter((id) => !ids.has(id))
          .map((id) => ({
            file,
            near: 'summary:',
            found: `summary: a case of ${id}, which is no entry`,
            write: 'the id of an entry, such as api/forbidden',
          })),
        ...(asked.join(' ') === named
          ? []
          : [
              {
                file,
                near: 'summary:',
                found: `summary: cases of ${asked.join(' ') || 'no entry'}`,
                write: `the same as in English, in its order: ${named || 'none'}`,
              },
            ]),
        ...(head.summary.length > 260
          ? [
              {
                file,
                near: 'summary:',
                found: `a summary of ${head.summary.length} characters`,
                write: 'at most 260, without what stands between a brace and its colon',
              },
            ]
          : []),
      ];
    });
  });
}
