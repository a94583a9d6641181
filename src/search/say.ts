const QUIET = 600;

/** Make a speaker for a live region: it says the last text once typing has paused, and says the same text again where it comes again. */
export function speaker(region: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = '';
      requestAnimationFrame(() => (region.textContent = text));
    }, QUIET);
  };
}
