/** Below 0 where the first of two versions of the product is older, above 0 where it is newer. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
