/** A piece in braces, with what it is told for: `{…}`, `{api/forbidden: …}`, `{not os/read-only os/no-space: …}`, `{running: …}`. */
const CASE = /\{(?:(not )?((?:[a-z]+\/[a-z0-9-]+ ?)+|running): ?)?([^{}]*)\}/g;

/**
 * Tell a guide's summary to the reader of one log: without the cases that are not theirs. `causes` are the entries that the evidence ends in,
 * where they are one cause (`isOneCause`), else none; `isOver`: the agent has ended, and does nothing by itself any more.
 *
 * @example tellSummary('{401: wrong key. }{api/forbidden: Ask who may. }Keep the file.', ['api/forbidden'], false) // 'Ask who may. Keep the file.'
 */
export function tellSummary(summary: string, causes: readonly string[], isOver: boolean): string {
  return summary
    .replace(CASE, (_, not: string | undefined, asked: string | undefined, text: string) => {
      const isTold =
        asked === 'running'
          ? !isOver
          : causes.length === 0 || (asked !== undefined && namesAll(asked, causes) === !not);
      return isTold ? text : '';
    })
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether entries say one thing: there is one, or one of a summary's cases names them all, as what the kernel and systemd say of the same. */
export function isOneCause(summary: string, entries: readonly string[]): boolean {
  return (
    entries.length === 1 ||
    (entries.length > 1 &&
      [...summary.matchAll(CASE)].some(([, not, asked = '']) => !not && namesAll(asked, entries)))
  );
}

function namesAll(asked: string, entries: readonly string[]): boolean {
  return entries.every((entry) => asked.split(' ').includes(entry));
}

/** A guide's summary with all its cases, as its page has it. */
export function wholeSummary(summary: string): string {
  return tellSummary(summary, [], false);
}

/** The entries that the cases of a summary name. */
export function entriesInCases(summary: string): string[] {
  return [...summary.matchAll(CASE)].flatMap(([, , asked]) =>
    asked === undefined || asked === 'running' ? [] : asked.split(' '),
  );
}
