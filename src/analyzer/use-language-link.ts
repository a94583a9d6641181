import { useEffect } from 'preact/hooks';

/**
 * Intercept clicks on the language link while there is input that a navigation would lose. Clicks
 * that open another tab or window (with Ctrl, Cmd, Shift or Alt) work as usual.
 *
 * @param follow switches the language; it is not updated before `hasInput` changes
 */
export function useLanguageLink(hasInput: boolean, follow: (url: string) => Promise<void>): void {
  useEffect(() => {
    if (!hasInput) return;
    const onClick = (event: MouseEvent): void => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.header-tools a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      follow(link.href).catch(() => location.assign(link.href));
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [hasInput]);
}
