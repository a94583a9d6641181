/** Times that are not written as `2026-11-24 22:40:19`: epoch, names of months, day first. */
import { packTime } from './timestamps.ts';

/** The largest values that are seconds, milliseconds and microseconds since 1970. */
const MAX_SECONDS = 1e11;
const MAX_MILLISECONDS = 1e14;
const MAX_MICROSECONDS = 1e17;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Pack seconds, milliseconds, microseconds or nanoseconds since 1970, in UTC; 0 if invalid. */
export function packEpoch(value: number): number {
  if (!(value > 0)) return 0;
  const seconds =
    value < MAX_SECONDS
      ? value
      : value < MAX_MILLISECONDS
        ? value / 1e3
        : value < MAX_MICROSECONDS
          ? value / 1e6
          : value / 1e9;
  return packTime(new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19));
}

/** The parts of a date and a time of day, as written. */
export interface CalendarParts {
  year?: string | undefined;
  /** A number, or an English name. */
  month: string;
  day: string;
  /** `22:40:19`, `7:40:19` or `224019`, with an optional fraction. */
  clock: string;
}

/**
 * Pack a date and a time of day; return 0 if they are invalid.
 *
 * @param latestDate the latest date that a line can have, which decides the year of a date without
 * one; 0 if unknown
 */
export function packCalendar(
  { year, month, day, clock }: CalendarParts,
  latestDate: number,
): number {
  const named = MONTHS.indexOf(month);
  const date = (named < 0 ? Number(month) : named + 1) * 100 + Number(day);
  const ofYear = year === undefined ? yearOf(date, latestDate) : Number(year);
  const time = packTime(clock.replace(/[.,].*$/, ''));
  const isValid =
    ofYear >= 2000 &&
    date >= 101 &&
    date < 1300 &&
    date % 100 >= 1 &&
    date % 100 <= 31 &&
    time < 240000 &&
    time % 100 < 60;
  return isValid ? (ofYear * 1e4 + date) * 1e6 + time : 0;
}

/** Return the year in which a month and a day last occurred; 0 if unknown. */
function yearOf(date: number, latestDate: number): number {
  return Math.floor(latestDate / 1e4) - (date > latestDate % 1e4 ? 1 : 0);
}

const DAY = 86_400_000;

/**
 * Return the latest date that a line can have, packed: the day after the reader's, because the log
 * may be from another zone; 0 if the reader's clock is unknown.
 */
export function latestDateOf(now: number | undefined): number {
  return now === undefined ? 0 : packTime(new Date(now + DAY).toISOString().slice(0, 10));
}
