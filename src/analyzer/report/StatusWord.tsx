import type { ComponentChildren } from 'preact';
import type { Severity } from './severity.ts';

/** What to do about it, in a word, with the shape of the severity. */
export function StatusWord({
  id,
  severity,
  children,
}: {
  id?: string;
  severity: Severity;
  children: ComponentChildren;
}) {
  return (
    <span id={id} class="verdict-word" data-severity={severity}>
      {children}
    </span>
  );
}
