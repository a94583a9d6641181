/** Format a report's time, such as `2026-11-24T22:40:19`, for readers. It has no time zone. */
export function formatTime(time: string): string {
  return time.replace('T', ' ');
}

/** Format a time of the log, given in minutes since 1970, for readers. It has no time zone. */
export function formatMinute(minute: number): string {
  return formatTime(new Date(minute * 60_000).toISOString().slice(0, 16));
}
