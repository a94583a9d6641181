/**
 * Times as written. While a log is read, a time is one number made of its digits
 * (`20261124224019`), 0 for none, so comparing and storing it needs no string. A report shows
 * `2026-11-24T22:40:19`, without a zone.
 */
import type { Finding } from '../../model/report.ts';

/**
 * Pack a date (`0000/00/00`) and a time of day (`00:00:00`) into a number; return 0 if the time is
 * invalid.
 */
export function readTime(bytes: Uint8Array, date: number, clock: number): number {
  return withSecond(readMinute(bytes, date, clock), readTwoDigits(bytes, clock + 6));
}

/** Pack a date and a time of day without the seconds. */
export function readMinute(bytes: Uint8Array, date: number, clock: number): number {
  const [month, day, hour, minute] = [
    readTwoDigits(bytes, date + 5),
    readTwoDigits(bytes, date + 8),
    readTwoDigits(bytes, clock),
    readTwoDigits(bytes, clock + 3),
  ];
  // Reject years before 2000: a machine without a clock starts in 1970.
  if (
    readTwoDigits(bytes, date) < 20 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > 31 ||
    hour > 23 ||
    minute > 59
  )
    return 0;
  return (
    (((readTwoDigits(bytes, date) * 100 + readTwoDigits(bytes, date + 2)) * 100 + month) * 100 +
      day) *
      1e4 +
    hour * 100 +
    minute
  );
}

/** Add the seconds to a packed minute. */
export function withSecond(minute: number, second: number): number {
  return minute === 0 || second > 59 ? 0 : minute * 100 + second;
}

function readTwoDigits(bytes: Uint8Array, at: number): number {
  return readDigit(bytes, at) * 10 + readDigit(bytes, at + 1);
}

function readDigit(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) - 48;
}

/** Pack a time as written. */
export function packTime(written: string): number {
  return Number(written.replace(/\D/g, ''));
}

/** Format a packed time as `YYYY-MM-DDTHH:MM:SS`, or return null if there is none. */
export function writeTime(time: number): string | null {
  if (time === 0) return null;
  const digits = String(time).padStart(14, '0');
  const date = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].join('-');
  const clock = [digits.slice(8, 10), digits.slice(10, 12), digits.slice(12)].join(':');
  return `${date}T${clock}`;
}

/** Return the seconds between two packed times; 0 if one is missing. */
export function secondsBetweenPacked(from: number, to: number): number {
  if (from === 0 || to === 0) return 0;
  const [day, lastDay] = [Math.floor(from / 1e6), Math.floor(to / 1e6)];
  const seconds = secondsOfDay(to - lastDay * 1e6) - secondsOfDay(from - day * 1e6);
  return day === lastDay ? seconds : (midnightOf(lastDay) - midnightOf(day)) / 1000 + seconds;
}

/** Add seconds to a packed time; 0 stays 0. */
export function addSeconds(time: number, seconds: number): number {
  if (time === 0 || seconds === 0) return time;
  const day = Math.floor(time / 1e6);
  return packTime(
    new Date(midnightOf(day) + (secondsOfDay(time - day * 1e6) + seconds) * 1000)
      .toISOString()
      .slice(0, 19),
  );
}

/** Return the minutes since 1970 of a packed time, in its own zone; 0 stays 0. */
export function minuteOf(time: number): number {
  if (time === 0) return 0;
  const day = Math.floor(time / 1e6);
  return Math.floor((midnightOf(day) / 1000 + secondsOfDay(time - day * 1e6)) / 60);
}

function secondsOfDay(clock: number): number {
  const minutes = Math.floor(clock / 100);
  return clock - minutes * 100 + (minutes % 100) * 60 + Math.floor(minutes / 100) * 3600;
}

function midnightOf(day: number): number {
  return Date.UTC(Math.floor(day / 1e4), (Math.floor(day / 100) % 100) - 1, day % 100);
}

/** Return the earliest and the latest time of findings, as written; null if none has a time. */
export function timeSpanOf(findings: readonly Pick<Finding, 'first' | 'last'>[]): {
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

/** Matches a time in the notations that records use. */
export const TIMESTAMP = /\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d/g;
