import type { IsPlain, PlainWords } from './plain-words.ts';

const KEY = 'searches';
const MOST = 5;
const LONGEST = 60;

/** Whether searches are kept, and there is something to read. */
export function hasSearches(): boolean {
  return read().length > 0;
}

/** The last searches, newest first; what an older version kept and this one would not is forgotten. */
export function recentSearches(isPlain: IsPlain): PlainWords[] {
  const kept = read();
  const plain = kept.filter(isPlain);
  if (plain.length < kept.length) store(plain);
  return plain.slice(0, MOST);
}

/** Keep a search in this browser. */
export function keepSearch(query: PlainWords, isPlain: IsPlain): void {
  const words = query.trim();
  if (words.length > LONGEST) return;
  store([words, ...recentSearches(isPlain).filter((kept) => kept !== words)].slice(0, MOST));
}

/** Forget all searches. */
export function clearSearches(): void {
  store([]);
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

function store(queries: string[]): void {
  try {
    if (queries.length > 0) localStorage.setItem(KEY, JSON.stringify(queries));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}
