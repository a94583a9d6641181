import { useEffect } from 'preact/hooks';

/** Take the link to the page in another language while there is something on the page that a navigation would lose; opened elsewhere, it leads where it says. */
export function useLanguageLink(isTaken: boolean, follow: (url: string) => Promise<void>): void {
  useEffect(() => {
    if (!isTaken) return;
    const onClick = (event: MouseEvent): void => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.header-tools a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      follow(link.href).catch(() => location.assign(link.href));
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  });
}
