/** Bytes as people read them: 1.4 MB. */
export function bytesOf(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** Bytes as memory and disks count them: 782 MiB. */
export function binaryBytesOf(bytes: number): string {
  if (bytes < 2 ** 30) return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
  return bytes < 2 ** 40 ? `${(bytes / 2 ** 30).toFixed(2)} GiB` : `${(bytes / 2 ** 40).toFixed(2)} TiB`;
}
