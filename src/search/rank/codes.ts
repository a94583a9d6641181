import type { SearchIndex } from '../index/inverted-index.ts';
import type { Term } from './query.ts';

/** A prefix glued to its number: `HTTP503`, `errno28`. */
const GLUED_NUMBER = /\b(https?|status|code|error|errno)(?=\d{1,5}\b)/g;
const WORD = /[\w/\\.:-]+|[“”]/g;
const BETWEEN = /[^\p{L}\p{N}/\\._“”-]+|(?<![\u3041-\u3096])[のとがはをに](?![\u3041-\u3096])/u;
/** A code that is no plain word, or is a long one; others are a code only as a whole query. */
const CODE = /[\d/\\._-]|^[a-z]{8,}$/;
const NUMBER = /^[\w -]*\d/;
/** A number of things, such as `100 hosts`, is not a code. */
const QUANTITY =
  /(?<![\w.])\d+(?: ?(?:%|percent\b)|[台秒分時日週月年件個回本人文]| (?!errors|codes|responses)[a-z]{2,}s(?![\w-]))/g;
/** A system, maybe with its version: `amazon linux 2023`, but not `docker 404`. */
const SYSTEM = /^\D+(?:\d{1,2}(?:\.\d+)*|20\d\d)?$/;
/** A line of a configuration: the value is the reader's own. */
const SETTING = /^\s*\[{0,2}([\w.-]+)\]{0,2}\s*=/;
/** The most words of a code, such as `event id 1`. */
const MAX_WORDS = 3;

/** The codes of a query, and whether it has only codes and words that announce codes. */
export interface Codes {
  codes: Term[];
  isOnlyCodes: boolean;
}

/** Look up the codes, paths, flags, keys and variables of a query by exact match. */
export function findCodes(query: string, { codes, lexicon }: SearchIndex): Codes {
  const { labels, places, plugin, product } = lexicon;
  const text = query.toLowerCase().replace(GLUED_NUMBER, '$1 ').replace(QUANTITY, ' ');
  const key = SETTING.exec(text)?.[1];
  const keyed = key === undefined ? undefined : pagesOf(codes, key);
  // Typographic quotes around a value are the fault itself, so their pages come first.
  const quotes = codes.get(/[“”]/.exec(text)?.[0] ?? '') ?? [];
  if (keyed) return { codes: [termOf(text, [...quotes, ...keyed])], isOnlyCodes: true };
  const isSystem = (name: string): boolean =>
    SYSTEM.test(name) && !product.some((own) => name.includes(own));
  const words = text.replace(places, (name) => (isSystem(name) ? ' ' : name)).match(WORD) ?? [];
  const found: { code: string; pages: number[] }[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(codes, words, at);
    if (phrase) found.push(phrase);
    at += phrase?.length ?? 1;
  }
  const left = found
    .reduce((others, { code }) => others.replace(code, ' '), text)
    .replace(labels, ' ')
    .split(BETWEEN)
    .filter((word) => word.length > 1 && !product.includes(word.replace(/-agent$/, '')));
  const isWhole = left.length === 0 && found.length === 1;
  // A plugin's exit status is not the agent's.
  const isPlugin = text.search(plugin) >= 0;
  const own = found.filter(
    ({ code }) => isWhole || (CODE.test(code) && !(isPlugin && NUMBER.test(code))),
  );
  return {
    codes: own.map(({ code, pages }) => termOf(code, pages)),
    isOnlyCodes: left.length === 0 && own.length > 0,
  };
}

/** Find the longest code that begins at a word. */
function phraseAt(
  codes: ReadonlyMap<string, number[]>,
  words: readonly string[],
  at: number,
): { code: string; pages: number[]; length: number } | null {
  for (let length = Math.min(MAX_WORDS, words.length - at); length > 0; length--) {
    const own = words.slice(at, at + length);
    const code = own.join(' ');
    const pages = pagesOf(codes, code) ?? codes.get(own.join('_'));
    if (pages) return { code, pages, length };
  }
  return null;
}

function termOf(code: string, pages: number[]): Term {
  const keys = [[`#${code}`, 'own']] as const;
  return { keys: [...keys], share: 1, kind: 'code', rarity: 0, pages: [...new Set(pages)] };
}

/**
 * Return the pages about a code, best first. Of a dotted key, the first two parts suffice; the
 * others may be the reader's own names.
 */
function pagesOf(codes: ReadonlyMap<string, number[]>, word: string): number[] | undefined {
  const key = word.replace(/^-+/, '-').replace(/[.\\/:-]+$/, '');
  const dotted = /^[\w.-]+$/.test(key) ? key.split('.').slice(0, 2).join('.') : key;
  const names = [key, key.replace(/^-/, ''), dotted];
  return names.map((name) => codes.get(name)).find((pages) => pages !== undefined);
}
