import { plainText, type Text } from '../catalog/index.ts';

/** Texts put one after another, for a tool that reads whole documents. */
export interface Document {
  text: string;
  /** The text that stands at a place in the document. */
  at(offset: number): Text | undefined;
  /** What stands around a place, in one line. */
  around(offset: number, length: number): string;
}

const GAP = '\n\n';

/** Put texts into one document, a paragraph each; `standIn` stands for code. */
export function joinTexts(texts: Text[], standIn: string): Document {
  const pieces = texts.map(({ inlines }) => plainText(inlines, standIn));
  const ends: number[] = [];
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length + GAP.length);
  const text = pieces.join(GAP);
  return {
    text,
    at: (offset) => texts[ends.findIndex((end) => offset < end)],
    around: (offset, length) =>
      text
        .slice(Math.max(0, offset - 20), offset + length + 20)
        .replace(/\s+/g, ' ')
        .trim(),
  };
}
