/** A problem in the content: where it is, what was found, and what to write instead. */
export interface Problem {
  /** Path below the project's root. */
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  /**
   * A text by which to find the line if it is not known: the line of its first occurrence, or of
   * its last one (`isLastOccurrence`), or the lines of all (`isEachOccurrence`).
   */
  anchorText?: string | undefined;
  isLastOccurrence?: true;
  isEachOccurrence?: true;
  found: string;
  write: string;
}

/** Thrown for invalid content; the message lists every problem for the author. */
export class ContentError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(formatProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Format problems for the terminal, sorted by file and line. */
export function formatProblems(problems: Problem[]): string {
  return [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)))
    .map(({ file, line, column, found, write }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      return `${place}\n  found: ${found}\n  write: ${write}`;
    })
    .join('\n');
}
