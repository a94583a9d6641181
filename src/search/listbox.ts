/** The options of a list that a box controls: one of them is active, and assistive technology hears which. */
export interface Listbox {
  /** The active option, or null. */
  active(): HTMLElement | null;
  /** Put options into the list; none is active. */
  fill(options: HTMLElement[]): void;
  /** Make the next (1) or previous (-1) option active, round the ends. */
  move(step: 1 | -1): void;
  reset(): void;
}

/** Bind a list of options to its box. */
export function listboxOf(input: HTMLInputElement, list: HTMLElement): Listbox {
  let at = -1;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const select = (index: number): void => {
    at = index;
    for (const [own, option] of options().entries()) option.setAttribute('aria-selected', String(own === index));
    const option = options()[index];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  return {
    active: () => options()[at] ?? null,
    fill(filled) {
      for (const [index, option] of filled.entries()) {
        option.setAttribute('role', 'option');
        option.id = `${list.id}-${index}`;
        // The box keeps the focus; a link in an option is for the pointer.
        option.querySelector('a')?.setAttribute('tabindex', '-1');
      }
      list.replaceChildren(...filled);
      select(-1);
    },
    move(step) {
      const count = options().length;
      if (count > 0) select(at < 0 && step < 0 ? count - 1 : (at + step + count) % count);
    },
    reset: () => select(-1),
  };
}
