import { useEffect, useState } from 'preact/hooks';
import type { ReportTexts } from '../../model/words.ts';
import { sentences } from '../../i18n/sentences.ts';
import {
  applicableSteps,
  redactedReport,
  type RedactedReport,
  type Redactor,
  type SenderNotes,
} from '../../report/index.ts';
import type { AnalysisClient } from '../worker/client.ts';
import type { Result } from '../worker/protocol.ts';
import { Fold } from '../report/Fold.tsx';
import { SupportForm } from './SupportForm.tsx';
import { SupportPreview } from './SupportPreview.tsx';

const PAUSE = 200;
const NO_NOTES: SenderNotes = { system: '', installed: '', changed: '', tried: '' };

/**
 * The support report: asks what only the sender knows, redacts private values, and leaves sending
 * to the user. Generated when opened.
 */
export function Support({
  result,
  words,
  client,
  root,
}: {
  result: Result;
  words: ReportTexts;
  client: AnalysisClient;
  root: string;
}) {
  const text = sentences[words.language].letter.form;
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState(NO_NOTES);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [leave, setLeave] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<RedactedReport | null>(null);
  const { report } = result;

  useEffect(() => {
    if (!open) return;
    let live = true;
    const timer = setTimeout(
      () => {
        const sender = {
          told,
          done,
          leave,
          now: Date.now(),
          address: (path: string) => location.origin + root + path,
        };
        const redactor: Redactor = {
          redactParts: (parts) => client.ask({ kind: 'redact', ...parts }),
          finish: (finished) => client.ask({ kind: 'finish', ...finished }),
        };
        void redactedReport(redactor, sender, words).then((answer) => live && setWritten(answer));
      },
      written === null ? 0 : PAUSE,
    );
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [open, told, done, leave, report, words]);

  return (
    <details class="support" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{text.title}</h3>
      </summary>
      <p>{text.intro}</p>
      {written === null ? (
        <p>{text.working}</p>
      ) : (
        <SupportPreview report={written} leave={leave} onLeave={setLeave} words={words} />
      )}
      <Fold title={text.add} name="support-form">
        <SupportForm
          told={told}
          onTold={setTold}
          done={done}
          onDone={setDone}
          steps={report.answers[0] ? applicableSteps(report.answers[0], report, words) : []}
          words={words}
        />
      </Fold>
    </details>
  );
}
