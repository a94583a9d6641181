/** Pixels between the panel and the lower edge of the screen. */
const GAP = 8;
/** At least so many results remain. If they do not fit, the panel scrolls. */
const MIN_RESULTS = 3;

/**
 * Fit an open panel into what is visible of the page, above the keyboard of a phone: remove results
 * from the end of its list until no option is cut off. Options that are not results remain.
 */
export function fitPanel(panel: HTMLElement, list: HTMLElement): void {
  const height = visualViewport?.height ?? innerHeight;
  panel.style.maxBlockSize = `${height - panel.getBoundingClientRect().top - GAP}px`;
  const results = [...list.querySelectorAll('[data-result]')];
  while (results.length > MIN_RESULTS && panel.scrollHeight > panel.clientHeight)
    results.pop()?.remove();
}
