import type { ComponentChildren } from 'preact';
import { answerId } from './answer-id.ts';

/**
 * A link that opens an answer of the report and focuses it or a part of it. It leaves the page's
 * address alone, so nothing about the log ends up in the history.
 */
export function AnswerLink({
  guide,
  part = 'summary',
  children,
}: {
  guide: string;
  part?: string;
  children: ComponentChildren;
}) {
  const id = answerId(guide);
  const goTo = (event: MouseEvent): void => {
    const answer = document.getElementById(id);
    if (!(answer instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    answer.open = true;
    const place = answer.querySelector<HTMLElement>(part) ?? answer;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    (part === 'summary' ? answer : place).scrollIntoView();
  };
  return (
    <a href={`#${id}`} onClick={goTo}>
      {children}
    </a>
  );
}
