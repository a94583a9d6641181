import { ContentError } from '../catalog/index.ts';
import { outliveReaders } from './broken-pipe.ts';

/**
 * Run a command for authors; it returns the exit code. 1 means that something is to be mended in the content, also where that is too
 * broken to be read. What is no mistake of the content ends with 2, in one line.
 */
export async function runForAuthors(command: () => number | Promise<number>): Promise<void> {
  outliveReaders();
  try {
    process.exitCode = await command();
  } catch (error) {
    const isContent = error instanceof ContentError;
    process.stderr.write(`${isContent ? error.message : describeFailure(error)}\n`);
    process.exitCode = isContent ? 1 : 2;
  }
}

/** What went wrong in the program itself, in one line, with the place where it did. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^\s+at .*$/m.exec(error.stack ?? '')?.[0].trim();
  return `${error.message.split('\n')[0]}${place === undefined || 'syscall' in error ? '' : ` (${place})`}`;
}
