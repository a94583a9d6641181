/** What says how rare a key is. */
export interface Counted {
  documents: readonly unknown[];
  /** In how many documents a key stands. */
  counts: ReadonlyMap<string, number>;
}

const FEW = 300;

/** How rare a key is. */
export function rarityOf(index: Counted, key: string): number {
  return Math.log(1 + sizeOf(index) / ((index.counts.get(key) ?? 0) + 0.5));
}

/** How many documents there are, or as if there were a few hundred. */
export function sizeOf({ documents }: Counted): number {
  return Math.max(documents.length, FEW);
}
