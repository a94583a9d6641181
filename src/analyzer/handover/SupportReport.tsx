import { useEffect, useState } from 'preact/hooks';
import { sentences } from '../../i18n/sentences.ts';
import { supportReportText } from '../../i18n/support-report.ts';
import {
  applicableSteps,
  redactedReport,
  type RedactedReport,
  type Redactor,
  type SenderNotes,
} from '../../report/index.ts';
import { Fold } from '../report/Fold.tsx';
import { useReport } from '../report/report-context.ts';
import { SupportForm } from './SupportForm.tsx';
import { SupportPreview } from './SupportPreview.tsx';

const PAUSE = 200;
const NO_NOTES: SenderNotes = { system: '', installed: '', changed: '', tried: '' };

/**
 * The support report: asks what only the sender knows, redacts private values, and leaves sending
 * to the user.
 */
export function SupportReport() {
  const { report, words, client, root } = useReport();
  const [notes, setNotes] = useState(NO_NOTES);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [undone, setUndone] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<RedactedReport | null>(null);

  useEffect(() => {
    let live = true;
    const timer = setTimeout(
      () => {
        const sender = {
          notes,
          done,
          undone,
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
  }, [notes, done, undone, report, words]);

  return (
    <>
      {written === null ? (
        <p>{sentences[words.language].handover.working}</p>
      ) : (
        <SupportPreview report={written} undone={undone} onUndo={setUndone} />
      )}
      <Fold title={supportReportText[words.language].form.add} name="support-form">
        <SupportForm
          notes={notes}
          onNotes={setNotes}
          done={done}
          onDone={setDone}
          steps={report.answers[0] ? applicableSteps(report.answers[0], report, words) : []}
        />
      </Fold>
    </>
  );
}
