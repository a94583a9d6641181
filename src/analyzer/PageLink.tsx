import type { ComponentChildren } from 'preact';

/**
 * A link that leaves the report. It opens in a new tab, because navigating away would lose the log.
 */
export function PageLink({
  href,
  title,
  children,
}: {
  href: string;
  title?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <a href={href} title={title} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
