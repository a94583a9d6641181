import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const MIN_COLUMNS = 10;
const RULER_CHARACTERS = 100;
/** Pixels that a scroll bar may take: room for it is kept, so that it never changes the columns. */
const SCROLL_BAR = 17;

/**
 * Return how many character columns fit into a box besides those already taken; null until
 * measured, or if `isNeeded` is false.
 */
export function useColumns(
  box: RefObject<HTMLElement>,
  reserved: number,
  isNeeded: boolean,
): number | null {
  const [columns, setColumns] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !isNeeded) return;
    const observer = new ResizeObserver(() => {
      const width = element.offsetWidth - SCROLL_BAR;
      // A hidden box has no width: keep the last one.
      if (width > 0)
        setColumns(Math.max(MIN_COLUMNS, Math.floor(width / columnOf(element)) - reserved));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [reserved, isNeeded]);
  return isNeeded ? columns : null;
}

function columnOf(element: HTMLElement): number {
  const ruler = document.createElement('span');
  ruler.style.cssText = `position: absolute; inline-size: ${RULER_CHARACTERS}ch`;
  element.append(ruler);
  const { width } = ruler.getBoundingClientRect();
  ruler.remove();
  return width / RULER_CHARACTERS;
}
