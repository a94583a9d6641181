import { allBlocks } from '../all-blocks.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Block, Inline } from '../prose.ts';

const SPACE = /[ぁ-んァ-ヶ一-龠々、。」）] [A-Za-z0-9`]|[A-Za-z0-9`] [ぁ-んァ-ヶ一-龠々「（]/;

/** Japanese prose has no space between Japanese and Latin text: the browser sets the gap. */
export function checkJapanese({ entries, guides }: Content): Problem[] {
  return [...entries, ...guides].flatMap(({ prose: { ja } }) => {
    const texts = [ja.head.summary, 'title' in ja.head ? String(ja.head.title) : '', ...allBlocks(ja.parts).map(textOf)];
    return texts.flatMap((text) => {
      const match = SPACE.exec(text);
      return match ? [{ file: ja.file, found: `"${text.slice(Math.max(0, match.index - 12), match.index + 14)}"`, write: 'no space between Japanese and Latin text' }] : [];
    });
  });
}

function textOf(block: Block): string {
  return block.kind === 'paragraph' ? block.children.map(plain).join('') : 'title' in block ? block.title : '';
}

function plain(inline: Inline): string {
  if ('children' in inline) return inline.children.map(plain).join('');
  return inline.kind === 'text' ? inline.text : '`';
}
