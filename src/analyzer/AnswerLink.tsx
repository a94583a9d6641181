import type { ComponentChildren } from 'preact';
import { answerId } from './answer-id.ts';

/**
 * A link that opens an answer of the report and focuses it. It leaves the page's address alone, so
 * nothing about the log ends up in the history.
 */
export function AnswerLink({ guide, children }: { guide: string; children: ComponentChildren }) {
  const id = answerId(guide);
  const goTo = (event: MouseEvent): void => {
    const answer = document.getElementById(id);
    if (!(answer instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    answer.open = true;
    answer.querySelector('summary')?.focus({ preventScroll: true });
    answer.scrollIntoView();
  };
  return (
    <a href={`#${id}`} onClick={goTo}>
      {children}
    </a>
  );
}
