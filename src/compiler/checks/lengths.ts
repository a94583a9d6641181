import { allBlocks } from '../../report/format/index.ts';
import { plainText } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Language } from '../../model/languages.ts';

/**
 * Limits in words (English) or characters (Japanese): an entry should take twenty seconds to read.
 */
const LIMITS: Record<
  Language,
  { entry: number; paragraph: number; unit: string; count(text: string): number }
> = {
  en: {
    entry: 150,
    paragraph: 85,
    unit: 'words',
    count: (text) => text.split(/\s+/).filter(Boolean).length,
  },
  ja: { entry: 370, paragraph: 220, unit: 'characters', count: (text) => text.length },
};

/** Check that no entry and no paragraph is too long. */
export function checkLengths({ site, entries, guides }: Content): Problem[] {
  return site.languages.flatMap((language) => {
    const { entry, paragraph, unit, count } = LIMITS[language];
    const paragraphs = new Map(
      [...entries, ...guides].map(({ prose }) => [
        prose[language].file,
        allBlocks(prose[language].parts).flatMap((block) =>
          block.kind === 'paragraph' ? plainText(block.children) : [],
        ),
      ]),
    );
    const longParagraphs = [...paragraphs].flatMap(([file, texts]) =>
      texts
        .filter((text) => count(text) > paragraph)
        .map((text) => ({
          file,
          anchorText: text.split('`')[0]?.slice(0, 40),
          found: `a paragraph of ${count(text)} ${unit}: "${text.slice(0, 40)}…"`,
          write: `at most ${paragraph} ${unit}: two paragraphs, or a list`,
        })),
    );
    const longEntries = entries
      .map(({ prose }) => prose[language].file)
      .map((file) => ({
        file,
        length: (paragraphs.get(file) ?? []).reduce((sum, text) => sum + count(text), 0),
      }))
      .filter(({ length }) => length > entry)
      .map(({ file, length }) => ({
        file,
        found: `${length} ${unit}`,
        write: `at most ${entry} ${unit}; the rest belongs in a guide`,
      }));
    return [...longParagraphs, ...longEntries];
  });
}
