import { allTexts, plainText, type Text } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Term } from '../../model/schemas/glossary.ts';

/** Check that the prose of the content uses the terms of its glossary. */
export function checkGlossary(content: Content): Problem[] {
  return checkTerms(allTexts(content), content.glossary);
}

/** Check that texts use the terms of a glossary. */
export function checkTerms(texts: Text[], glossary: Term[]): Problem[] {
  return texts.flatMap(({ file, language, inlines }) => {
    const text = plainText(inlines);
    return glossary.flatMap((term) =>
      term.not[language].flatMap((word) =>
        contains(text, word, term[language])
          ? [
              {
                file,
                anchorText: excerptAround(text, word),
                found: `"${word}" in "${excerptAround(text, word)}"`,
                write: `"${term[language]}", as content/glossary.yaml says`,
              },
            ]
          : [],
      ),
    );
  });
}

/**
 * Return whether a text contains a wrong term, other than as part of the right one or of a longer
 * Latin word.
 */
function contains(text: string, wrong: string, right: string): boolean {
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
    const offset = right.indexOf(wrong);
    if (offset >= 0 && text.startsWith(right, at - offset)) continue;
    if (isLetter(text[at - 1]) && isLetter(wrong[0])) continue;
    if (isLetter(text[at + wrong.length]) && isLetter(wrong.at(-1))) continue;
    return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[A-Z0-9]/i.test(character);
}

function excerptAround(text: string, word: string): string {
  const at = text.indexOf(word);
  return text.slice(Math.max(0, at - 15), at + word.length + 15);
}
