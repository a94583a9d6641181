/** A program or function that reads a log. */
export interface Competitor {
  name: string;
  /** Bytes that one run reads. */
  bytes: number;
  run(): void;
}

/** The result of a race. */
export interface Result {
  /** Megabytes (10^6 bytes) per second, median of the rounds; NaN if the competitor did not run. */
  rate(name: string): number;
  /**
   * How many times as fast the first one is, as the median of the rounds; NaN if either did not
   * run.
   */
  ratio(first: string, second: string): number;
}

/**
 * Run every competitor once to warm up, then all of them in each round, so that a slow moment of
 * the machine affects all alike.
 */
export function race(competitors: readonly Competitor[], rounds: number): Result {
  const rates = new Map<string, number[]>(competitors.map(({ name }) => [name, []]));
  for (const { run } of competitors) run();
  for (let round = 0; round < rounds; round++) {
    for (const { name, bytes, run } of competitors) {
      const started = performance.now();
      run();
      rates.get(name)?.push(bytes / 1e3 / (performance.now() - started));
    }
  }
  return {
    rate: (name) => median(rates.get(name) ?? []),
    ratio: (first, second) =>
      median(
        (rates.get(first) ?? []).map((rate, round) => rate / (rates.get(second)?.[round] ?? NaN)),
      ),
  };
}

/** Return the median (the higher one of two middle values), or NaN for an empty list. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
