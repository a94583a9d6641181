import { LANGUAGES, type Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Titles and summaries are plain text: they stand in headings, descriptions and terminals. */
export function checkHeads({ entries, guides, tables }: Content): Problem[] {
  const heads: { file: string; head: { summary: string; title?: string } }[] = [
    ...[...entries, ...guides].flatMap(({ prose }) => [prose.en, prose.ja]),
    ...tables.flatMap(({ file, yaml: { title, summary } }) => LANGUAGES.map((language) => ({ file, head: { title: title[language], summary: summary[language] } }))),
  ];
  return heads.flatMap(({ file, head }) =>
    [head.summary, head.title ?? ''].filter((text) => /[`*<]/.test(text)).map((text) => ({ file, found: `"${text}"`, write: 'title and summary without backticks, asterisks and tags' })),
  );
}
