/** A piece in braces, with what it is told for: `{…}`, `{api/forbidden: …}`, `{not os/read-only os/no-space: …}`, `{running: …}`. */
const CASE = /\{(?:(not )?((?:[a-z]+\/[a-z0-9-]+ ?)+|running): ?)?([^{}]*)\}/g;

/**
 * Tell a guide's summary to the reader of one log: without the cases that are not theirs. `cause` is the entry that all evidence ends in, null
 * where that is not known; `isOver`: the agent has ended, and does nothing by itself any more.
 *
 * @example tellSummary('{401: wrong key. }{api/forbidden: Ask who may. }Keep the file.', 'api/forbidden', false) // 'Ask who may. Keep the file.'
 */
export function tellSummary(summary: string, cause: string | null, isOver: boolean): string {
  return summary
    .replace(CASE, (_, not: string | undefined, asked: string | undefined, text: string) => {
      const isTold = asked === 'running' ? !isOver : cause === null || asked?.split(' ').includes(cause) === !not;
      return isTold ? text : '';
    })
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A guide's summary with all its cases, as its page has it. */
export function wholeSummary(summary: string): string {
  return tellSummary(summary, null, false);
}

/** The entries that the cases of a summary name. */
export function entriesInCases(summary: string): string[] {
  return [...summary.matchAll(CASE)].flatMap(([, , asked]) => (asked === undefined || asked === 'running' ? [] : asked.split(' ')));
}
