/** `2026-11-24T22:40:19` as people read it; a zone that the log proves is said apart. */
export function readable(time: string): string {
  return time.replace('T', ' ');
}
