import type { Os } from '../model/prose.ts';
import type { Ask } from '../model/words.ts';
import { fillCommand, isRead, NO_VALUES, type Values } from '../report/format/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { ReportText } from '../i18n/report.ts';
import { FilledCommand } from './CommandLine.tsx';
import { PlatformChoice, usePlatform } from './PlatformChoice.tsx';

const PLATFORMS: readonly Os[] = ['linux', 'windows', 'macos', 'docker', 'kubernetes'];

/**
 * Questions that would confirm an answer: the command of one platform, and how to read its output.
 */
export function Asks({
  asks,
  told: detected,
  values = NO_VALUES,
  text,
  say,
}: {
  asks: Ask[];
  told: Os | null;
  values?: Values;
  text: AnalyzerText;
  say: ReportText;
}) {
  const platforms = PLATFORMS.filter((os) =>
    asks.some(({ commands }) => commands[os] !== undefined),
  );
  const [active, select] = usePlatform(platforms, detected);
  const isPasted = asks.some(({ commands }) => isRead(commands[active] ?? commands.linux));
  return (
    <>
      <PlatformChoice
        platforms={platforms}
        active={active}
        select={select}
        hasCommand={asks.some(({ commands }) => commands[active] !== undefined)}
        text={text}
      />
      <ul class="asks plain-list">
        {asks.map((ask) => (
          <li key={ask.what}>
            <AskView ask={ask} os={active} values={values} text={text} say={say} />
          </li>
        ))}
      </ul>
      {isPasted && <p class="confidence">{text.decidesPaste}</p>}
    </>
  );
}

function AskView({
  ask,
  os,
  values,
  text,
  say,
}: {
  ask: Ask;
  os: Os;
  values: Values;
  text: AnalyzerText;
  say: ReportText;
}) {
  const { what, commands, reads } = ask;
  const own = commands[os];
  const pieces = fillCommand(
    {
      ...ask,
      language: own !== undefined && os === 'windows' ? 'powershell' : 'sh',
      text: own ?? commands.linux,
    },
    values,
  );
  return (
    <>
      <p>{what}</p>
      {own === undefined && <p class="platform-name">{text.platform.linux}</p>}
      <FilledCommand pieces={pieces} text={text} say={say} />
      {reads !== undefined && <p>{reads}</p>}
    </>
  );
}
