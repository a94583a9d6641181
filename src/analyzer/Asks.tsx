import type { Ask, Os } from '../catalog/index.ts';
import { isRead } from '../display/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { CommandLine } from './CommandLine.tsx';
import { PlatformChoice, usePlatform } from './PlatformChoice.tsx';

const PLATFORMS: readonly Os[] = ['linux', 'windows', 'macos', 'docker', 'kubernetes'];

/** What would decide, with the commands of one platform, and what to do with what they print. */
export function Asks({ asks, told, text }: { asks: Ask[]; told: Os | null; text: AnalyzerText }) {
  const platforms = PLATFORMS.filter((os) => asks.some(({ commands }) => commands[os] !== undefined));
  const [active, select] = usePlatform(platforms, told);
  const isPasted = asks.some(({ commands }) => isRead(commands[active] ?? commands.linux));
  return (
    <>
      <PlatformChoice platforms={platforms} active={active} select={select} text={text} />
      <ul class="asks plain-list">{asks.map((ask) => <li key={ask.what}><AskView ask={ask} os={active} text={text} /></li>)}</ul>
      {isPasted && <p class="confidence">{text.decidesPaste}</p>}
    </>
  );
}

function AskView({ ask: { what, commands, reads }, os, text }: { ask: Ask; os: Os; text: AnalyzerText }) {
  const own = commands[os];
  return (
    <>
      <p>{what}</p>
      {own === undefined && <p class="platform-name">{text.platform.linux}</p>}
      <CommandLine command={own ?? commands.linux} text={text} />
      {reads !== undefined && <p>{reads}</p>}
    </>
  );
}
