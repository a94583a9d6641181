import fc from 'fast-check';

/** Something that is fed with what nobody thought of. */
export interface Target {
  name: string;
  /** Inputs of a round; all targets take about the same time for theirs. */
  runs: number;
  /** Try inputs until one fails; which ones, the seed says. */
  check(seed: number, runs: number): Promise<Outcome>;
}

export interface Outcome {
  runs: number;
  /** The smallest input that fails, and how; null where none does. */
  failure: string | null;
}

/** Make a target of a property: a function of its inputs that throws where something does not hold. */
export function target<Inputs extends [unknown, ...unknown[]]>(
  name: string,
  runs: number,
  property: fc.IAsyncProperty<Inputs>,
): Target {
  return {
    name,
    runs,
    async check(seed, numRuns) {
      const {
        failed,
        numRuns: done,
        counterexample,
        errorInstance,
      } = await fc.check(property, { seed, numRuns });
      const how = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
      return {
        runs: done,
        failure: failed ? `${how}\n${(counterexample ?? []).map(show).join('\n')}` : null,
      };
    },
  };
}

/** An input in one line; bytes as the characters of their numbers. */
function show(input: unknown): string {
  return input instanceof Uint8Array
    ? `latin1 ${JSON.stringify(Buffer.from(input).toString('latin1'))}`
    : fc.stringify(input);
}
