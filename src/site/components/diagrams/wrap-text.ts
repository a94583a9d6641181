import type { Language } from '../../../model/languages.ts';

/** No line starts with punctuation or hiragana: particles and endings stay with their word. */
const NEVER_FIRST = /^[\sぁ-ん、。，．：；）」』】〕！？ー々,.:;!?)\]}…]/;
/** No line ends with an opening bracket or with a number before its unit. */
const NEVER_LAST = /[（「『【〔([{0-9]$/;
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/;

/**
 * Break a text of `size` pixels into lines of at most `width` pixels, as SVG does not wrap text.
 * Widths are overestimated, because the reader's font is unknown at build time.
 *
 * @example wrapText('Once a minute, to the server', 'en', 120, 13)
 * // ['Once a minute, to', 'the server']
 */
export function wrapText(text: string, lang: Language, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, lang)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) * size > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * Split a text at its break opportunities: after a space (not a non-breaking one), and between two
 * words if one of them is Japanese.
 */
function piecesOf(text: string, lang: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1);
    const mayBreak =
      last === undefined ||
      (!NEVER_FIRST.test(segment) &&
        !NEVER_LAST.test(last) &&
        (/[ \n]$/.test(last) || WIDE.test(last.at(-1) ?? '') || WIDE.test(segment[0] ?? '')));
    if (mayBreak) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

/** Estimate the width of a text in ems. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (WIDE.test(character)
        ? 1
        : /[A-Z0-9mw_→−%@]/.test(character)
          ? 0.68
          : /[ ijlft.,:;'|()[\]/-]/.test(character)
            ? 0.36
            : 0.58),
    0,
  );
}
