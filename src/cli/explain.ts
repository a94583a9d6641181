import { styleText } from 'node:util';
import { buildWords, titleOf, type Content, type Entry, type Guide } from '../compiler/index.ts';
import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import { NO_LOG_VALUES, escapeLine } from '../report/format/index.ts';
import { sentences } from '../i18n/sentences.ts';
import { terminalText } from '../i18n/terminal.ts';
import { answerQuery } from '../search/rank/answer-query.ts';
import { contentSources } from './content-sources.ts';
import { renderBlocks } from './render-blocks.ts';

/** How many pages to list for a question; only the best matches are useful. */
const MAX_PAGES = 3;

/**
 * Print an entry, a guide, a message or the answer to a question, found with the site's search.
 * Return the exit code: 0, or 3 if nothing matches.
 */
export async function runExplain(
  content: Content,
  query: string,
  language: Language,
): Promise<number> {
  const named = pageOf(content, `guide:${query}`) ?? pageOf(content, `entry:${query}`);
  if (named) {
    explain(named, buildWords(content, language));
    return 0;
  }
  const { kind, results, elsewhere } = await answerQuery(query, contentSources(content, language));
  if (elsewhere) print([styleText('bold', elsewhere.title), elsewhere.url]);
  else if (results.length === 0) {
    process.stderr.write(
      `${terminalText[language].nothingFits(escapeLine(query), content.site.guides.collect ?? null)}\n`,
    );
    return 3;
  }
  const pages = results.flatMap((result) => pageOf(content, result) ?? []);
  const isExplained = (page: Guide | Entry): boolean =>
    'id' in page && (kind === 'message' || kind === 'log');
  const words = buildWords(content, language);
  for (const entry of pages.filter(isExplained)) explain(entry, words);
  for (const page of pages.filter((other) => !isExplained(other)).slice(0, MAX_PAGES))
    print([
      headingOf(page, language, `shindan explain ${'id' in page ? page.id : page.slug}`),
      page.prose[language].head.summary,
    ]);
  return 0;
}

/** Return the page of a search result, `guide:<slug>` or `entry:<id>`; undefined for a table. */
function pageOf({ guides, entries }: Content, result: string): Guide | Entry | undefined {
  return (
    guides.find(({ slug }) => result === `guide:${slug}`) ??
    entries.find(({ id }) => result === `entry:${id}`)
  );
}

function headingOf(page: Guide | Entry, language: Language, beside: string): string {
  const title = 'id' in page ? titleOf(page) : page.prose[language].head.title;
  return `${styleText('bold', title)}  ${styleText('dim', beside)}`;
}

function explain(page: Guide | Entry, words: ReportTexts): void {
  const { head, parts } = page.prose[words.language];
  print([headingOf(page, words.language, 'id' in page ? page.id : page.slug), head.summary]);
  for (const { name, blocks } of parts)
    print([
      styleText('bold', sentences[words.language].report.parts[name]),
      renderBlocks(blocks, words, NO_LOG_VALUES),
    ]);
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
