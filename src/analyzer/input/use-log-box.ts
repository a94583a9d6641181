import { type MutableRef, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { escapeLine } from '../../report/format/index.ts';
import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { productNames } from '../../i18n/product-names.ts';
import { formatBytes } from '../format-bytes.ts';
import type { Dispatch, State } from '../state.ts';

/** A single change of more characters than this was not typed. */
const MAX_TYPED = 40;

/**
 * Characters. A larger paste goes straight to the worker: the textarea would take seconds to lay it
 * out.
 */
const MAX_BOX = 1 << 20;

interface LogBox {
  box: MutableRef<HTMLTextAreaElement | null>;
  /** Names and sizes of files, or the length of a paste that the box does not show. */
  note: string | number | null;
  /** Describes the content of the collapsed box. */
  hint: string;
  /** Replace the text and analyze it. */
  fill: (value: string) => void;
  takeFiles: (files: FileList | null | undefined) => void;
  /** Take a paste from outside the box. */
  takePaste: (event: ClipboardEvent) => void;
  clear: () => void;
  unfold: () => void;
  onPaste: (event: ClipboardEvent) => void;
  onBeforeInput: (event: InputEvent) => void;
  onInput: (event: InputEvent & { currentTarget: HTMLTextAreaElement }) => void;
}

/**
 * Control the textarea for the log: distinguish typing from pasting, and hide the text while the
 * box is collapsed. Apart from `onBeforeInput`, the functions do not depend on the state.
 */
export function useLogBox(
  { phase, words, isFolded, before, inputKey }: State,
  dispatch: Dispatch,
  text: AnalyzerText,
): LogBox {
  const box = useRef<HTMLTextAreaElement>(null);
  const seen = useRef({ length: 0, isTyped: false, isPasting: false });
  /**
   * The text of the collapsed box. The box then shows only a line count, because the first line may
   * contain a key.
   */
  const collapsedText = useRef('');
  const [lines, setLines] = useState(0);
  const [files, setFiles] = useState<File[]>([]);
  const [pasted, setPasted] = useState<number | null>(null);
  const report = 'result' in phase ? phase.result.report : null;
  const configuration =
    report?.kind === 'config' && words
      ? productNames(words, report.inspections[0]?.product ?? null).configuration
      : undefined;
  const isReading = phase.kind === 'reading' && phase.progress === null;

  const write = (value: string): void => {
    if (box.current) box.current.value = value;
    seen.current.length = value.length;
  };
  /** Forget the text of the collapsed box, because another input replaces it. */
  const replaceInput = ({
    files: nextFiles = [],
    length = null,
  }: {
    files?: File[];
    /** The length of a paste that the box does not show. */
    length?: number | null;
  } = {}): void => {
    collapsedText.current = '';
    setFiles(nextFiles);
    setPasted(length);
  };
  const restoreText = (): void => {
    if (collapsedText.current !== '') {
      write(collapsedText.current);
      box.current?.scrollTo(0, 0);
    }
    collapsedText.current = '';
  };
  const fill = (value: string): void => {
    write(value);
    replaceInput();
    dispatch({ kind: 'text', text: value, isTyped: false });
  };
  const takeFiles = (taken: FileList | null | undefined): void => {
    if (!taken || taken.length === 0) return;
    write('');
    replaceInput({ files: [...taken] });
    dispatch({ kind: 'files', files: [...taken] });
  };
  const onPaste = (event: ClipboardEvent): void => {
    if ((event.clipboardData?.files.length ?? 0) > 0) {
      event.preventDefault();
      return takeFiles(event.clipboardData?.files);
    }
    const value = event.clipboardData?.getData('text/plain') ?? '';
    if (value.length <= MAX_BOX) {
      // The browser inserts the text within this task, so even a short paste is not mistaken for
      // typing.
      seen.current.isPasting = true;
      setTimeout(() => (seen.current.isPasting = false));
      return;
    }
    event.preventDefault();
    write('');
    setLines(linesOf(value));
    replaceInput({ length: value.length });
    dispatch({ kind: 'text', text: value, isTyped: false });
  };

  // Layout effects, because keys typed or text pasted before the next frame would be lost.
  useLayoutEffect(() => {
    if (inputKey > 0) box.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (!box.current) return;
    if (!isFolded) restoreText();
    // While reading, more input events of a multi-line paste may still follow.
    else if (!isReading && box.current.value !== '') {
      collapsedText.current = box.current.value;
      setLines(linesOf(collapsedText.current));
      write('');
    }
  }, [isFolded, isReading]);
  useLayoutEffect(() => {
    if (!before) return;
    write('');
    replaceInput();
    box.current?.focus();
  }, [before]);

  return {
    box,
    note: files.length > 0 ? nameFiles(files) : pasted,
    hint:
      files.length === 0
        ? text.inputSummary(configuration ?? null, lines)
        : report && report.lines.total > 0 && report.source === null
          ? text.inputSummary(
              files.map(({ name }) => escapeLine(name)).join(', '),
              report.lines.total,
            )
          : nameFiles(files),
    fill,
    takeFiles,
    takePaste: (event) => {
      const value = event.clipboardData?.getData('text/plain') ?? '';
      if ((event.clipboardData?.files.length ?? 0) > 0 || value.length > MAX_BOX) onPaste(event);
      else if (value !== '') fill(value);
    },
    clear: () => {
      write('');
      replaceInput();
      dispatch({ kind: 'clear' });
      box.current?.focus();
    },
    unfold: () => {
      dispatch({ kind: 'unfold' });
      restoreText();
      box.current?.select();
      box.current?.focus();
    },
    onPaste,
    // While collapsed, a stray key (a page shortcut) must not replace the report.
    onBeforeInput: (event) => {
      if (isFolded && isKeystroke(event)) event.preventDefault();
    },
    onInput: ({ inputType, currentTarget: { value } }) => {
      const { length, isPasting } = seen.current;
      const change = Math.abs(value.length - length);
      // Inserting a multi-line text can fire several input events with the same length.
      if (change > 0)
        seen.current.isTyped =
          change <= MAX_TYPED && !isPasting && !/^insertFrom(?:Paste|Drop)/.test(inputType);
      seen.current.length = value.length;
      replaceInput();
      dispatch({ kind: 'text', text: value, isTyped: seen.current.isTyped });
    },
  };
}

/**
 * Return whether an input event comes from a single key, not from a paste, a drop or a form filler.
 */
function isKeystroke({ inputType, data }: InputEvent): boolean {
  return inputType === 'insertText'
    ? (data ?? '').length <= 2
    : !/^insertFrom|^insertReplacement/.test(inputType);
}

function nameFiles(files: File[]): string {
  return files.map(({ name, size }) => `${escapeLine(name)} (${formatBytes(size)})`).join(', ');
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}
