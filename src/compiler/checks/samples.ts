import { lookUp, openDiagnosis, type Matcher, type Report } from '../../engine/index.ts';
import type { Content, Excerpt } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Check that every sample is diagnosed as its entry, and that no lookalike is. */
export function checkSamples({ entries }: Content, matcher: Matcher): Problem[] {
  const problems: Problem[] = [];
  for (const { id, folder, samples, lookalikes } of entries) {
    if (samples.length === 0)
      problems.push({
        file: `${folder}/samples`,
        found: 'no sample',
        write: 'at least one .log file with a line that must be diagnosed as this entry',
      });
    for (const sample of samples) {
      const found = entriesIn(matcher, sample);
      if (!found.includes(id))
        problems.push({
          file: sample.file,
          found:
            found.length > 0
              ? `this is diagnosed as ${found.join(' → ')}`
              : sample.text.trim() === ''
                ? 'no lines'
                : 'no entry matches these lines',
          write:
            `lines of ${id} as the program prints them, ` +
            'or a template in entry.yaml that matches them',
        });
    }
    for (const lookalike of lookalikes) {
      if (entriesIn(matcher, lookalike).includes(id))
        problems.push({
          file: lookalike.file,
          found: `this is diagnosed as ${id}`,
          write: 'a narrower template, or another lookalike',
        });
    }
  }
  return problems;
}

function entriesIn(matcher: Matcher, { text }: Excerpt): string[] {
  const found = diagnoseText(matcher, text).findings.flatMap(({ chain }) =>
    chain.map(({ entry }) => entry),
  );
  return found.length > 0 ? found : (lookUp(matcher, text)?.links ?? []).map(({ entry }) => entry);
}

/** Diagnose a text as a whole log. */
export function diagnoseText(matcher: Matcher, text: string): Report {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(text));
  return diagnosis.close();
}
