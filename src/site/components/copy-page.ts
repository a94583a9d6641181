import { markdownToHtml } from '../markdown/to-html.ts';
import { markdownToSlack } from '../markdown/to-slack.ts';

/** By format, how each kind of content of the clipboard is made from Markdown. */
const FORMATS: Record<string, Record<string, (markdown: string) => string>> = {
  markdown: { 'text/plain': (markdown) => markdown },
  slack: { 'text/plain': markdownToSlack, 'text/html': markdownToHtml },
  html: { 'text/plain': markdownToHtml, 'text/html': markdownToHtml },
};

/**
 * Attach the menu that copies a page: its buttons name the format, and its link has the page as
 * Markdown.
 */
export function attach(menu: HTMLDetailsElement): void {
  // Attach only once.
  delete menu.dataset['js'];
  const status = menu.querySelector('[role=status]');
  const source = menu.querySelector('a')?.href ?? '';
  const { copied = '', failed = '' } = menu.dataset;
  menu.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const formats = FORMATS[button?.dataset['format'] ?? ''];
    if (!formats || !status) return;
    status.textContent = '';
    const markdown = load(source);
    const contents = Object.entries(formats).map(([type, convert]) => [
      type,
      markdown.then((text) => new Blob([convert(text)], { type })),
    ]);
    try {
      // Pass promises, because a browser allows a copy only directly after a click.
      await navigator.clipboard.write([
        new ClipboardItem(Object.fromEntries(contents) as Record<string, Promise<Blob>>),
      ]);
      status.textContent = copied;
    } catch {
      // There is no network, or no permission to write to the clipboard.
      status.textContent = failed;
    }
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}

async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
