import type { IsPlain, PlainWords } from './plain-words.ts';

const KEY = 'searches';
const MAX_SAVED = 5;
/** Characters. */
const MAX_LENGTH = 60;

/** Return whether any searches are saved; false if storage is unavailable. */
export function hasSearches(): boolean {
  return read().length > 0;
}

/**
 * Return the last searches, newest first. Saved ones that are not plain words, which an older
 * version may have left, are deleted.
 */
export function recentSearches(isPlain: IsPlain): PlainWords[] {
  const kept = read();
  const plain = kept.filter(isPlain);
  if (plain.length < kept.length) store(plain);
  return plain.slice(0, MAX_SAVED);
}

/** Save a search in this browser. */
export function saveSearch(query: PlainWords, isPlain: IsPlain): void {
  const words = query.trim();
  if (words.length > MAX_LENGTH) return;
  store([words, ...recentSearches(isPlain).filter((kept) => kept !== words)].slice(0, MAX_SAVED));
}

/** Delete all saved searches. */
export function deleteSearches(): void {
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
    // Without storage there are no recent searches.
  }
}
