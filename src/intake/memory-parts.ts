import type { MeminfoInspection } from '../model/inspection.ts';

type Part = 'used' | 'cached' | 'buffers' | 'free' | 'available';

/** Return the parts of memory that the program posts: only two if the kernel has MemAvailable. */
export function memoryParts({
  used,
  free,
  buffers,
  cached,
  available,
}: MeminfoInspection): [Part, number][] {
  return available === null
    ? [
        ['used', used],
        ['cached', cached],
        ['buffers', buffers],
        ['free', free],
      ]
    : [
        ['used', used],
        ['available', available],
      ];
}
