/**
 * Keep a command running when its output is no longer read, as in `| head -1`, because its exit
 * code still matters. On any other write error, such as a full disk, exit with 2, so that the exit
 * code is not taken for a result about the log.
 */
export function ignoreBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.stderr.write(`${error.message}\n`);
      process.exit(2);
    });
  }
}
