/**
 * Return the last index, from 0 to `count` - 1, whose value is at most `wanted`; the values ascend.
 * Return 0 if there is none.
 */
export function lastAtMost(
  count: number,
  valueAt: (index: number) => number,
  wanted: number,
): number {
  let [from, to] = [0, Math.max(0, count - 1)];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (valueAt(middle) <= wanted) from = middle;
    else to = middle - 1;
  }
  return from;
}
