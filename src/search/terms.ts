/** Words that say nothing about what is looked for. */
const STOP = new Set('a an the is are was be been it its this that of to in on at for by with and or not no do does did dont cant wont can i im we my our you your how what why when which from as but if has have had get got still even mackerel agent error errors log'.split(' '));

/** Fold what people type: width, case, hiragana to katakana, long vowels left out. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/(?<=[\u30a1-\u30fa])ー/g, '');
}

/** Split a text into terms: Latin words by their stem, Japanese in pairs of characters. */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const [run] of fold(text).matchAll(/[a-z0-9]+|[\u30a1-\u30fa\u4e00-\u9fff々]+/g)) {
    if (/^[a-z0-9]/.test(run)) {
      if (!STOP.has(run)) found.push(stem(run));
    } else if (run.length === 1) found.push(run);
    else for (let at = 0; at + 1 < run.length; at++) found.push(run.slice(at, at + 2));
  }
  return found;
}

/** Cut the usual English endings off, so that `plugins` finds `plugin` and `retired` finds `retire`. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return word.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])s$/, '').replace(/(?<=\w{3})(?:ing|ed)$/, '').replace(/(?<=\w{3})e$/, '');
}

/** Whether two words differ by one slip: a letter more, less, other, or two letters swapped. */
export function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
  return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
}
