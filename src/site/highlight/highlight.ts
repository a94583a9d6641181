import { createHighlighter } from 'shiki';
import { CODE_LANGUAGES } from '../../model/prose.ts';
import { breakOpportunities } from './break-opportunities.ts';
import { logGrammar } from './log-grammar.ts';
import { theme } from './theme.ts';
import { tokenClasses } from './token-classes.ts';

const highlighter = createHighlighter({
  themes: [theme],
  langs: [logGrammar, ...CODE_LANGUAGES],
});
/** By language and code: most blocks are on the pages of both languages. */
const highlighted = new Map<string, string>();

/** Return the HTML of a block of code, in one of the languages that prose may contain. */
export async function highlight(code: string, language: string): Promise<string> {
  const key = `${language} ${code}`;
  const html =
    highlighted.get(key) ??
    (await highlighter).codeToHtml(code, {
      lang: language,
      theme: theme.name,
      transformers: [tokenClasses, breakOpportunities],
    });
  highlighted.set(key, html);
  return html;
}
