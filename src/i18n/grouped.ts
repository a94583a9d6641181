/** A whole number as both languages write it, such as 1,320,000. */
export function grouped(count: number): string {
  // Not toLocaleString: the first one takes a browser as long as all else of a short report.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
