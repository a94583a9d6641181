import type { ComponentChildren } from 'preact';
import type { Words } from '../catalog/index.ts';
import type { InspectedReport } from '../inspect/index.ts';
import { verdict } from '../letter/index.ts';

/** The verdict: what is wrong in one sentence, since when, what happened to the data, which version, and what it asks of the reader. */
export function Verdict({ report, words }: { report: InspectedReport; words: Words }) {
  const { urgency, since, version, sentence, summary, facts } = verdict(report, words);
  return (
    <header class="verdict" data-tone={report.exited ? 'stopped' : report.status}>
      <p class="verdict-status">
        {urgency !== null && <span class="verdict-word">{urgency}</span>}
        {since !== null && <span>{since}</span>}
        {version !== null && <span>{version}</span>}
      </p>
      <h2>{unbroken(sentence)}</h2>
      {summary !== null && <p class="verdict-summary">{unbroken(summary)}</p>}
      {facts.length > 0 && <ul class="verdict-facts">{facts.map((fact) => <li key={fact}>{unbroken(fact)}</li>)}</ul>}
    </header>
  );
}

/** No line ends within a time, nor within short brackets. */
function unbroken(text: string): ComponentChildren {
  return text.split(/(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|（[^（）]{1,10}）)/).map((part, index) => (index % 2 === 1 ? <span key={index} class="one-line">{part}</span> : part));
}
