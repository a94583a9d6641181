import type { SearchIndex } from '../index/inverted-index.ts';
import type { Term } from './query.ts';

/** A prefix glued to its number: `HTTP503`, `errno28`. */
const GLUED_NUMBER = /\b(https?|status|code|error|errno)(?=\d{1,5}\b)/g;
/** The value of a setting, which is the reader's own: `apikey = "x"`. */
const VALUE = /^(\s*[\w.-]+\s*=\s*["'“]?)[^"'“”]+/;
const WORD = /[\w/\\.:-]+|[“”]/g;
const BETWEEN = /[^\p{L}\p{N}/\\._“”-]+|(?<![\u3041-\u3096])[のとがはをに](?![\u3041-\u3096])/u;
/** A code that is not a plain word, or a long one; others are codes only in a query of codes. */
const CODE = /[\d/\\._“”-]|^[a-z]{8,}$/;
const NUMBER = /^[\w -]*\d/;

/** The codes of a query, and whether it has only codes and words that announce codes. */
export interface Codes {
  codes: Term[];
  isOnlyCodes: boolean;
}

/** Look up the codes, paths, flags, keys and variables of a query by exact match. */
export function findCodes(query: string, { codes, lexicon }: SearchIndex): Codes {
  const { labels, places, plugin, product } = lexicon;
  const text = query.toLowerCase().replace(VALUE, '$1').replace(GLUED_NUMBER, '$1 ');
  // The version of a system, as in `amazon linux 2023`, is not a code.
  const words = (text.replace(places, ' ').match(WORD) ?? []).map(bareCode);
  const line = ` ${words.join(' ')} `;
  const found = [...codes.keys()].filter((code) => line.includes(` ${code} `));
  const left = found
    .reduce((others, code) => others.replace(code, ' '), text)
    .replace(labels, ' ')
    .split(BETWEEN)
    .filter((word) => word.length > 1 && !product.includes(word.replace(/-agent$/, '')));
  const isOnlyCodes = left.length === 0 && found.length > 0;
  // A plugin's exit status is not the agent's.
  const isPlugin = text.search(plugin) >= 0;
  const own = isOnlyCodes
    ? found
    : found.filter((code) => CODE.test(code) && !(isPlugin && NUMBER.test(code)));
  return { codes: own.map((code) => termOf(code, codes.get(code) ?? [])), isOnlyCodes };
}

function termOf(code: string, pages: number[]): Term {
  return { keys: [[`#${code}`, 'own']], share: 1, kind: 'code', rarity: 0, pages };
}

/** Drop what surrounds a code: dashes of a flag, punctuation after a path. */
function bareCode(word: string): string {
  return word.replace(/^-+/, '-').replace(/[.\\/:-]+$/, '');
}
