/** One that reads a log. */
export interface Contestant {
  name: string;
  /** Bytes that one run reads. */
  bytes: number;
  run(): void;
}

/** What a race showed. */
export interface Result {
  /** Megabytes (10^6 bytes) a second: the median of the rounds, NaN for one that did not run. */
  rate(name: string): number;
  /** How many times faster the first is: the median of the rounds' ratios, NaN if one did not run. */
  ratio(first: string, second: string): number;
}

/** Run everyone once to warm up and then in turn, round after round, so that a slow moment of the machine hits all. */
export function race(contestants: readonly Contestant[], rounds: number): Result {
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (const { run } of contestants) run();
  for (let round = 0; round < rounds; round++) {
    for (const { name, bytes, run } of contestants) {
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

/** The middle value, or NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
