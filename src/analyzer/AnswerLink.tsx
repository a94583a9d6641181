import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { answerId } from './answer-id.ts';
import { goToPart, ShowPart } from './reveal.ts';

/**
 * A link that opens an answer of the report and focuses it. It leaves the page's address alone, so
 * nothing about the log ends up in the history.
 */
export function AnswerLink({ guide, children }: { guide: string; children: ComponentChildren }) {
  const id = answerId(guide);
  const showPart = useContext(ShowPart);
  const goTo = (event: MouseEvent): void => {
    const answer = document.getElementById(id);
    if (!answer) return;
    event.preventDefault();
    showPart('answer');
    goToPart(answer);
  };
  return (
    <a href={`#${id}`} onClick={goTo}>
      {children}
    </a>
  );
}
