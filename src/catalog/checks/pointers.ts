import { allBlocks } from '../all-blocks.ts';
import { plainText } from '../all-texts.ts';
import { LANGUAGES, type Content } from '../content.ts';
import type { Problem } from '../problem.ts';

const POINTER = /\b(?:list|causes) above\b|上の(?:一覧|原因)/;

/** A step that speaks of the causes names their part: in a report they are folded, in a reply they are not above it. */
export function checkPointers({ guides }: Content): Problem[] {
  return guides.flatMap(({ prose }) =>
    LANGUAGES.flatMap((language) => {
      const { file, parts } = prose[language];
      const steps = allBlocks(parts.filter(({ name }) => name === 'Fix'));
      return steps.flatMap((block) => {
        const found = block.kind === 'paragraph' ? POINTER.exec(plainText(block.children)) : null;
        return found
          ? [
              {
                file,
                near: found[0],
                found: `"${found[0]}" in a step`,
                write: 'the title of the part, "Why it happens" or 「原因」',
              },
            ]
          : [];
      });
    }),
  );
}
