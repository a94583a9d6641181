import { supportReportText } from '../../i18n/support-report.ts';
import type { StepBlock } from '../../model/prose.ts';
import type { SenderNotes } from '../../report/index.ts';
import { useReport } from '../report/report-context.ts';
import { toggled } from './toggled.ts';

/** Keep keyboards and browsers from storing what is typed here. */
const PRIVATE = { spellcheck: false, autocomplete: 'off', writingsuggestions: 'false' } as const;

/**
 * Asks for what the log does not contain: the system, how the program was installed, what was
 * changed and tried, and which steps of the first guide were done.
 */
export function SupportForm({
  notes,
  onNotes,
  done,
  onDone,
  steps,
}: {
  notes: SenderNotes;
  onNotes: (notes: SenderNotes) => void;
  done: ReadonlySet<string>;
  onDone: (done: ReadonlySet<string>) => void;
  /** The steps of the first answer. */
  steps: StepBlock[];
}) {
  const { words } = useReport();
  const text = supportReportText[words.language];
  return (
    <div class="support-form">
      {(['system', 'installed', 'changed'] as const).map((key) => (
        <label key={key}>
          <span>{text.report.notes[key]}</span>
          <input
            class="field"
            type="text"
            name={`support-${key}`}
            value={notes[key]}
            onInput={({ currentTarget }) => onNotes({ ...notes, [key]: currentTarget.value })}
            {...PRIVATE}
          />
        </label>
      ))}
      <label>
        <span>{text.report.notes.tried}</span>
        <textarea
          class="field"
          name="support-tried"
          rows={3}
          value={notes.tried}
          onInput={({ currentTarget }) => onNotes({ ...notes, tried: currentTarget.value })}
          {...PRIVATE}
        />
      </label>
      {steps.length > 0 && (
        <fieldset>
          <legend>{text.form.steps}</legend>
          {steps.map(({ id, title }) => (
            <label key={id} class="support-choice">
              <input
                type="checkbox"
                name={`support-step-${id}`}
                checked={done.has(id)}
                onChange={() => onDone(toggled(done, id))}
              />{' '}
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
