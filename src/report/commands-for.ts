import type { FollowUp } from '../model/words.ts';
import type { Os } from '../model/prose.ts';

/** Return the commands by platform: only the one for the log's platform if it exists, or all. */
export function commandsFor({ commands }: FollowUp, own: Os | null): [Os, string][] {
  const command = own === null ? undefined : commands[own];
  return own !== null && command !== undefined
    ? [[own, command]]
    : (Object.entries(commands) as [Os, string][]);
}
