/**
 * Times as written. While a log is read a time is one number, its digits in order (`20261124224019`), 0 for none: comparing and keeping
 * it makes no string. A report shows `2026-11-24T22:40:19`, without a zone.
 */
import type { Finding } from './report.ts';

/** Pack the digits of a date (`0000/00/00`) and a clock (`00:00:00`) into a number. */
export function readTime(bytes: Uint8Array, date: number, clock: number): number {
  return readMinute(bytes, date, clock) * 100 + two(bytes, clock + 6);
}

/** The same without the seconds. */
export function readMinute(bytes: Uint8Array, date: number, clock: number): number {
  const day = (two(bytes, date) * 100 + two(bytes, date + 2)) * 1e4 + two(bytes, date + 5) * 100 + two(bytes, date + 8);
  return day * 1e4 + two(bytes, clock) * 100 + two(bytes, clock + 3);
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
  return from === 0 || to === 0 ? 0 : secondsOf(to) - secondsOf(from);
}

function secondsOf(time: number): number {
  const day = Math.floor(time / 1e6);
  const clock = time - day * 1e6;
  return Date.UTC(Math.floor(day / 1e4), (Math.floor(day / 100) % 100) - 1, day % 100, Math.floor(clock / 1e4), Math.floor(clock / 100) % 100, clock % 100) / 1000;
}

/** The earliest and the latest time that findings were seen, as written; null where none has a time. */
export function spanOf(findings: readonly Pick<Finding, 'first' | 'last'>[]): { from: string | null; to: string | null } {
  return { from: findings.flatMap(({ first }) => first ?? []).sort()[0] ?? null, to: findings.flatMap(({ last }) => last ?? []).sort().at(-1) ?? null };
}
