import { ContentError } from '../compiler/index.ts';
import { ignoreBrokenPipe } from './ignore-broken-pipe.ts';

/**
 * Run a command for content authors and set the exit code that it returns. Code 1 means that the
 * content needs fixing, including content too broken to load. Any other failure exits with 2 and
 * prints one line.
 */
export async function runAuthorCommand(command: () => number | Promise<number>): Promise<void> {
  ignoreBrokenPipe();
  try {
    process.exitCode = await command();
  } catch (error) {
    const isContent = error instanceof ContentError;
    process.stderr.write(`${isContent ? error.message : describeFailure(error)}\n`);
    process.exitCode = isContent ? 1 : 2;
  }
}

/** Describe an error in one line; if it is internal, say where in the code it was thrown. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^\s+at .*$/m.exec(error.stack ?? '')?.[0].trim();
  const [message = ''] = error.message.split('\n');
  return place === undefined || 'syscall' in error ? message : `${message} (${place})`;
}
