import { styleText } from './style-text.ts';
import type { Language } from '../model/languages.ts';
import type { Block, Os } from '../model/prose.ts';
import type { ReportTexts } from '../model/words.ts';
import { layoutBlocks, type TextStyle, type LogValues } from '../report/format/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { sentences } from '../i18n/sentences.ts';
import { terminalText } from '../i18n/terminal.ts';

/** Return the style of prose in a terminal. */
export const styleOf = (language: Language, readerPlatform: Os | null = null): TextStyle => ({
  readerPlatform,
  between: '\n',
  strong: (text) => styleText('bold', text),
  code: (text) => styleText('cyan', text),
  command: (line) => styleText('cyan', line),
  excerpt: (line) => styleText('dim', line),
  example: (...values) => styleText('yellow', sentences[language].report.example(...values)),
  platform: (os) => `[${analyzerText[language].platform[os]}]`,
  link: (text, href) => `${text} <${href}>`,
  guide: (title, slug) => `${title}${terminalText[language].aside(slug)}`,
  step: (number, title) => styleText('bold', `${number}. ${title}`),
});

/**
 * Format blocks of prose for a terminal, with the reader's values filled in. If the reader's
 * platform is known, leave out blocks for other platforms.
 */
export function renderBlocks(
  blocks: Block[],
  words: ReportTexts,
  values: LogValues,
  readerPlatform: Os | null = null,
): string {
  return layoutBlocks(blocks, words, values, styleOf(words.language, readerPlatform));
}
