import type { IsPlain, PlainWords } from './plain-words.ts';

const SEARCHES = 'searches';
const PAGES = 'opened';
const MAX_SAVED = 5;
/** Characters. */
const MAX_LENGTH = 60;

/** Return whether any searches are saved; false if storage is unavailable. */
export function hasSearches(): boolean {
  return read(SEARCHES).length > 0;
}

/** Return the ids of the last results that were opened, newest first. */
export function recentPages(): string[] {
  return read(PAGES).slice(0, MAX_SAVED);
}

/** Save the id of a result that is opened in this browser. */
export function savePage(id: string): void {
  store(PAGES, [id, ...read(PAGES).filter((kept) => kept !== id)].slice(0, MAX_SAVED));
}

/**
 * Return the last searches, newest first. Saved ones that are not plain words, which an older
 * version may have left, are deleted.
 */
export function recentSearches(isPlain: IsPlain): PlainWords[] {
  const kept = read(SEARCHES);
  const plain = kept.filter(isPlain);
  if (plain.length < kept.length) store(SEARCHES, plain);
  return plain.slice(0, MAX_SAVED);
}

/** Save a search in this browser. */
export function saveSearch(query: PlainWords, isPlain: IsPlain): void {
  const words = query.trim();
  if (words.length > MAX_LENGTH) return;
  const others = recentSearches(isPlain).filter((kept) => kept !== words);
  store(SEARCHES, [words, ...others].slice(0, MAX_SAVED));
}

/** Delete all saved searches and pages. */
export function forgetRecent(): void {
  store(SEARCHES, []);
  store(PAGES, []);
}

function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

function store(key: string, values: string[]): void {
  try {
    if (values.length > 0) localStorage.setItem(key, JSON.stringify(values));
    else localStorage.removeItem(key);
  } catch {
    // Without storage nothing is recent.
  }
}
