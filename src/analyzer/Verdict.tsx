import type { ComponentChildren } from 'preact';
import type { Words } from '../catalog/index.ts';
import { sentences } from '../i18n/sentences.ts';
import type { Verdict as Said } from '../letter/index.ts';
import { answerId } from './answer-id.ts';

/** The verdict: what is wrong in one sentence, since when, what happened to the data, which version, and what it asks of the reader; of several faults where each answer is. */
export function Verdict({ said: { tone, urgency, since, version, sentence, summary, facts, faults }, words }: { said: Said; words: Words }) {
  return (
    <header class="verdict" data-tone={tone}>
      <p class="verdict-status">
        {urgency !== null && <span class="verdict-word">{urgency}</span>}
        {since !== null && <span>{since}</span>}
        {version !== null && <span>{version}</span>}
      </p>
      <h2>{unbroken(sentence)}</h2>
      {summary !== null && <p class="verdict-summary">{unbroken(summary)}</p>}
      {faults.length > 0 && (
        <nav class="verdict-faults" aria-labelledby="faults">
          <p id="faults">{sentences[words.language].report.faults(faults.length)}</p>
          <ol>{faults.map((guide) => <li key={guide}><a href={`#${answerId(guide)}`} onClick={(event) => goTo(event, answerId(guide))}>{words.guides[guide]?.title ?? guide}</a></li>)}</ol>
        </nav>
      )}
      {facts.length > 0 && <ul class="verdict-facts">{facts.map((fact) => <li key={fact}>{unbroken(fact)}</li>)}</ul>}
    </header>
  );
}

/** The address says nothing of what a log holds. */
function goTo(event: MouseEvent, id: string): void {
  const answer = document.getElementById(id);
  if (!(answer instanceof HTMLDetailsElement)) return;
  event.preventDefault();
  answer.open = true;
  answer.querySelector('summary')?.focus({ preventScroll: true });
  answer.scrollIntoView();
}

/** No line ends within a time, nor within short brackets. */
function unbroken(text: string): ComponentChildren {
  return text.split(/(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|（[^（）]{1,10}）)/).map((part, index) => (index % 2 === 1 ? <span key={index} class="one-line">{part}</span> : part));
}
