import { useEffect, useState } from 'preact/hooks';
import { formatTime } from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { spaceAfter } from '../../i18n/space-after.ts';
import { CollectLog } from '../CollectLog.tsx';
import { formatBytes } from '../format-bytes.ts';
import type { Dispatch, State } from '../state.ts';
import { listenOnDocument } from './document-drop.ts';
import { useLogBox } from './use-log-box.ts';

/**
 * The input: type, paste, drop or choose files, or pick an example. Collapsed, it makes room for
 * the report but still accepts a paste.
 */
export function Input({
  state,
  text,
  dispatch,
  onPrepare,
}: {
  state: State;
  text: AnalyzerText;
  dispatch: Dispatch;
  /** Input is likely to follow soon. */
  onPrepare: () => void;
}) {
  const { page, before, isFolded } = state;
  const { programs, configurations, commands } = page.accepts;
  const [isDragging, setDragging] = useState(false);
  const logBox = useLogBox(state, dispatch, text);
  const { box, note } = logBox;
  const isComparing = before !== null && !isFolded;

  // Registered once: these handlers do not depend on the state.
  useEffect(
    () => listenOnDocument({ paste: logBox.takePaste, drag: setDragging, drop: logBox.takeFiles }),
    [],
  );

  const cancelComparison = (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        dispatch({ kind: 'forget' });
        box.current?.focus();
      }}
    >
      {text.after.forget}
    </button>
  );
  return (
    <div
      class="analyzer-input"
      {...(isDragging && { 'data-dragging': '' })}
      {...(isFolded && { 'data-folded': '' })}
      onFocusIn={onPrepare}
      onDragEnter={onPrepare}
    >
      <label for="log-box" class={isFolded ? 'visually-hidden' : ''}>
        {before ? text.after.label : text.label}
      </label>
      {isComparing && (
        <p class="after-note" id="log-after" data-comparing>
          {text.after.note(before.end && formatTime(before.end))} {cancelComparison}
        </p>
      )}
      <textarea
        id="log-box"
        ref={box}
        data-analyze-input
        rows={isFolded ? 1 : 8}
        placeholder={isFolded ? logBox.hint : text.placeholder(programs, configurations, commands)}
        aria-describedby={isComparing ? 'log-after log-privacy' : 'log-privacy'}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        {...({ writingsuggestions: 'false', translate: 'no' } as object)}
        onPaste={logBox.onPaste}
        onBeforeInput={logBox.onBeforeInput}
        onInput={logBox.onInput}
        onKeyDown={({ key }) => key === 'Escape' && dispatch({ kind: 'fold' })}
      />
      {isFolded && (
        <button type="button" class="quiet" aria-expanded={false} onClick={logBox.unfold}>
          {text.another}
        </button>
      )}
      {isFolded && before && cancelComparison}
      <p id="log-privacy" class="privacy" hidden={isFolded}>
        <strong>{text.privacy}</strong>
        {spaceAfter(text.privacy)}
        <span>{text.worksOffline}</span>
      </p>
      {note !== null && !isFolded && (
        <p class="input-note" translate={false}>
          {typeof note === 'string' ? note : text.tooLarge(formatBytes(note))}
        </p>
      )}
      <div class="input-actions" hidden={isFolded}>
        <FileChoice text={text} onFiles={logBox.takeFiles} />
        <span class="drop-hint">
          <span>{text.drop}</span>
          {text.formats(configurations)}
        </span>
        <button type="button" class="quiet" onClick={logBox.clear}>
          {text.clear}
        </button>
      </div>
      <div hidden={isFolded}>
        <CollectLog places={page.places} text={text} />
      </div>
      {!before && (
        <div class="examples" hidden={isFolded}>
          <span>{text.examples}</span>
          <ul>
            {page.examples.map((example) => (
              <li key={example.name}>
                <button type="button" class="quiet" onClick={() => logBox.fill(example.text)}>
                  {example.name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function FileChoice({
  text,
  onFiles,
}: {
  text: AnalyzerText;
  onFiles: (files: FileList | null) => void;
}) {
  return (
    <label class="file-choice">
      <input
        type="file"
        multiple
        accept=".log,.txt,.gz,.zip,.json,.csv,.xml,.conf,.toml,.md,text/*"
        class="visually-hidden"
        onChange={(event) => {
          onFiles(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <span>{text.chooseFiles}</span>
    </label>
  );
}
