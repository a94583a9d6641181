/** A number as both languages write it, such as 1,320,000. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
