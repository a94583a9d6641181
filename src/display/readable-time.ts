/** Put a time as a report holds it, `2026-11-24T22:40:19`, into the form that people read; a zone that the log proves is said apart. */
export function readableTime(time: string): string {
  return time.replace('T', ' ');
}

/** Put a minute since 1970, as a log writes its time, into the same form. */
export function readableMinute(minute: number): string {
  return readableTime(new Date(minute * 60_000).toISOString().slice(0, 16));
}
