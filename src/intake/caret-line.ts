const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

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
    .map((character) => (character === '\t' ? '\t' : WIDE.test(character) ? '  ' : ' '))
    .join('');
  const carets = [...excerpt.slice(column - 1, column - 1 + length)]
    .map((character) => (WIDE.test(character) ? '^^' : '^'))
    .join('');
  return before + (carets || '^');
}
