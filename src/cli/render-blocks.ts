import { styleText } from 'node:util';
import type { Block, Language, Words } from '../catalog/index.ts';
import { layoutBlocks, type TextStyle } from '../display/index.ts';
import type { Finding } from '../engine/index.ts';
import { sentences } from '../i18n/sentences.ts';
import { terminalText } from '../i18n/terminal.ts';

const styleOf = (language: Language): TextStyle => ({
  between: '\n',
  strong: (text) => styleText('bold', text),
  code: (text) => styleText('cyan', text),
  command: (line) => styleText('cyan', line),
  excerpt: (line) => styleText('dim', line),
  platform: (os) => `[${sentences[language].analyzer.platform[os]}]`,
  link: (text, href) => `${text} <${href}>`,
  guide: (title, slug) => `${title}${terminalText[language].aside(slug)}`,
  step: (number, title) => styleText('bold', `${number}. ${title}`),
});

/** Put blocks of prose into text for a terminal; the reader's values come from the findings, if there are any. */
export function renderBlocks(blocks: Block[], words: Words, findings: readonly Finding[]): string {
  return layoutBlocks(blocks, words, findings, styleOf(words.language));
}
