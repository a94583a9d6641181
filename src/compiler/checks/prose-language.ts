import { allTexts, plainText } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

/** Check that English prose contains no Japanese, and that a Japanese file does. */
export function checkLanguages(content: Content): Problem[] {
  const texts = allTexts(content).map(({ file, language, inlines }) => ({
    file,
    language,
    text: plainText(inlines),
  }));
  const written = new Set(
    texts
      .filter(({ language, text }) => language === 'ja' && JAPANESE.test(text))
      .map(({ file }) => file),
  );
  const foreign = texts.flatMap(({ file, language, text }) => {
    const at = language === 'en' ? text.search(JAPANESE) : -1;
    return at < 0
      ? []
      : [
          {
            file,
            anchorText: text.slice(at, at + 20),
            found: `"${text.slice(Math.max(0, at - 10), at + 20)}" in English prose`,
            write: 'English; words from a screen or a file in `code`',
          },
        ];
  });
  const english = [
    ...new Set(
      texts
        .filter(({ language, file }) => language === 'ja' && !written.has(file))
        .map(({ file }) => file),
    ),
  ];
  // One message per file: it was probably copied from the other language.
  const first = [...new Map(foreign.reverse().map((problem) => [problem.file, problem])).values()];
  return [
    ...first,
    ...english.map((file) => ({ file, found: 'no Japanese text', write: 'the Japanese text' })),
  ];
}
