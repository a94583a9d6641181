import type { Prose } from '../../compiler/index.ts';
import type { Block, Part } from '../../model/prose.ts';
import { translator, type Language, type MessageKey } from '../../i18n/index.ts';

/** Build the table of contents of a guide or an entry: its parts, with their causes and steps. */
export function tableOfContents(
  { parts }: Prose<unknown>,
  lang: Language,
): { id: string; title: string; children: { id: string; title: string }[] }[] {
  const t = translator(lang);
  return parts.map(({ name, blocks }: Part) => ({
    id: name.toLowerCase(),
    title: t(`part.${name.toLowerCase()}` as MessageKey),
    children: blocks
      .filter(
        (block): block is Extract<Block, { kind: 'cause' | 'step' }> =>
          block.kind === 'cause' || block.kind === 'step',
      )
      .map(({ id, title }) => ({ id, title })),
  }));
}
