import { expect, it } from 'vitest';
import { ClockOffset } from './clock-offset.ts';

it.each<[string, outer: number, inner: number, later: number, converted: number]>([
  ['the same clock', 20261124224019, 20261124224018, 20261124224107, 20261124224107],
  ['another time zone', 20261124134019, 20261124224019, 20261124150000, 20261125000000],
  ['a guessed year', 20260807055135, 20180807055135, 20260807055331, 20180807055331],
  [
    'a guessed year and another zone',
    20261231200000,
    20200101050000,
    20261231201000,
    20200101051000,
  ],
  ['a year that is not a guess', 20271231235958, 20271231235958, 20280101000003, 20280101000003],
  ['times of two events', 20261124224019, 20261120093307, 20261124224107, 20261124224107],
])('the program’s time after %s', (_, outer, inner, later, converted) => {
  const offset = new ClockOffset();
  offset.learnOffset(outer, inner);
  expect(offset.toOwnClock(later)).toBe(converted);
});

it('leaves a missing time missing', () => {
  const offset = new ClockOffset();
  offset.learnOffset(20260807055135, 20180807055135);
  expect(offset.toOwnClock(0)).toBe(0);
});
