/** What the whole page takes in, wherever the reader is in it. */
interface Takes {
  paste: (event: ClipboardEvent) => void;
  /** Something is held over the page, or no longer. */
  drag: (isOver: boolean) => void;
  drop: (files: FileList | null | undefined) => void;
}

/** Take a paste that no field of the page takes, and files that are dropped anywhere: a browser would leave the page for them. @returns what ends it */
export function listenAnywhere({ paste, drag, drop }: Takes): () => void {
  const ending = new AbortController();
  const { signal } = ending;
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
  return () => ending.abort();
}

/** Whether an input comes from a single key, and not from a paste, a drop or a program that fills a form. */
export function isKeystroke({ inputType, data }: InputEvent): boolean {
  return inputType === 'insertText'
    ? (data ?? '').length <= 2
    : !/^insertFrom|^insertReplacement/.test(inputType);
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
