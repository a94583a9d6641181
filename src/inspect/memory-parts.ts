import type { MeminfoInspection } from './report.ts';

type Part = 'used' | 'cached' | 'buffers' | 'free' | 'available';

/** The parts of a host's memory that the agent posts: where the kernel names MemAvailable, two. */
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
