/**
 * Times as written. While a log is read a time is one number, its digits in order (`20261124224019`), 0 for none: comparing and keeping
 * it makes no string. A report shows `2026-11-24T22:40:19`, without a zone.
 */
import type { Finding } from './report.ts';

/** Pack the digits of a date (`0000/00/00`) and a clock (`00:00:00`) into a number; 0 where no such time is. */
export function readTime(bytes: Uint8Array, date: number, clock: number): number {
  return withSecond(readMinute(bytes, date, clock), two(bytes, clock + 6));
}

/** The same without the seconds. */
export function readMinute(bytes: Uint8Array, date: number, clock: number): number {
  const [month, day, hour, minute] = [
    two(bytes, date + 5),
    two(bytes, date + 8),
    two(bytes, clock),
    two(bytes, clock + 3),
  ];
  // A machine without a clock starts in 1970.
  if (
    two(bytes, date) < 20 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > 31 ||
    hour > 23 ||
    minute > 59
  )
    return 0;
  return (
    (((two(bytes, date) * 100 + two(bytes, date + 2)) * 100 + month) * 100 + day) * 1e4 +
    hour * 100 +
    minute
  );
}

/** Put a second to a packed minute. */
export function withSecond(minute: number, second: number): number {
  return minute === 0 || second > 59 ? 0 : minute * 100 + second;
}

function two(bytes: Uint8Array, at: number): number {
  return digit(bytes, at) * 10 + digit(bytes, at + 1);
}

function digit(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) - 48;
}

/** Pack a time as written. */
export function packTime(written: string): number {
  return Number(written.replace(/\D/g, ''));
}

/** Write a packed time as `YYYY-MM-DDTHH:MM:SS`, or null where there is none. */
export function writeTime(time: number): string | null {
  if (time === 0) return null;
  const digits = String(time).padStart(14, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}T${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)}`;
}

/** Seconds between two packed times; 0 where one is missing. */
export function elapsed(from: number, to: number): number {
  if (from === 0 || to === 0) return 0;
  const [day, lastDay] = [Math.floor(from / 1e6), Math.floor(to / 1e6)];
  const seconds = secondsOfDay(to - lastDay * 1e6) - secondsOfDay(from - day * 1e6);
  return day === lastDay ? seconds : (midnightOf(lastDay) - midnightOf(day)) / 1000 + seconds;
}

/** A packed time some seconds later; 0 stays 0. */
export function shifted(time: number, seconds: number): number {
  if (time === 0 || seconds === 0) return time;
  const day = Math.floor(time / 1e6);
  return packTime(
    new Date(midnightOf(day) + (secondsOfDay(time - day * 1e6) + seconds) * 1000)
      .toISOString()
      .slice(0, 19),
  );
}

function secondsOfDay(clock: number): number {
  const minutes = Math.floor(clock / 100);
  return clock - minutes * 100 + (minutes % 100) * 60 + Math.floor(minutes / 100) * 3600;
}

function midnightOf(day: number): number {
  return Date.UTC(Math.floor(day / 1e4), (Math.floor(day / 100) % 100) - 1, day % 100);
}

/** The earliest and the latest time that findings were seen, as written; null where none has a time. */
export function spanOf(findings: readonly Pick<Finding, 'first' | 'last'>[]): {
  from: string | null;
  to: string | null;
} {
  return {
    from: findings.flatMap(({ first }) => first ?? []).sort()[0] ?? null,
    to:
      findings
        .flatMap(({ last }) => last ?? [])
        .sort()
        .at(-1) ?? null,
  };
}
