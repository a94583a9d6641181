import type { Language } from '../model/languages.ts';
import type { Os } from '../model/prose.ts';
import type { FollowUp } from '../model/words.ts';
import { layoutCommand, NO_LOG_VALUES, type LogValues } from '../report/format/index.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { styleOf } from './render-blocks.ts';

const PLATFORMS: Partial<Record<NodeJS.Platform, Os>> = { win32: 'windows', darwin: 'macos' };

/** The end of the first sentence. */
const AFTER_FIRST = /(?<=[.?]) .*|(?<=[。？?]).*/su;

/**
 * Format a follow-up question with the command for the reader's platform or, if there is none, with
 * the Linux command, labeled as such.
 *
 * @param isBrief whether to leave out everything after the question itself
 * @param values the log's values for its command
 */
export function renderFollowUp(
  ask: FollowUp,
  language: Language,
  os: Os = PLATFORMS[process.platform] ?? 'linux',
  isBrief = false,
  values: LogValues = NO_LOG_VALUES,
): string {
  const { commands } = ask;
  const what = isBrief ? ask.what.replace(AFTER_FIRST, '') : ask.what;
  const reads = isBrief ? undefined : ask.reads;
  const own = commands[os];
  const command = layoutCommand(
    { ...ask, language: 'sh', text: own ?? commands.linux },
    values,
    styleOf(language),
    '  ',
  );
  return [
    `- ${what}`,
    ...(own === undefined ? [`  [${analyzerText[language].platform.linux}]`] : []),
    command,
    ...(reads === undefined ? [] : [`  ${reads}`]),
  ].join('\n');
}
