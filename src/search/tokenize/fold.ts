/** Fold width, case and hiragana to katakana; drop long-vowel marks and apostrophes. */
export function fold(text: string): string {
  return asKatakana(text.normalize('NFKC').toLowerCase())
    .replace(/['’]/g, '')
    .replace(/(?<=[\u30a1-\u30fa])ー/g, '');
}

/** Return a text with its hiragana in katakana. */
export function asKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, shiftBy(0x60));
}

/**
 * Return a text in hiragana if its only Japanese is katakana (some people type everything in it),
 * else unchanged.
 */
export function asHiragana(text: string): string {
  return /[\u3041-\u3096\u4e00-\u9fff]/.test(text)
    ? text
    : text.replace(/[\u30a1-\u30f6]/g, shiftBy(-0x60));
}

const shiftBy =
  (distance: number) =>
  (kana: string): string =>
    String.fromCharCode(kana.charCodeAt(0) + distance);

/**
 * Fold a phrase and drop spaces and punctuation, so that it matches within a longer text whatever
 * its spacing.
 */
export function squeeze(text: string): string {
  return fold(text).replace(/[\s、。・「」『』【】！？!?.,:;()（）"“”`]/g, '');
}
