/** Describe an error in one line; if it is internal, say where in the code it was thrown. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^\s+at .*$/m.exec(error.stack ?? '')?.[0].trim();
  const [message = ''] = error.message.split('\n');
  return place === undefined || 'syscall' in error ? message : `${message} (${place})`;
}
