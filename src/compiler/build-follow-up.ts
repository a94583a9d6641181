import type { Language } from '../model/languages.ts';
import { followUpInWords, otherPlatforms, type FollowUpYaml } from '../model/schemas/follow-up.ts';
import type { FollowUp } from '../model/words.ts';
import { inLanguage } from './in-language.ts';
import { pickFields } from './pick-fields.ts';

/** Build the words of a follow-up question in one language. */
export function buildFollowUp(ask: FollowUpYaml, language: Language): FollowUp {
  const { what, ...words } = inLanguage(pickFields(ask, followUpInWords), language);
  return { what, commands: commandsOf(ask), ...words };
}

/** Return the commands of a follow-up question by platform. */
export function commandsOf(ask: FollowUpYaml): FollowUp['commands'] {
  return { linux: ask.command, ...pickFields(ask, otherPlatforms) };
}
