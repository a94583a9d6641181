/** Milliseconds for which a button says what it did. */
const SAID = 2000;

/** Make the page's copy buttons copy the command beside them, and name each after what it stands under; where a browser lets nobody copy, the command is selected. */
export function attachCopy(): void {
  const region = Object.assign(document.createElement('p'), {
    className: 'visually-hidden',
    role: 'status',
  });
  document.body.append(region);
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const command = button.parentElement?.querySelector('code');
    const [label, { copy, select }] = [button.textContent, button.dataset];
    if (!command || !copy || !select) continue;
    const say = (text: string, spoken = text): void => {
      button.firstChild?.replaceWith(text);
      region.textContent = spoken;
    };
    button.append(
      Object.assign(document.createElement('span'), {
        className: 'visually-hidden',
        textContent: placeOf(button),
      }),
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    button.addEventListener('click', async () => {
      try {
        // Without https there is no clipboard.
        await navigator.clipboard.writeText(command.innerText);
        say(copy);
      } catch {
        getSelection()?.selectAllChildren(command);
        say(select);
      }
      clearTimeout(timer);
      timer = setTimeout(() => say(label, ''), SAID);
    });
  }
}

/** The heading over a button, and the platform that its command is for: a heading's own text is its first node. */
function placeOf(button: Element): string {
  const heading = button.closest(':has(> :is(h2, h3))')?.querySelector('h2, h3');
  const platform = button.closest('.platform')?.querySelector('.platform-name');
  return [heading, platform]
    .map((element) => (element ? ` ${element.firstChild?.textContent?.trim()}` : ''))
    .join('');
}
