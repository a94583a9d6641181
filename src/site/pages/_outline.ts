import type { Prose } from '../../compiler/index.ts';
import type { PartName } from '../../model/prose.ts';
import { pageText } from '../../i18n/pages.ts';
import type { Language } from '../../model/languages.ts';

/** A longer list of causes or steps is not an overview. */
const MAX_CHILDREN = 15;

/**
 * Build the table of contents of some parts of a page: the parts, with their causes and steps
 * unless there are very many.
 */
export function tableOfContents(
  { parts }: Prose<unknown>,
  names: PartName[],
  lang: Language,
): { id: string; title: string; children: { id: string; title: string }[] }[] {
  const text = pageText[lang];
  return names.flatMap((name) => {
    const part = parts.find((candidate) => candidate.name === name);
    if (!part) return [];
    const children = part.blocks
      .filter((block) => block.kind === 'cause' || block.kind === 'step')
      .map(({ id, title }) => ({ id, title }));
    return [
      {
        id: name.toLowerCase(),
        title: text.part[name],
        children: children.length > MAX_CHILDREN ? [] : children,
      },
    ];
  });
}
