import type { FollowUp } from '../model/words.ts';
import type { Os } from '../model/prose.ts';

/** Return the commands by platform. If one is for the log's platform, leave out the others. */
export function commandsFor({ commands }: FollowUp, platform: Os | null): [Os, string][] {
  const command = platform === null ? undefined : commands[platform];
  return platform !== null && command !== undefined
    ? [[platform, command]]
    : (Object.entries(commands) as [Os, string][]);
}
