/** Kana by consonant, in the order of VOWELS; a space is a missing syllable. */
const ROWS: Record<string, string> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  s: 'さしすせそ',
  t: 'たちつてと',
  n: 'なにぬねの',
  h: 'はひふへほ',
  m: 'まみむめも',
  y: 'や ゆ よ',
  r: 'らりるれろ',
  w: 'わ   を',
  g: 'がぎぐげご',
  z: 'ざじずぜぞ',
  d: 'だぢづでど',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
  j: ' じ   ',
  f: '  ふ  ',
  ts: '  つ  ',
  sh: ' し   ',
  ch: ' ち   ',
};
const VOWELS = 'aiueo';
/** Consonants that combine with a small や, ゆ or よ, with their kana: `kyo`, `sho`, `ja`. */
const SMALL: Record<string, string> = {
  ky: 'き',
  sh: 'し',
  sy: 'し',
  ch: 'ち',
  ty: 'ち',
  ny: 'に',
  hy: 'ひ',
  my: 'み',
  ry: 'り',
  gy: 'ぎ',
  j: 'じ',
  jy: 'じ',
  zy: 'じ',
  by: 'び',
  py: 'ぴ',
};
const GLIDES: Record<string, string> = { a: 'ゃ', u: 'ゅ', o: 'ょ' };
/** Syllables of loanwords with a small vowel: `fairu`, `jetto`. */
const FOREIGN: Record<string, Record<string, string>> = {
  f: { a: 'ふぁ', i: 'ふぃ', e: 'ふぇ', o: 'ふぉ' },
  j: { e: 'じぇ' },
  sh: { e: 'しぇ' },
  ch: { e: 'ちぇ' },
};
/**
 * One syllable. A doubled consonant, or `t` before `ch`, is a small っ; `n` without a vowel is ん.
 */
const SYLLABLE =
  /(n)(?![aiueoy])|(([kstpgdbzj])(?=\3)|t(?=ch))?((?:[kstnhmrgzbpj]?y|sh|ch|ts|[kstnhmrgzdbpjfw])?)([aiueo])/y;

/** Convert romaji, such as `settei`, to hiragana, or return null if the word is not romaji. */
export function readRomaji(word: string): string | null {
  let read = '';
  for (SYLLABLE.lastIndex = 0; SYLLABLE.lastIndex < word.length;) {
    const [found, single, doubled, , row = '', vowel = ''] = SYLLABLE.exec(word) ?? [];
    const kana = found === undefined ? null : single ? 'ん' : syllable(row, vowel);
    if (kana === null) return null;
    read += doubled ? `っ${kana}` : kana;
  }
  return read;
}

function syllable(row: string, vowel: string): string | null {
  const plain = ROWS[row]?.[VOWELS.indexOf(vowel)] ?? ' ';
  if (plain !== ' ') return plain;
  const foreign = FOREIGN[row]?.[vowel];
  if (foreign !== undefined) return foreign;
  const [head, glide] = [SMALL[row], GLIDES[vowel]];
  return head !== undefined && glide !== undefined ? `${head}${glide}` : null;
}
