import { useEffect } from 'preact/hooks';

/**
 * Intercept the language link while a navigation would lose input. Clicks that open it elsewhere
 * (Ctrl, Cmd, Shift, Alt) work as usual. `follow` must not depend on the state.
 */
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
  }, [isTaken]);
}
