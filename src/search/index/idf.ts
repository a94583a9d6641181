/** Document counts from which the rarity of a key is computed. */
export interface DocumentCounts {
  documents: readonly unknown[];
  /** How many documents contain a key. */
  counts: ReadonlyMap<string, number>;
}

/** Assumed least number of documents, so that a small index does not flatten the rarities. */
const MIN_DOCUMENTS = 300;

/** Return the smoothed inverse document frequency (IDF) of a key. */
export function idf(index: DocumentCounts, key: string): number {
  return Math.log(1 + documentCount(index) / ((index.counts.get(key) ?? 0) + 0.5));
}

/** Return the number of documents, but at least MIN_DOCUMENTS. */
export function documentCount({ documents }: DocumentCounts): number {
  return Math.max(documents.length, MIN_DOCUMENTS);
}
