/**
 * JSON as it travels. UTF-8 writes a letter of Japanese in three bytes, of which the first two say little; here each letter beyond ASCII
 * is a number that takes two, the commonest letters first, and what packs the file looks back over more of it. The letters stand at the
 * beginning: `{"letters":"の、。",…`.
 */
const LETTER = /[^\x00-\x7f]/g;
const HALF = /[\ud800-\udfff]/;
const ASCII = 0x80;
const BEGIN = '{"letters":"';

/**
 * Pack the JSON of an object; `unpackLetters` gives it back.
 *
 * @throws where it has a character that UTF-16 writes in two halves, which cannot travel apart
 */
export function packLetters(json: string): string {
  const counts = new Map<string, number>();
  for (const [letter] of json.matchAll(LETTER)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const letters = [...counts].sort((a, b) => b[1] - a[1]).map(([letter]) => letter);
  if (letters.some((letter) => HALF.test(letter))) throw new Error('Words have a character beyond U+FFFF: write another one.');
  const numbers = new Map(letters.map((letter, index) => [letter, String.fromCharCode(ASCII + index)]));
  return `${BEGIN}${letters.join('')}",${json.slice(1).replace(LETTER, (letter) => numbers.get(letter) ?? '')}`;
}

/** Unpack JSON that was downloaded. */
export function unpackLetters(packed: string): string {
  const end = packed.indexOf('"', BEGIN.length);
  const letters = packed.slice(BEGIN.length, end);
  return `{${packed.slice(end + 2).replace(LETTER, (number) => letters[number.charCodeAt(0) - ASCII] ?? '')}`;
}
