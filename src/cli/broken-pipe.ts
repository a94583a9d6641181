/** Let a command go on when nobody reads what it prints any more, as behind `| head -1`: its exit code is an answer too. A full disk ends it with a code that says nothing of a log. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.stderr.write(`${error.message}\n`);
      process.exit(2);
    });
  }
}
