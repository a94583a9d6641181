import { createContext } from 'preact';

/** The two parts of a result. A narrow window shows one of them. */
export type ResultPart = 'answer' | 'log';

/** Shows a part of the result synchronously, so that an element in it can get the focus. */
export const ShowPart = createContext<(part: ResultPart) => void>(() => undefined);

/** Open a part of the report, move the focus to its title, and scroll there. */
export function goToPart(part: Element): void {
  openAround(part);
  part.querySelector<HTMLElement>('summary, h3')?.focus({ preventScroll: true });
  part.scrollIntoView();
}

/** Open a collapsed element and all collapsed elements around it. */
export function openAround(element: Element): void {
  for (
    let outer = element.closest('details');
    outer;
    outer = outer.parentElement?.closest('details') ?? null
  )
    outer.open = true;
}
