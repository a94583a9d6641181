import type { ComponentChildren } from 'preact';
import { goToPart } from '../reveal.ts';

/** A button that opens a collapsed part of the report and moves there. */
export function FoldLink({ name, children }: { name: string; children: ComponentChildren }) {
  const open = ({ currentTarget }: { currentTarget: HTMLElement }): void => {
    const fold = currentTarget.closest('.report')?.querySelector(`details[data-${name}]`);
    if (fold) goToPart(fold);
  };
  return (
    <button type="button" onClick={open}>
      {children}
    </button>
  );
}
