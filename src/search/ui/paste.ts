import { readsAsLog } from '../rank/classify-text.ts';
import { openInAnalyzer } from './open-in-analyzer.ts';
import { openWords } from './open-search.ts';

/** Milliseconds until the reader is told that the next page is being opened. */
const SLOW = 400;

/**
 * Attach the box of the home page. A log, a message or a file opens the analyzer, words open the
 * search, and neither leaves a trace in the address. A paste anywhere on the page counts, and so
 * does a file dropped there.
 */
function attach(): void {
  const parts = partsOfForm();
  if (!parts) return;
  const { form, box, files, status, root, site, text } = parts;
  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    handle: (event: DocumentEventMap[Name]) => void,
  ): void => document.addEventListener(name, (event) => form.isConnected && handle(event));

  const open = async (given: string | FileList): Promise<void> => {
    if (given.length === 0 || form.ariaBusy === 'true') return box.focus();
    form.ariaBusy = 'true';
    status.textContent = '';
    const timer = setTimeout(() => (status.textContent = text.opening), SLOW);
    try {
      if (typeof given !== 'string' || readsAsLog(given))
        await openInAnalyzer(`${root}analyze/`, given);
      else await openWords({ root, files: site }, given.trim());
    } catch {
      if (typeof given === 'string') box.value = given;
      status.textContent = text.failed;
    } finally {
      clearTimeout(timer);
      form.ariaBusy = null;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void open(box.value.trim() === '' ? '' : box.value);
  });
  files.addEventListener('change', () => files.files && void open(files.files));
  box.addEventListener('keydown', (event) => {
    // 229 marks the key that confirms Japanese input in Safari.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    form.requestSubmit();
  });
  on('paste', (event) => {
    const isInBox = event.target === box;
    if (!isInBox && (event.target as Element).matches(':read-write')) return;
    const pasted = event.clipboardData?.files ?? [];
    const log = event.clipboardData?.getData('text/plain') ?? '';
    const given = 'item' in pasted && pasted.length > 0 ? pasted : log;
    // Words stay in the box, where more can be typed.
    if (typeof given === 'string' && !readsAsLog(given)) {
      if (isInBox) return;
      box.value = given;
      box.focus();
    } else void open(given);
    event.preventDefault();
  });
  on('click', ({ target }) => {
    const example = (target as Element).closest('[data-example]')?.querySelector('template');
    if (example) void open(example.content.textContent);
  });
  on('dragover', (event) => holdsFiles(event) && event.preventDefault());
  on('drop', (event) => {
    if (!holdsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    void open(event.dataTransfer.files);
  });
  // On a slow network a log may be in the box before this script is there.
  if (readsAsLog(box.value)) void open(box.value);
}

/** Return the parts of the form; null on a page without it. */
function partsOfForm() {
  const form = document.querySelector<HTMLFormElement>('[data-paste]');
  const box = form?.querySelector('textarea');
  const files = form?.querySelector<HTMLInputElement>('[type=file]');
  const status = form?.querySelector<HTMLElement>('[role=status]');
  const { root = '/', files: site = '/', opening = '', failed = '' } = form?.dataset ?? {};
  return form && box && files && status
    ? { form, box, files, status, root, site, text: { opening, failed } }
    : null;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

attach();
