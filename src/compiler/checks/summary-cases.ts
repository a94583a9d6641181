import { entriesInCases } from '../../report/format/index.ts';
import { LANGUAGES } from '../../model/languages.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that the cases in a summary name existing entries, the same in both languages, and that the
 * summary is short enough without its conditions.
 */
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
            anchorText: 'summary:',
            found: `summary: a case of ${id}, which does not exist`,
            write: 'the id of an entry, such as api/forbidden',
          })),
        ...(asked.join(' ') === named
          ? []
          : [
              {
                file,
                anchorText: 'summary:',
                found: `summary: cases of ${asked.join(' ') || 'no entry'}`,
                write: `the same cases as in English, in the same order: ${named || 'none'}`,
              },
            ]),
        ...(head.summary.length > 260
          ? [
              {
                file,
                anchorText: 'summary:',
                found: `a summary of ${head.summary.length} characters`,
                write: 'at most 260, not counting the text between a brace and its colon',
              },
            ]
          : []),
      ];
    });
  });
}
