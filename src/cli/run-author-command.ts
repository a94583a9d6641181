import { ContentError } from '../compiler/index.ts';
import { describeFailure } from './describe-failure.ts';
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
