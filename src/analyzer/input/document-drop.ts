/** Handlers for input anywhere on the page. */
interface Handlers {
  paste: (event: ClipboardEvent) => void;
  /** A file drag entered or left the page. */
  drag: (isOver: boolean) => void;
  drop: (files: FileList | null | undefined) => void;
}

/**
 * Handle a paste outside any field, and files dropped anywhere, for which a browser would otherwise
 * leave the page.
 *
 * @returns a function that removes the listeners
 */
export function listenOnDocument({ paste, drag, drop }: Handlers): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const on = <Name extends 'paste' | 'dragover' | 'dragleave' | 'drop'>(
    name: Name,
    take: (event: DocumentEventMap[Name]) => void,
  ): void => document.addEventListener(name, take, { signal });
  on('paste', (event) => {
    if (!(event.target as Element).matches(':read-write')) paste(event);
  });
  on('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    drag(true);
  });
  on('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) drag(false);
  });
  on('drop', (event) => {
    drag(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    drop(event.dataTransfer?.files);
  });
  return () => controller.abort();
}

/**
 * Return whether an input event comes from a single key, not from a paste, a drop or a form filler.
 */
export function isKeystroke({ inputType, data }: InputEvent): boolean {
  return inputType === 'insertText'
    ? (data ?? '').length <= 2
    : !/^insertFrom|^insertReplacement/.test(inputType);
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
