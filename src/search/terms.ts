/** Words that say nothing about what is looked for. */
const STOP = new Set('a an the is are was be been it its this that of to in on at for by with and or not no do does did dont cant wont can i im we my our you your how what why when where which from as but if has have had get got still even faq please help someone mackerel agent error errors log logs'.split(' '));

/** The same in Japanese. */
const STOP_JA = /エージェント|マカレル|場合|方法|発生|について/g;

/** Fold what people type: width, case, joined words, hiragana to katakana; long vowels are left out. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/(?<=[\u30a1-\u30fa])ー/g, '');
}

/**
 * Split a text into terms: Latin words by their stem, Chinese characters and katakana in pairs. Runs of hiragana are endings and
 * particles; they are left out.
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const run of text.normalize('NFKC').replace(STOP_JA, ' ').match(/[A-Za-z0-9'’]+|[\u30a1-\u30feー]+|[\u4e00-\u9fff々]+/g) ?? []) {
    const folded = fold(run);
    if (/^[a-z0-9]/.test(folded)) found.push(...folded.split(' ').filter((word) => !STOP.has(word)).map(stem));
    else found.push(...pairs(folded));
  }
  return found;
}

/** Terms of what was typed in hiragana for katakana or Chinese characters, such as `ほすと`; only words that `isKnown` are worth asking for. */
export function hiraganaTerms(text: string, isKnown: (term: string) => boolean): string[] {
  const runs = text.normalize('NFKC').match(/[\u3041-\u3096ー]{3,}/g) ?? [];
  return runs.map((run) => pairs(fold(run))).filter((found) => found.every(isKnown)).flat();
}

function pairs(run: string): string[] {
  if (run.length < 2) return run === '' ? [] : [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

/** How much a term of a query counts: a pair of characters that no page has is often only the seam of two words, a single character says little. */
export function importance(term: string, isKnown: boolean): number {
  if (/^[a-z0-9]/.test(term)) return 1;
  return term.length === 1 ? 0.5 : isKnown ? 1 : 0.35;
}

/** Cut the usual English endings off, so that `plugins` finds `plugin` and `retired` finds `retire`. */
function stem(word: string): string {
  if (/^\d+s$/.test(word)) return word.slice(0, -1);
  if (word.length < 4 || /\d/.test(word)) return word;
  return word.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])s$/, '').replace(/(?<=\w{3})(?:ing|ed)$/, '').replace(/(?<=\w{3})e$/, '');
}

/** Whether a word is one slip away from a word that says nothing, such as `agnet`. */
export function isSlipOfNothing(word: string): boolean {
  return word.length > 4 && [...STOP].some((stop) => stop.length > 4 && isSlip(stop, word));
}

/** Whether two words differ by one slip: a letter more, less, other, or two letters swapped. */
export function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
  return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
}
