import { spellCheckDocument } from 'cspell-lib';
import type { Problem, Text } from '../index.ts';
import { joinTexts } from './document.ts';

/** The list of correct words that no dictionary has. */
export const WORDS_FILE = 'content/words.txt';

/**
 * Report words of English prose that are neither in the dictionary nor in `ownWords`, and words of
 * `ownWords` that no prose uses.
 */
export async function checkSpelling(texts: Text[], ownWords: string[]): Promise<Problem[]> {
  const document = joinTexts(
    texts.filter(({ language }) => language === 'en'),
    ' ',
  );
  const { issues } = await spellCheckDocument(
    { uri: 'stdin:///content.txt', text: document.text, languageId: 'plaintext', locale: 'en-US' },
    { noConfigSearch: true, generateSuggestions: true },
    { words: ownWords, numSuggestions: 3, maxNumberOfProblems: 10_000 },
  );
  const unknown = issues.map(({ text, offset, suggestions = [] }) => {
    const others = suggestions.length > 0 ? `${suggestions.join(', ')}; ` : '';
    return {
      file: document.textAt(offset)?.file ?? WORDS_FILE,
      found: `"${text}" in "${document.excerptAround(offset, text.length)}"`,
      write: `${others}if the word is correct, a line for it in ${WORDS_FILE}`,
    };
  });
  const prose = document.text.toLowerCase();
  const unused = ownWords
    .filter((word) => !prose.includes(word.toLowerCase()))
    .map((word) => ({
      file: WORDS_FILE,
      found: `"${word}", which no English prose uses`,
      write: 'no line for it',
    }));
  return [...unknown, ...unused];
}

/** Parse a word list: one word per line, comments with `#`. */
export function readWords(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
}
