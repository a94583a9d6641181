/** Fold width, case and hiragana to katakana; drop long-vowel marks and apostrophes. */
export function fold(text: string): string {
  return asKatakana(text.normalize('NFKC').toLowerCase())
    .replace(/['’]/g, '')
    .replace(/(?<=[\u30a1-\u30fa])ー/g, '');
}

/** Return a text with its hiragana in katakana. */
export function asKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/**
 * Fold a phrase and drop spaces and punctuation, so that it matches within a longer text whatever
 * its spacing.
 */
export function squeeze(text: string): string {
  return fold(text).replace(/[\s、。・「」『』【】！？!?.,:;()（）"“”`]/g, '');
}
