import { LANGUAGES, type Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** A name whose line would end anywhere within it. */
const WIDE = /[A-Za-z]\w{29,}/;

/** Titles and summaries are plain text: they stand in headings, descriptions and terminals. */
export function checkHeads({ entries, guides, tables }: Content): Problem[] {
  const heads: { file: string; head: { summary: string; title?: string } }[] = [
    ...[...entries, ...guides].flatMap(({ prose }) => [prose.en, prose.ja]),
    ...tables.flatMap(({ file, yaml: { title, summary } }) => LANGUAGES.map((language) => ({ file, head: { title: title[language], summary: summary[language] } }))),
  ];
  return heads.flatMap(({ file, head }) =>
    [head.summary, head.title ?? ''].flatMap((text) => {
      const wide = WIDE.exec(text)?.[0];
      return [
        ...(/[`*<{}]/.test(text) ? [{ file, found: `"${text}"`, write: 'title and summary without backticks, asterisks and tags; braces in pairs, and in summaries of guides only' }] : []),
        ...(wide === undefined ? [] : [{ file, found: `${wide}, which is wider than a phone`, write: 'what it is for; the name itself stands in a step' }]),
      ];
    }),
  );
}
