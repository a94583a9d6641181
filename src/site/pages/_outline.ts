import type { Prose } from '../../compiler/index.ts';
import type { Block, Part } from '../../model/prose.ts';
import { pageText } from '../../i18n/pages.ts';
import type { Language } from '../../model/languages.ts';

/** Build the table of contents of a guide or an entry: its parts, with their causes and steps. */
export function tableOfContents(
  { parts }: Prose<unknown>,
  lang: Language,
): { id: string; title: string; children: { id: string; title: string }[] }[] {
  const text = pageText[lang];
  return parts.map(({ name, blocks }: Part) => ({
    id: name.toLowerCase(),
    title: text.part[name],
    children: blocks
      .filter(
        (block): block is Extract<Block, { kind: 'cause' | 'step' }> =>
          block.kind === 'cause' || block.kind === 'step',
      )
      .map(({ id, title }) => ({ id, title })),
  }));
}
