import type { ComponentChildren } from 'preact';

/** A link that leads away from the report. It opens apart: the logs would be gone with this page. */
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
