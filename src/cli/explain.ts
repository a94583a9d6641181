import { styleText } from 'node:util';
import { buildCatalog, buildWords, titleOf, type Content, type Language } from '../catalog/index.ts';
import { compile, lookUp } from '../engine/index.ts';
import { sentences } from '../i18n/sentences.ts';
import { terminalText } from '../i18n/terminal.ts';
import { renderBlocks } from './render-blocks.ts';

/** Explain an entry, a guide or a message in the terminal; exit code 0, or 3 where nothing fits. */
export function runExplain(content: Content, query: string, language: Language): number {
  const words = buildWords(content, language);
  const text = sentences[language].report;
  const guide = content.guides.find(({ slug }) => slug === query);
  if (guide) {
    const { head, parts } = guide.prose[language];
    print([styleText('bold', head.title), head.summary]);
    for (const { name, blocks } of parts) print([styleText('bold', text.parts[name]), renderBlocks(blocks, words, () => null)]);
    return 0;
  }
  const ids = content.entries.some(({ id }) => id === query) ? [query] : (lookUp(compile(buildCatalog(content)), query)?.links ?? []).map(({ entry }) => entry);
  for (const id of [...new Set(ids)]) {
    const entry = content.entries.find((candidate) => candidate.id === id);
    if (!entry) continue;
    const { head, parts } = entry.prose[language];
    print([`${styleText('bold', titleOf(entry))}  ${styleText('dim', entry.id)}`, head.summary]);
    for (const { name, blocks } of parts) print([styleText('bold', text.parts[name]), renderBlocks(blocks, words, () => null)]);
  }
  if (ids.length === 0) {
    process.stderr.write(`${terminalText[language].nothingFits(query)}\n`);
    return 3;
  }
  return 0;
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
