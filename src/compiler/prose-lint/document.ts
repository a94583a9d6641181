import { plainText, type Text } from '../index.ts';

/** Joined texts, for a tool that reads whole documents. */
export interface Document {
  text: string;
  /** Return the text at an offset in the document. */
  textAt(offset: number): Text | undefined;
  /** Return the surroundings of a range, on one line. */
  excerptAround(offset: number, length: number): string;
}

const SEPARATOR = '\n\n';
/** A comma in a number, which is not punctuation. */
const THOUSANDS_SEPARATOR = /(?<=\d),(?=\d{3})/g;

/** Join texts into one document, a paragraph each. `standIn` replaces code. */
export function joinTexts(texts: Text[], standIn: string): Document {
  const pieces = texts.map(({ inlines }) =>
    plainText(inlines, standIn).replace(THOUSANDS_SEPARATOR, ''),
  );
  const ends: number[] = [];
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length + SEPARATOR.length);
  const text = pieces.join(SEPARATOR);
  return {
    text,
    textAt: (offset) => texts[ends.findIndex((end) => offset < end)],
    excerptAround: (offset, length) =>
      text
        .slice(Math.max(0, offset - 20), offset + length + 20)
        .replace(/\s+/g, ' ')
        .trim(),
  };
}
