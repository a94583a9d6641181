import { type CollectCommand, CollectLog } from '../CollectLog.tsx';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatTime, escapeLine } from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { formatBytes } from '../format-bytes.ts';
import { isKeystroke, listenOnDocument } from './document-drop.ts';

/** Milliseconds without a keystroke before typed text is analysed. */
const PAUSE = 250;
/** A single change of more characters than this was not typed. */
const MAX_TYPED = 40;

/**
 * Characters. A larger paste goes straight to the worker: the textarea would take seconds to lay it
 * out.
 */
const MAX_BOX = 1 << 20;

/** The name shown for a pasted configuration file. */
const CONFIG = 'mackerel-agent.conf';

/** The log from before a fix. */
export interface FirstLog {
  /** The time of its last line. */
  end: string | null;
}

/**
 * The input: type, paste, drop or choose files, or pick an example. Collapsed, it makes room for
 * the report but still accepts a paste.
 */
export function Input({
  isFocused,
  text,
  examples,
  places,
  folded,
  isReading,
  isConfig,
  before,
  onPrepare,
  onForget,
  onText,
  onFiles,
  onClear,
  onUnfold,
  onFold,
}: {
  /** Focus the box on mount. */
  isFocused: boolean;
  text: AnalyzerText;
  examples: { name: string; text: string }[];
  places: CollectCommand[];
  folded: boolean;
  /** The worker has just begun to read the input. */
  isReading: boolean;
  /** The analysed input was a configuration file. */
  isConfig: boolean;
  /** Set while waiting for the log from after a fix. */
  before: FirstLog | null;
  /** Input is likely to follow soon. */
  onPrepare: () => void;
  onForget: () => void;
  onText: (value: string, pause: number, typed: boolean) => void;
  onFiles: (files: File[]) => void;
  onClear: () => void;
  onUnfold: () => void;
  /** Return to the report, if there is one. */
  onFold: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const length = useRef(0);
  const typed = useRef(false);
  const pasting = useRef(false);
  /**
   * The text of the collapsed box. The box then shows only a line count, because the first line may
   * contain a key.
   */
  const collapsedText = useRef('');
  const [lines, setLines] = useState(0);
  /** File names, or the length of a paste that the box does not show. */
  const [note, setNote] = useState<string | number | null>(null);
  const [dragging, setDragging] = useState(false);

  // A layout effect, because keys typed or text pasted before the next frame would be lost.
  useLayoutEffect(() => {
    if (isFocused) box.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (!box.current) return;
    if (!folded) restoreText();
    // While reading, more input events of a multi-line paste may still follow.
    else if (!isReading && box.current.value !== '') {
      collapsedText.current = box.current.value;
      setLines(linesOf(collapsedText.current));
      emptyBox();
    }
  }, [folded, isReading]);
  useLayoutEffect(() => {
    if (!before || !box.current) return;
    emptyBox();
    setNote(null);
    box.current.focus();
  }, [before]);

  const fillBox = (value: string): void => {
    if (box.current) box.current.value = value;
    length.current = value.length;
    setNote(null);
    collapsedText.current = '';
    onText(value, 0, false);
  };
  const emptyBox = (): void => {
    if (box.current) box.current.value = '';
    length.current = 0;
  };
  const restoreText = (): void => {
    if (box.current && collapsedText.current !== '') {
      box.current.value = collapsedText.current;
      length.current = collapsedText.current.length;
      box.current.scrollTo(0, 0);
    }
    collapsedText.current = '';
  };
  const onInput = ({
    inputType,
    currentTarget: { value },
  }: InputEvent & { currentTarget: HTMLTextAreaElement }): void => {
    const change = Math.abs(value.length - length.current);
    // Inserting a multi-line text can fire several input events with the same length.
    if (change > 0)
      typed.current =
        change <= MAX_TYPED && !pasting.current && !/^insertFrom(?:Paste|Drop)/.test(inputType);
    length.current = value.length;
    setNote(null);
    collapsedText.current = '';
    onText(value, typed.current ? PAUSE : 0, typed.current);
  };
  // While collapsed, a stray key (a page shortcut) must not replace the report.
  const onBeforeInput = (event: InputEvent): void => {
    if (folded && isKeystroke(event)) event.preventDefault();
  };
  const unfold = (): void => {
    onUnfold();
    restoreText();
    box.current?.select();
    box.current?.focus();
  };
  const takeFiles = (files: FileList | null | undefined): void => {
    if (!files || files.length === 0) return;
    emptyBox();
    collapsedText.current = '';
    setNote(
      [...files].map(({ name, size }) => `${escapeLine(name)} (${formatBytes(size)})`).join(', '),
    );
    onFiles([...files]);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if ((event.clipboardData?.files.length ?? 0) > 0) {
      event.preventDefault();
      return takeFiles(event.clipboardData?.files);
    }
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted.length <= MAX_BOX) {
      // The browser inserts the text within this task, so even a short paste is not mistaken for
      // typing.
      pasting.current = true;
      setTimeout(() => (pasting.current = false));
      return;
    }
    event.preventDefault();
    emptyBox();
    collapsedText.current = '';
    setLines(linesOf(pasted));
    setNote(pasted.length);
    onText(pasted, 0, false);
  };

  // Re-registered on each render: the handlers close over state.
  useEffect(() =>
    listenOnDocument({
      paste: (event) => {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        if ((event.clipboardData?.files.length ?? 0) > 0 || pasted.length > MAX_BOX) onPaste(event);
        else if (pasted !== '') fillBox(pasted);
      },
      drag: setDragging,
      drop: takeFiles,
    }),
  );

  const cancelComparison = (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        onForget();
        box.current?.focus();
      }}
    >
      {text.after.forget}
    </button>
  );

  return (
    <div
      class="analyzer-input"
      {...(dragging && { 'data-dragging': '' })}
      {...(folded && { 'data-folded': '' })}
      onFocusIn={onPrepare}
      onDragEnter={onPrepare}
    >
      <label for="log-box" class={folded ? 'visually-hidden' : ''}>
        {before ? text.after.label : text.label}
      </label>
      {before && !folded && (
        <p class="after-note" id="log-after" data-comparing>
          {text.after.note(before.end && formatTime(before.end))} {cancelComparison}
        </p>
      )}
      <textarea
        id="log-box"
        ref={box}
        data-analyze-input
        rows={folded ? 1 : 8}
        placeholder={
          folded
            ? typeof note === 'string'
              ? note
              : text.held(isConfig ? CONFIG : null, lines)
            : text.placeholder
        }
        aria-describedby={before && !folded ? 'log-after log-privacy' : 'log-privacy'}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        {...({ writingsuggestions: 'false', translate: 'no' } as object)}
        onPaste={onPaste}
        onBeforeInput={onBeforeInput}
        onInput={onInput}
        onKeyDown={({ key }) => key === 'Escape' && onFold()}
      />
      {folded && (
        <button type="button" class="quiet" aria-expanded={false} onClick={unfold}>
          {text.another}
        </button>
      )}
      {folded && before && cancelComparison}
      <p id="log-privacy" class="privacy" hidden={folded}>
        <strong>{text.privacy}</strong> <span>{text.proof}</span>
      </p>
      {note !== null && !folded && (
        <p class="input-note" translate={false}>
          {typeof note === 'string' ? note : text.tooLarge(formatBytes(note))}
        </p>
      )}
      <div class="input-actions" hidden={folded}>
        <label class="file-choice">
          <input
            type="file"
            multiple
            accept=".log,.txt,.gz,.zip,.json,.csv,.xml,.conf,.toml,.md,text/*"
            class="visually-hidden"
            onChange={(event) => {
              takeFiles(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <span>{text.chooseFiles}</span>
        </label>
        <span class="drop-hint">
          <span>{text.drop}</span>
          {text.formats}
        </span>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            emptyBox();
            setNote(null);
            onClear();
            box.current?.focus();
          }}
        >
          {text.clear}
        </button>
      </div>
      <div hidden={folded}>
        <CollectLog places={places} text={text} />
      </div>
      {!before && (
        <div class="examples" hidden={folded}>
          <span>{text.examples}</span>
          <ul>
            {examples.map((example) => (
              <li key={example.name}>
                <button type="button" class="quiet" onClick={() => fillBox(example.text)}>
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

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}
