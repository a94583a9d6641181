/** Format a report's time, such as `2026-11-24T22:40:19`, for readers. It has no time zone. */
export function formatTime(time: string): string {
  return time.replace('T', ' ');
}

/** Format a time in minutes since 1970, in the log's own clock, in the same way. */
export function formatMinute(minute: number): string {
  return formatTime(new Date(minute * 60_000).toISOString().slice(0, 16));
}
