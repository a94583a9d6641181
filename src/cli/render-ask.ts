import type { Ask, Language, Os } from '../catalog/index.ts';
import { layoutCommand, NO_VALUES } from '../display/index.ts';
import { analyzerText } from '../i18n/analyzer-text.ts';
import { styleOf } from './render-blocks.ts';

const PLATFORMS: Partial<Record<NodeJS.Platform, Os>> = { win32: 'windows', darwin: 'macos' };

/** Write what a report asks for, with the command of the platform that the reader sits at, or the named one of Linux where that has none. */
export function renderAsk(
  ask: Ask,
  language: Language,
  os: Os = PLATFORMS[process.platform] ?? 'linux',
): string {
  const { what, commands, reads } = ask;
  const own = commands[os];
  const command = layoutCommand(
    { ...ask, language: 'sh', text: own ?? commands.linux },
    NO_VALUES,
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
