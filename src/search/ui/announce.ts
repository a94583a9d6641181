/** Milliseconds without a new text before one is announced. */
const DEBOUNCE = 600;

/**
 * Return a function that announces text in a live region once typing has paused. Clears the region
 * first, so that a repeated text is announced again.
 */
export function announcer(region: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = '';
      requestAnimationFrame(() => (region.textContent = text));
    }, DEBOUNCE);
  };
}
