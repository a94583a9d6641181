/** Handlers for input anywhere on the page. */
interface Handlers {
  paste: (event: ClipboardEvent) => void;
  /** Called when the user drags files over the page or out of it. */
  drag: (isOver: boolean) => void;
  drop: (files: FileList | null | undefined) => void;
}

/**
 * Handle a paste outside of any field, and files dropped anywhere. By default, the browser would
 * leave the page and open a dropped file.
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

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
