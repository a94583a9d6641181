import fc from 'fast-check';

/** A fuzz target. */
export interface Target {
  name: string;
  /** Inputs per round, chosen so that all targets take about the same time. */
  runs: number;
  /** Check inputs generated from the seed until one fails. */
  check(seed: number, runs: number): Promise<Outcome>;
}

export interface Outcome {
  runs: number;
  /** The smallest failing input and its error; null if none fails. */
  failure: string | null;
}

/** Make a target from a property: a function of its inputs that throws if it is violated. */
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
        failure: failed ? `${how}\n${(counterexample ?? []).map(formatInput).join('\n')}` : null,
      };
    },
  };
}

/** Format an input in one line; bytes as Latin-1 characters. */
function formatInput(input: unknown): string {
  return input instanceof Uint8Array
    ? `latin1 ${JSON.stringify(Buffer.from(input).toString('latin1'))}`
    : fc.stringify(input);
}
