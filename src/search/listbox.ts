/** The options of a list that a box controls: one of them is active, and assistive technology hears which. */
export interface Listbox {
  /** The link of the active option, or null. */
  active(): HTMLAnchorElement | null;
  /** Put items with a link each into the list; what was active stays so where it is among them, for answers come while somebody chooses. */
  fill(items: HTMLElement[]): void;
  /** Make the next (1) or previous (-1) option active, round the ends. */
  move(step: 1 | -1): void;
  reset(): void;
}

/** Bind a list of options to its box. */
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
    active: () => options()[at] ?? null,
    fill(items) {
      const href = options()[at]?.href;
      for (const [index, item] of items.entries()) {
        // The link itself is the option: an option may hold nothing that can be followed. The box keeps the focus; the link is for the pointer.
        item.setAttribute('role', 'presentation');
        const link = item.querySelector('a');
        link?.setAttribute('role', 'option');
        link?.setAttribute('tabindex', '-1');
        link?.setAttribute('id', `${list.id}-${index}`);
      }
      list.replaceChildren(...items);
      select(href === undefined ? -1 : options().findIndex((option) => option.href === href));
    },
    move(step) {
      const count = options().length;
      if (count > 0) select(at < 0 && step < 0 ? count - 1 : (at + step + count) % count);
    },
    reset: () => select(-1),
  };
}
