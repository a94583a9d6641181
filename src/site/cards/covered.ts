/** Kanji of the first level are in rows 16 to 47; kana and punctuation come before them. */
const ROWS = 47;
const CELLS = 94;
/** Punctuation that the font has besides. */
const OTHERS = '–—‘’“”•…→〜';

let characters: Set<string> | undefined;

/**
 * Return whether the font of the cards (README.md) has all characters of a text: those of Latin-1,
 * and those of JIS X 0208 up to the kanji of the first level.
 */
export function isCovered(text: string): boolean {
  characters ??= new Set([...latin(), ...japanese(), ...OTHERS]);
  return [...text].every((character) => characters?.has(character));
}

function latin(): string[] {
  return Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    /[ -~¡-ÿ]/.test(character),
  );
}

function japanese(): string[] {
  const decoder = new TextDecoder('euc-jp');
  return Array.from({ length: ROWS * CELLS }, (_, at) => {
    const [row, cell] = [Math.floor(at / CELLS), at % CELLS];
    return decoder.decode(Uint8Array.of(0xa1 + row, 0xa1 + cell));
  }).filter((character) => !character.includes('\ufffd'));
}
