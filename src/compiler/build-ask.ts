import type { FollowUpYaml } from './schemas/follow-up.ts';
import type { Language, Os } from '../model/prose.ts';
import type { FollowUp } from '../model/words.ts';

/** Build the words of an item that a report asks for, in one language. */
export function buildFollowUp(
  { what, reads, command, of, fits, sample, example, ...others }: FollowUpYaml,
  language: Language,
): FollowUp {
  // The schema omits missing fields instead of setting them to undefined; its type cannot say so.
  const commands = { linux: command, ...(others as Partial<Record<Os, string>>) };
  return {
    what: what[language],
    commands,
    ...(reads && { reads: reads[language] }),
    ...(of !== undefined && { of }),
    ...(fits !== undefined && { fits }),
    ...(sample !== undefined && { sample }),
    ...(example !== undefined && { example }),
  };
}
