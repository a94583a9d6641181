import type { ComponentChildren } from 'preact';

/** A button that opens a collapsed part of the report and moves there. */
export function FoldLink({ name, children }: { name: string; children: ComponentChildren }) {
  const open = ({ currentTarget }: { currentTarget: HTMLElement }): void => {
    const fold = currentTarget
      .closest('.report')
      ?.querySelector<HTMLDetailsElement>(`details[data-${name}]`);
    if (!fold) return;
    fold.open = true;
    fold.querySelector('summary')?.focus({ preventScroll: true });
    fold.scrollIntoView();
  };
  return (
    <button type="button" onClick={open}>
      {children}
    </button>
  );
}
