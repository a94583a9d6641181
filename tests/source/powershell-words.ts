/** Split a PowerShell command into unquoted words and the signs that separate commands. */
export function powershellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (/['\u2018-\u201b]/.test(character)) {
      // Typographic quotes delimit strings too; a doubled quote is one character.
      let inside = '';
      for (
        at++;
        at < text.length &&
        !(/['\u2018-\u201b]/.test(text[at] ?? '') && !/['\u2018-\u201b]/.test(text[at + 1] ?? ''));
        at++
      ) {
        inside += text[at] ?? '';
        if (/['\u2018-\u201b]/.test(text[at] ?? '')) at++;
      }
      word = (word ?? '') + inside;
    } else if (/["\u201c-\u201e]/.test(character)) {
      const end = text.slice(at + 1).search(/["\u201c-\u201e]/);
      word = (word ?? '') + text.slice(at, at + 2 + end);
      at += end + 1;
    } else if (/[\s;|&<>(){}`,]/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
      if (/\S|\n/.test(character)) words.push(character);
    } else {
      word = (word ?? '') + character;
    }
  }
  return word === null ? words : [...words, word];
}
