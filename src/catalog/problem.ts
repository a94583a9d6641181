/** One thing that is wrong in the content: where, what was found, and what to write instead. */
export interface Problem {
  /** Path below the project's root. */
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  /** What stands at the place, where its line is not known; `again` means the last place that has it. */
  near?: string | undefined;
  again?: true;
  found: string;
  write: string;
}

/** Content that cannot be used; its message lists every problem as the author should see it. */
export class ContentError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(formatProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Put problems into text, two lines each, in the order of the files. */
export function formatProblems(problems: Problem[]): string {
  return [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)))
    .map(({ file, line, column, found, write }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      return `${place}\n  found: ${found}\n  write: ${write}`;
    })
    .join('\n');
}
