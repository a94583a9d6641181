/** Document counts from which the rarity of a key is computed. */
export interface Counted {
  documents: readonly unknown[];
  /** How many documents contain a key. */
  counts: ReadonlyMap<string, number>;
}

/** Assumed least number of documents, so that a small index does not flatten the rarities. */
const MIN_DOCUMENTS = 300;

/** Return the smoothed inverse document frequency (IDF) of a key. */
export function rarityOf(index: Counted, key: string): number {
  return Math.log(1 + sizeOf(index) / ((index.counts.get(key) ?? 0) + 0.5));
}

/** Return the number of documents, but at least MIN_DOCUMENTS. */
export function sizeOf({ documents }: Counted): number {
  return Math.max(documents.length, MIN_DOCUMENTS);
}
