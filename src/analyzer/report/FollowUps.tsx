import { OSES, type Os } from '../../model/prose.ts';
import type { FollowUp, ReportTexts } from '../../model/words.ts';
import {
  fillCommand,
  isReadableOutput,
  NO_LOG_VALUES,
  type LogValues,
} from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import { FilledCommand } from '../CommandLine.tsx';
import { PlatformName, usePlatform } from './PlatformChoice.tsx';

interface FollowUpProps {
  values?: LogValues;
  words: ReportTexts;
  text: AnalyzerText;
}

/** Questions that would confirm an answer or find the fault, each with a command. */
export function FollowUps({ asks, ...rest }: { asks: FollowUp[] } & FollowUpProps) {
  const programs = Object.values(rest.words.names).flatMap((names) => names.programs);
  const isPasted = asks.some(({ commands }) =>
    Object.values(commands).some((command) => isReadableOutput(command, programs)),
  );
  return (
    <>
      <ul class="asks plain-list">
        {asks.map((ask) => (
          <li key={ask.what}>
            <FollowUpView ask={ask} {...rest} />
          </li>
        ))}
      </ul>
      {isPasted && <p class="confidence">{rest.text.decidesPaste}</p>}
    </>
  );
}

/** A question, the command of one platform that answers it, and how to read its output. */
function FollowUpView({
  ask,
  values = NO_LOG_VALUES,
  words,
  text,
}: { ask: FollowUp } & FollowUpProps) {
  const { what, commands, reads } = ask;
  const os = usePlatform(platformsOf(ask));
  const language = os === 'windows' ? 'powershell' : 'sh';
  const pieces = fillCommand({ ...ask, language, text: commands[os] ?? commands.linux }, values);
  return (
    <>
      <p>{what}</p>
      <PlatformName os={os} hasCommand text={text} />
      <FilledCommand
        pieces={pieces}
        language={language}
        of={what}
        text={text}
        say={sentences[words.language].report}
      />
      {reads !== undefined && <p>{reads}</p>}
    </>
  );
}

/** List the platforms that a question has commands for. */
export function platformsOf({ commands }: FollowUp): Os[] {
  return OSES.filter((os) => commands[os] !== undefined);
}
