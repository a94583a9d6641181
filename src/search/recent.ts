import { mayHoldMessage } from './looks-like.ts';

const KEY = 'searches';
const MOST = 5;
const LONGEST = 60;

/** The last searches in words, newest first; empty where nothing may be kept. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query): query is string => typeof query === 'string' && mayBeKept(query)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keep a search in this browser; nothing that looks like a message, a log, a file or a key is ever kept. */
export function keepSearch(query: string): void {
  const words = query.trim();
  if (!mayBeKept(words)) return;
  store([words, ...recentSearches().filter((kept) => kept !== words)].slice(0, MOST));
}

/** Forget all searches. */
export function clearSearches(): void {
  store([]);
}

/** Whether a query is words and nothing else. */
export function mayBeKept(query: string): boolean {
  return query !== '' && query.length <= LONGEST && !mayHoldMessage(query) && !/\S{25,}/.test(query.replace(/[^\x21-\x7e]/g, ' ')) && !/[@=]|\d{6,}/.test(query);
}

function store(queries: string[]): void {
  try {
    if (queries.length > 0) localStorage.setItem(KEY, JSON.stringify(queries));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}
