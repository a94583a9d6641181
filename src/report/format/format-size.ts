/** Format bytes in binary units, such as 782 MiB. */
export function formatBinaryBytes(bytes: number): string {
  if (bytes < 2 ** 30) return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
  return bytes < 2 ** 40
    ? `${(bytes / 2 ** 30).toFixed(2)} GiB`
    : `${(bytes / 2 ** 40).toFixed(2)} TiB`;
}

/** Format a part as a percentage of the whole, such as 39.3 %. */
export function formatPercent(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(1)} %`;
}
