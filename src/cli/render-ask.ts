import { styleText } from 'node:util';
import type { Ask, Os } from '../catalog/index.ts';
import { listOf } from '../display/index.ts';
import { analyzerText } from '../i18n/analyzer-text.ts';
import type { Language } from '../i18n/language.ts';
import { sentences } from '../i18n/sentences.ts';

const PLATFORMS: Partial<Record<NodeJS.Platform, Os>> = { win32: 'windows', darwin: 'macos' };

/** Write what a report asks for, with the command of the platform that the reader sits at, or the named one of Linux where that has none. */
export function renderAsk({ what, commands, reads, example }: Ask, language: Language, os: Os = PLATFORMS[process.platform] ?? 'linux'): string {
  const { platform } = analyzerText[language];
  const own = commands[os];
  const command = (own ?? commands.linux).split('\n').map((line) => `    ${styleText('cyan', line)}`);
  return [`- ${what}`, ...(own === undefined ? [`  ${platform.linux}`] : []), ...command, ...(example === undefined ? [] : [`    ${sentences[language].report.example(listOf(example))}`]), ...(reads === undefined ? [] : [`  ${reads}`])].join('\n');
}
