import { markdownToHtml } from '../markdown/to-html.ts';
import { markdownToSlack } from '../markdown/to-slack.ts';

/** The formats that a page can be copied in, as plain text and, for some, as formatted text. */
const FORMATS: Record<string, (markdown: string) => { plain: string; html?: string }> = {
  markdown: (markdown) => ({ plain: markdown }),
  slack: (markdown) => ({ plain: markdownToSlack(markdown), html: markdownToHtml(markdown) }),
  html: (markdown) => ({ plain: markdownToHtml(markdown), html: markdownToHtml(markdown) }),
};

/**
 * Attach the menu that copies a page: its buttons name the format, and its link has the page as
 * Markdown.
 */
export function attach(menu: HTMLDetailsElement): void {
  const status = menu.querySelector('[role=status]');
  const source = menu.querySelector('a')?.href ?? '';
  const { copied = '', failed = '' } = menu.dataset;
  menu.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const convert = FORMATS[button?.dataset['format'] ?? ''];
    if (!convert || !status) return;
    status.textContent = '';
    try {
      const response = await fetch(source);
      if (!response.ok) throw new Error(`${source}: ${response.status}`);
      const { plain, html } = convert(await response.text());
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([plain], { type: 'text/plain' }),
          ...(html !== undefined && { 'text/html': new Blob([html], { type: 'text/html' }) }),
        }),
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
