import type { Ask } from '../catalog/words.ts';
import type { Os } from '../catalog/prose.ts';

/** The commands for whoever wrote a log, by platform: its own where that is known, else all of them. */
export function commandsFor({ commands }: Ask, told: Os | null): [Os, string][] {
  const own = told === null ? undefined : commands[told];
  return told !== null && own !== undefined
    ? [[told, own]]
    : (Object.entries(commands) as [Os, string][]);
}
