import { allTexts, plainText } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

const SPACE = /[ぁ-んァ-ヶ一-龠々、。」）] [A-Z0-9`]|[A-Z0-9`] [ぁ-んァ-ヶ一-龠々「（]/i;

/**
 * Check that Japanese prose has no spaces between Japanese and Latin text: the browser adds the
 * spacing.
 */
export function checkJapanese(content: Content): Problem[] {
  return allTexts(content)
    .filter(({ language }) => language === 'ja')
    .flatMap(({ file, inlines }) => {
      const text = plainText(inlines);
      const match = SPACE.exec(text);
      const excerpt = match && text.slice(Math.max(0, match.index - 12), match.index + 14);
      return excerpt
        ? [
            {
              file,
              anchorText: excerpt,
              found: `"${excerpt}"`,
              write: 'no space between Japanese and Latin text',
            },
          ]
        : [];
    });
}
