/** How long a button shows that it copied, in milliseconds. */
const FEEDBACK_MS = 2000;

/**
 * Make each copy button copy the command beside it, or select the command if the clipboard is not
 * available. For screen readers, add the command's heading and platform to the button's name.
 */
export function enableCopyButtons(): void {
  const region = createHidden('p', { role: 'status' });
  document.body.append(region);
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const command = button.closest('.command')?.querySelector('code');
    const [label, { copy = '', select = '' }] = [button.textContent, button.dataset];
    if (!command) continue;
    const showFeedback = (text: string, spoken = text): void => {
      button.firstChild?.replaceWith(text);
      region.textContent = spoken;
    };
    button.append(createHidden('span', { textContent: contextOf(button) }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    button.addEventListener('click', async () => {
      try {
        // Browsers offer the clipboard over HTTPS only.
        await navigator.clipboard.writeText(command.innerText);
        showFeedback(copy);
      } catch {
        getSelection()?.selectAllChildren(command);
        showFeedback(select);
      }
      clearTimeout(timer);
      timer = setTimeout(() => showFeedback(label, ''), FEEDBACK_MS);
    });
  }
}

/** Create an element for screen readers only. */
function createHidden(tag: string, properties: Partial<HTMLElement>): HTMLElement {
  return Object.assign(document.createElement(tag), {
    className: 'visually-hidden',
    ...properties,
  });
}

/**
 * Return the heading and the platform that a button belongs to. Only the first node of each is its
 * name; links and notes follow.
 */
function contextOf(button: Element): string {
  const heading = button.closest(':has(>h2,>h3)')?.querySelector('h2,h3');
  const platform = button.closest('.platform')?.firstElementChild;
  return ['', heading?.firstChild?.textContent, platform?.firstChild?.textContent].join(' ');
}
