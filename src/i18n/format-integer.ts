/** Format an integer with thousands separators, as in 1,320,000 (both languages). */
export function formatInteger(count: number): string {
  // The first toLocaleString call takes a browser as long as the rest of a short report.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
