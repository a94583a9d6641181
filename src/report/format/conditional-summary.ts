/**
 * A case in braces, with its optional condition: `{…}`, `{api/forbidden: …}`,
 * `{not os/read-only os/no-space: …}`, `{running: …}`.
 */
const CASE = /\{(?:(not )?([a-z]+\/[a-z0-9-]+(?: [a-z]+\/[a-z0-9-]+)* ?|running): ?)?([^{}]*)\}/g;

/**
 * Reduce a guide's summary to the cases that apply to one log. `causes` are the last entries of the
 * evidence's chains if they are one cause (see `isOneCause`); if it is empty, all cases are kept.
 * `isOver` means that the agent has stopped, so that `{running: …}` does not apply.
 *
 * @example
 * applySummaryCases('{401: wrong key. }{api/forbidden: Ask. }Keep it.', ['api/forbidden'], false)
 * // 'Ask. Keep it.'
 */
export function applySummaryCases(
  summary: string,
  causes: readonly string[],
  isOver: boolean,
): string {
  return summary
    .replace(CASE, (_, not: string | undefined, asked: string | undefined, text: string) => {
      const applies =
        asked === 'running'
          ? !isOver
          : causes.length === 0 || (asked !== undefined && namesAll(asked, causes) === !not);
      return applies ? text : '';
    })
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * Report whether entries are one cause: there is only one, or a case of the summary names them all
 * (for example, the kernel's and systemd's messages about the same event).
 */
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

/** Return a guide's summary with all its cases, as its page shows it. */
export function fullSummary(summary: string): string {
  return applySummaryCases(summary, [], false);
}

/** List the entries that the cases of a summary name. */
export function entriesInCases(summary: string): string[] {
  return [...summary.matchAll(CASE)].flatMap(([, , asked]) =>
    asked === undefined || asked === 'running' ? [] : asked.split(' '),
  );
}
