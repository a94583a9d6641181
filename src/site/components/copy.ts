/** How long a button shows that it copied, in milliseconds. */
const FEEDBACK_MS = 2000;

/**
 * Make each copy button copy the command beside it, or select the command if the clipboard is not
 * available.
 */
export function enableCopyButtons(): void {
  const region = Object.assign(document.createElement('p'), {
    className: 'visually-hidden',
    role: 'status',
  });
  document.body.append(region);
  const { copied = '', select = '' } = document.body.dataset;
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const command = button.closest('.command')?.querySelector('code');
    const label = button.firstChild?.textContent ?? '';
    if (!command) continue;
    // Change only the label; the name of what the button copies, for screen readers, follows it.
    const showFeedback = (text: string, spoken = text): void => {
      button.firstChild?.replaceWith(text);
      region.textContent = spoken;
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    button.addEventListener('click', async () => {
      try {
        // Browsers offer the clipboard over HTTPS only.
        await navigator.clipboard.writeText(command.innerText);
        showFeedback(copied);
      } catch {
        getSelection()?.selectAllChildren(command);
        showFeedback(select);
      }
      clearTimeout(timer);
      timer = setTimeout(() => showFeedback(label, ''), FEEDBACK_MS);
    });
  }
}
