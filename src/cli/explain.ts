import { styleText } from './style-text.ts';
import type { Language } from '../model/languages.ts';
import type { Part } from '../model/prose.ts';
import type { EntryText, GuideText, ReportTexts } from '../model/words.ts';
import { NO_LOG_VALUES, escapeLine, inReadingOrder } from '../report/format/index.ts';
import { sentences } from '../i18n/sentences.ts';
import { terminalText } from '../i18n/terminal.ts';
import { answerQuery } from '../search/rank/answer-query.ts';
import { searchSources } from './search-sources.ts';
import { renderBlocks } from './render-blocks.ts';
import type { SiteData } from './site-data.ts';

/** How many pages to list for a question; only the best matches are useful. */
const MAX_PAGES = 3;

/**
 * Print an entry, a guide, a message or the answer to a question, found with the site's search.
 * Return the exit code: 0, or 3 if nothing matches.
 */
export async function runExplain(
  data: SiteData,
  query: string,
  language: Language,
): Promise<number> {
  const words = data.words(language);
  const pageOf = (ref: string): Page | null => findPage(ref, words, data.entryParts(language));
  const named = pageOf(`guide:${query}`) ?? pageOf(`entry:${query}`);
  if (named) {
    explain(named, words);
    return 0;
  }
  const { kind, results, elsewhere } = await answerQuery(query, searchSources(data, language));
  if (elsewhere) print([styleText('bold', elsewhere.title), elsewhere.url]);
  else if (results.length === 0) {
    process.stderr.write(
      `${terminalText[language].nothingFits(escapeLine(query), words.collect ?? null)}\n`,
    );
    return 3;
  }
  const pages = results.flatMap((ref) => pageOf(ref) ?? []);
  const isExplained = ({ isEntry }: Page): boolean =>
    isEntry && (kind === 'message' || kind === 'log');
  for (const page of pages.filter(isExplained)) explain(page, words);
  for (const page of pages.filter((other) => !isExplained(other)).slice(0, MAX_PAGES))
    print([headingOf(page, `shindan explain ${page.id}`), page.summary]);
  return 0;
}

/** A guide or an entry. */
interface Page {
  id: string;
  isEntry: boolean;
  title: string;
  summary: string;
  readonly parts: Part[];
}

/** Return the page of a search result, `guide:<slug>` or `entry:<id>`; null for a table. */
function findPage(
  ref: string,
  { guides, entries }: ReportTexts,
  entryParts: Record<string, Part[]>,
): Page | null {
  const id = ref.slice(ref.indexOf(':') + 1);
  if (ref.startsWith('guide:'))
    return Object.hasOwn(guides, id) ? { ...(guides[id] as GuideText), id, isEntry: false } : null;
  if (!ref.startsWith('entry:') || !Object.hasOwn(entries, id)) return null;
  return { ...(entries[id] as EntryText), id, isEntry: true, parts: entryParts[id] ?? [] };
}

function headingOf({ title }: Page, beside: string): string {
  return `${styleText('bold', title)}  ${styleText('dim', beside)}`;
}

function explain(page: Page, words: ReportTexts): void {
  print([headingOf(page, page.id), page.summary]);
  for (const { name, blocks } of inReadingOrder(page.parts))
    print([
      styleText('bold', sentences[words.language].report.parts[name]),
      renderBlocks(blocks, words, NO_LOG_VALUES),
    ]);
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
