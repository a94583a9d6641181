import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { bytesOf } from './bytes-of.ts';
import { readable } from './readable.ts';
import { Collect } from './Collect.tsx';

/** A larger paste goes straight to the worker: a box would take seconds to lay it out. */
const MAX_BOX = 1 << 20;

/** How the last lines of a log get onto the clipboard, by platform. */
export interface Place {
  os: string;
  label: string;
  where: string;
  command: string;
  /** What puts the output onto the clipboard. */
  clipboard?: string;
}

/** The log from before a fix. */
export interface Before {
  /** The time of its last line. */
  end: string | null;
}

/** Where the log comes in: typed, pasted, dropped, chosen, or an example. */
export function Input({ text, examples, places, before, onForget, onText, onFiles, onClear }: {
  text: AnalyzerText;
  examples: { name: string; text: string }[];
  places: Place[];
  /** Set while the log from after a fix is waited for. */
  before: Before | null;
  onForget: () => void;
  onText: (value: string, pause?: number) => void;
  onFiles: (files: File[]) => void;
  onClear: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState('');
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    if (!before || !box.current) return;
    box.current.value = '';
    setNote('');
    box.current.focus();
  }, [before]);

  const fill = (value: string): void => {
    if (box.current) box.current.value = value;
    setNote('');
    onText(value, 0);
  };
  const take = (files: FileList | null | undefined): void => {
    if (!files || files.length === 0) return;
    if (box.current) box.current.value = '';
    setNote([...files].map(({ name, size }) => `${name} (${bytesOf(size)})`).join(', '));
    onFiles([...files]);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if ((event.clipboardData?.files.length ?? 0) > 0) {
      event.preventDefault();
      return take(event.clipboardData?.files);
    }
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted.length <= MAX_BOX) return;
    event.preventDefault();
    if (box.current) box.current.value = '';
    setNote(text.tooLarge(bytesOf(pasted.length)));
    onText(pasted, 0);
  };

  return (
    <div
      class="analyzer-input"
      {...(dragging && { 'data-dragging': '' })}
      onDragOver={(event) => { event.preventDefault(); setDragging(true); }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => { event.preventDefault(); setDragging(false); take(event.dataTransfer?.files); }}
    >
      <label for="log-box">{before ? text.after.label : text.label}</label>
      {before && <p class="after-note" id="log-after" data-comparing>{text.after.note(before.end && readable(before.end))} <button type="button" class="quiet" onClick={() => { onForget(); box.current?.focus(); }}>{text.after.forget}</button></p>}
      <textarea
        id="log-box" ref={box} data-analyze-input rows={8} placeholder={text.placeholder} aria-describedby={before ? 'log-after log-privacy' : 'log-privacy'}
        spellcheck={false} autocomplete="off" autocapitalize="off"
        {...({ writingsuggestions: 'false', translate: 'no' } as object)}
        onPaste={onPaste}
        onInput={(event) => { setNote(''); onText(event.currentTarget.value); }}
      />
      <p id="log-privacy" class="privacy"><strong>{text.privacy}</strong> <span>{text.proof}</span></p>
      {note !== '' && <p class="input-note" translate={false}>{note}</p>}
      <div class="input-actions">
        <label class="file-choice">
          <input type="file" multiple accept=".log,.txt,.gz,.zip,.json,.csv,.xml,.conf,.toml,text/*" class="visually-hidden" onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ''; }} />
          <span>{text.chooseFiles}</span>
        </label>
        <span class="drop-hint">{text.dropHint}</span>
        <button type="button" class="quiet" onClick={() => { if (box.current) box.current.value = ''; setNote(''); onClear(); box.current?.focus(); }}>{text.clear}</button>
      </div>
      <Collect places={places} text={text} />
      {!before && <div class="examples">
        <span>{text.examples}</span>
        <ul>{examples.map((example) => <li key={example.name}><button type="button" class="quiet" onClick={() => fill(example.text)}>{example.name}</button></li>)}</ul>
      </div>}
    </div>
  );
}
