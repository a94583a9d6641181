import { OSES, type Os } from '../../model/prose.ts';
import type { FollowUp, ReportTexts } from '../../model/words.ts';
import {
  fillCommand,
  isReadableOutput,
  NO_LOG_VALUES,
  type LogValues,
} from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { sentences, type Sentences } from '../../i18n/sentences.ts';
import { FilledCommand } from '../CommandLine.tsx';
import { PlatformChoice, usePlatform } from './PlatformChoice.tsx';

/**
 * Questions that would confirm an answer: the command of one platform, and how to read its output.
 */
export function FollowUps({
  asks,
  detected,
  values = NO_LOG_VALUES,
  words,
  text,
}: {
  asks: FollowUp[];
  detected: Os | null;
  values?: LogValues;
  words: ReportTexts;
  text: AnalyzerText;
}) {
  const say = sentences[words.language].report;
  const programs = Object.values(words.names).flatMap((names) => names.programs);
  const platforms = OSES.filter((os) => asks.some(({ commands }) => commands[os] !== undefined));
  const [active, select] = usePlatform(platforms, detected);
  const isPasted = asks.some(({ commands }) =>
    isReadableOutput(commands[active] ?? commands.linux, programs),
  );
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
            <FollowUpView ask={ask} os={active} values={values} text={text} say={say} />
          </li>
        ))}
      </ul>
      {isPasted && <p class="confidence">{text.decidesPaste}</p>}
    </>
  );
}

function FollowUpView({
  ask,
  os,
  values,
  text,
  say,
}: {
  ask: FollowUp;
  os: Os;
  values: LogValues;
  text: AnalyzerText;
  say: Sentences['report'];
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
