import { memoize } from './memoize.ts';

/** Endings and particles come back in every text. */
const toKatakana = memoize((hiragana) =>
  hiragana.replace(/./g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)),
);

/** Small vowels are often typed large: フアイル, ウインドウズ. */
const toLarge = (small: string): string => String.fromCharCode(small.charCodeAt(0) + 1);

/** Fold what people type: width, case, hiragana to katakana, small vowels to large ones; long vowels and apostrophes are left out. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\u3041-\u3096]+/g, toKatakana)
    .replace(/[ァィゥェォ]/g, toLarge)
    .replace(/(?<=[\u30a1-\u30fa])ー/g, '');
}

/** A text as it is, or in hiragana where it has no other Japanese than katakana: some type every word in them. */
export function asHiragana(text: string): string {
  return /[\u3041-\u3096\u4e00-\u9fff]/.test(text)
    ? text
    : text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Fold a phrase and leave out what stands between its words, so that it is found in a longer text whatever its spaces and marks are. */
export function squeeze(text: string): string {
  return fold(text).replace(/[\s、。・「」『』【】！？!?.,:;()（）"“”`]/g, '');
}
