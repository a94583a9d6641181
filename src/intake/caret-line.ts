const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;

/** Return whether a character takes two columns in a terminal, as most East Asian ones do. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/** Return the line of carets under an excerpt; East Asian wide characters count as two columns. */
export function caretLine({
  excerpt,
  column,
  length,
}: {
  excerpt: string;
  column: number;
  length: number;
}): string {
  const before = [...excerpt.slice(0, column - 1)]
    .map((character) => (character === '\t' ? '\t' : isWide(character) ? '  ' : ' '))
    .join('');
  const carets = [...excerpt.slice(column - 1, column - 1 + length)]
    .map((character) => (isWide(character) ? '^^' : '^'))
    .join('');
  return before + (carets || '^');
}
