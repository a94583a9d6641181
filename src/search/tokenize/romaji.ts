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
/** What follows the kana of a consonant that has none for the vowel: `kyo`, `sha`, `jetto`. */
const GLIDES = 'ゃぃゅぇょ';
/**
 * One syllable. A doubled consonant, or `t` before `ch`, is a small っ; `n` without a vowel is ん.
 */
const SYLLABLE =
  /(n)(?![aiueoy])|(([kstpgdbzj])(?=\3)|t(?=ch))?((?:[kstnhmrgzbpj]?y|sh|ch|ts|[kstnhmrgzdbpjfw])?)([aiueo])/y;

/** Convert romaji, such as `settei`, to hiragana, or return null if the word is not romaji. */
export function readRomaji(typed: string): string | null {
  // Small vowels are folded to large ones: ふあいる is ファイル.
  const word = typed.replace(/f(?=[aieo])/g, 'fu');
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
  const at = VOWELS.indexOf(vowel);
  const plain = ROWS[row]?.[at] ?? ' ';
  if (plain !== ' ') return plain;
  const head = ROWS[row.replace(/(?<=.)y/, '')]?.[1] ?? ' ';
  return head === ' ' ? null : head + GLIDES[at];
}
