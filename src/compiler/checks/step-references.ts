import { allBlocks } from '../walk-prose.ts';
import { plainText } from '../all-texts.ts';
import { LANGUAGES } from '../../model/languages.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

const POINTER = /\b(?:list|causes) above\b|上の(?:一覧|原因)/;

/**
 * Check that steps name the part with the causes instead of saying "above": a report collapses that
 * part, and a reply to a customer does not show it above the steps.
 */
export function checkStepReferences({ guides }: Content): Problem[] {
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
                anchorText: found[0],
                found: `"${found[0]}" in a step`,
                write: 'the title of that part, "Why it happens" or 「原因」',
              },
            ]
          : [];
      });
    }),
  );
}
