/** Let a command go on when nobody reads what it prints any more, as behind `| head -1`: its exit code is an answer too. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
