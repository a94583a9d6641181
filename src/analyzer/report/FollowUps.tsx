import { OSES, type Os } from '../../model/prose.ts';
import type { FollowUp } from '../../model/words.ts';
import { fillCommand, isReadableOutput, type LogValues } from '../../report/format/index.ts';
import { FilledCommand } from '../CommandLine.tsx';
import { PlatformName, usePlatform } from './PlatformChoice.tsx';
import { useReport } from './report-context.ts';

/** Questions that would confirm an answer or find the fault, each with a command. */
export function FollowUps({ asks, values }: { asks: FollowUp[]; values: LogValues }) {
  const { words, text } = useReport();
  const programs = Object.values(words.names).flatMap((names) => names.programs);
  const canPasteOutput = asks.some(({ commands }) =>
    Object.values(commands).some((command) => isReadableOutput(command, programs)),
  );
  return (
    <>
      <ul class="asks plain-list">
        {asks.map((ask) => (
          <li key={ask.what}>
            <FollowUpView ask={ask} values={values} />
          </li>
        ))}
      </ul>
      {canPasteOutput && <p class="confidence">{text.decidesPaste}</p>}
    </>
  );
}

/** A question, the command of one platform that answers it, and how to read its output. */
function FollowUpView({ ask, values }: { ask: FollowUp; values: LogValues }) {
  const { text, say } = useReport();
  const { what, commands, reads } = ask;
  const os = usePlatform(platformsAsked(ask));
  const language = os === 'windows' ? 'powershell' : 'sh';
  const pieces = fillCommand({ ...ask, language, text: commands[os] ?? commands.linux }, values);
  return (
    <>
      <p>{what}</p>
      <PlatformName os={os} hasCommand />
      <FilledCommand pieces={pieces} language={language} label={what} text={text} say={say} />
      {reads !== undefined && <p>{reads}</p>}
    </>
  );
}

/** List the platforms that a question has commands for. */
export function platformsAsked({ commands }: FollowUp): Os[] {
  return OSES.filter((os) => commands[os] !== undefined);
}
