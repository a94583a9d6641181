import { useRef } from 'preact/hooks';
import type { Replacement } from '../../redaction/index.ts';
import { supportReportText } from '../../i18n/support-report.ts';
import { canUnredact, type RedactedReport } from '../../report/index.ts';
import { Fold } from '../report/Fold.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { useReport } from '../report/report-context.ts';
import { toggled } from './toggled.ts';

const FILE = 'support-report.md';

/** The redactions, each with an undo, and the final text, to be copied or saved. */
export function SupportPreview({
  report: { markdown, carried, replacements },
  undone,
  onUndo,
}: {
  report: RedactedReport;
  undone: ReadonlySet<string>;
  onUndo: (undone: ReadonlySet<string>) => void;
}) {
  const { words } = useReport();
  const text = supportReportText[words.language].form;
  const lines = carried.join('\n');
  return (
    <>
      <Text markdown={markdown} />
      <Replaced
        replacements={replacements.filter(
          ({ standIn }) =>
            undone.has(standIn) ||
            containsStandIn(markdown, standIn) ||
            containsStandIn(lines, standIn),
        )}
        undone={undone}
        onUndo={onUndo}
      />
      {carried.length > 0 && (
        <details class="support-carried">
          <summary>{text.carried(carried.length)}</summary>
          <pre
            class="support-lines"
            tabIndex={0}
            role="region"
            aria-label={text.carried(carried.length)}
            translate={false}
          >
            {lines}
          </pre>
        </details>
      )}
    </>
  );
}

/** Return whether a text contains a stand-in: `ip-1`, but not as the start of `ip-12`. */
function containsStandIn(text: string, standIn: string): boolean {
  for (let at = text.indexOf(standIn); at >= 0; at = text.indexOf(standIn, at + 1))
    if (!/\d/.test(text[at + standIn.length] ?? '')) return true;
  return false;
}

function Replaced({
  replacements,
  undone,
  onUndo,
}: {
  replacements: Replacement[];
  undone: ReadonlySet<string>;
  onUndo: (undone: ReadonlySet<string>) => void;
}) {
  const { words } = useReport();
  const text = supportReportText[words.language].form;
  if (replacements.length === 0) return <p data-replaced="0">{text.nothingReplaced}</p>;
  return (
    <fieldset class="support-replaced" data-replaced={String(replacements.length)}>
      <legend>{text.replaced}</legend>
      <ul>
        {replacements.map((replacement) => (
          <li key={replacement.standIn}>
            <span translate={false}>
              {canUnredact(replacement) && (
                <>
                  <code>{replacement.value}</code> →{' '}
                </>
              )}
              <code>{replacement.standIn}</code>
            </span>
            {canUnredact(replacement) && (
              <label class="support-choice">
                <input
                  type="checkbox"
                  name={`support-leave-${replacement.standIn}`}
                  checked={undone.has(replacement.standIn)}
                  onChange={() => onUndo(toggled(undone, replacement.standIn))}
                />{' '}
                <span>
                  {text.leave}
                  <span class="visually-hidden" translate={false}>
                    {' '}
                    {replacement.value}
                  </span>
                </span>
              </label>
            )}
          </li>
        ))}
      </ul>
      {replacements.some((replacement) => !canUnredact(replacement)) && <p>{text.keysStay}</p>}
    </fieldset>
  );
}

function Text({ markdown }: { markdown: string }) {
  const { words, text: common } = useReport();
  const text = supportReportText[words.language].form;
  const link = useRef<HTMLAnchorElement>(null);

  const save = (): void => {
    if (!link.current) return;
    const url = URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' }));
    link.current.href = url;
    link.current.click();
    setTimeout(() => URL.revokeObjectURL(url));
  };

  return (
    <div class="support-text">
      <p class="support-actions">
        <CopyButton value={markdown} text={common} isStrong />
        <button type="button" class="quiet" onClick={save}>
          {text.download}
        </button>
      </p>
      <Fold title={text.previewTitle} name="support-preview">
        <p id="support-preview">{text.preview}</p>
        <pre class="support-preview" role="region" aria-labelledby="support-preview">
          {markdown}
        </pre>
      </Fold>
      <a ref={link} download={FILE} hidden />
    </div>
  );
}
