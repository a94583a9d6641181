import type { ComponentChildren } from 'preact';

/** A collapsed part of a report. */
export function Fold({
  title,
  name,
  isOpen = false,
  children,
}: {
  title: string;
  /** The name of the part, which links to it use. */
  name?: string;
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="folded" open={isOpen} {...(name !== undefined && { [`data-${name}`]: '' })}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
