/**
 * A list of options controlled by a text box; the active option is announced to assistive
 * technology.
 */
export interface Listbox {
  /** Return the link of the active option, or null. */
  activeLink(): HTMLAnchorElement | null;
  /**
   * Replace the items (each holds a link). The active option stays active if it is still listed,
   * because answers arrive while the user is choosing.
   */
  setOptions(items: HTMLElement[]): void;
  /** Activate the next (1) or previous (-1) option, wrapping around. */
  moveActive(step: 1 | -1): void;
  clearActive(): void;
}

/** Bind a list of options to its text box. */
export function listboxOf(input: HTMLInputElement, list: HTMLElement): Listbox {
  let at = -1;
  const options = (): HTMLAnchorElement[] => [
    ...list.querySelectorAll<HTMLAnchorElement>('a[role=option]'),
  ];
  const select = (index: number): void => {
    at = index;
    for (const [own, option] of options().entries())
      option.setAttribute('aria-selected', String(own === index));
    const option = options()[index];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  return {
    activeLink: () => options()[at] ?? null,
    setOptions(items) {
      const href = options()[at]?.href;
      for (const [index, item] of items.entries()) {
        // The link itself is the option, because an option must not contain interactive elements.
        // The box keeps the focus.
        item.setAttribute('role', 'presentation');
        const link = item.querySelector('a');
        // Only options can be in the list for assistive technology; each names its kind.
        if (!link) item.setAttribute('aria-hidden', 'true');
        link?.setAttribute('role', 'option');
        link?.setAttribute('tabindex', '-1');
        link?.setAttribute('id', `${list.id}-${index}`);
      }
      list.replaceChildren(...items);
      select(href === undefined ? -1 : options().findIndex((option) => option.href === href));
    },
    moveActive(step) {
      const count = options().length;
      if (count > 0) select(at < 0 && step < 0 ? count - 1 : (at + step + count) % count);
    },
    clearActive: () => select(-1),
  };
}
