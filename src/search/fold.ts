import { memoize } from './memoize.ts';

/** Endings and particles come back in every text. */
const toKatakana = memoize((hiragana) => hiragana.replace(/./g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)));

/** Fold what people type: width, case, hiragana to katakana; long vowels and apostrophes are left out. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\u3041-\u3096]+/g, toKatakana)
    .replace(/(?<=[\u30a1-\u30fa])ー/g, '');
}

/** Fold a phrase and leave out what stands between its words, so that it is found in a longer text whatever its spaces and marks are. */
export function squeeze(text: string): string {
  return fold(text).replace(/[\s、。・「」『』【】！？!?.,:;()（）"“”`]/g, '');
}
