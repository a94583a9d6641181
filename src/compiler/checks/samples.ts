import { openDiagnosis, type Matcher, type Reading, type Report } from '../../engine/index.ts';
import type { Content, Entry } from '../content.ts';
import type { Problem } from '../problem.ts';
import { explainMiss } from './near-miss.ts';

/** Check that each sample of an entry is diagnosed as the entry, and none of its lookalikes. */
export function checkSamples(content: Content, matcher: Matcher): Problem[] {
  return content.entries.flatMap((entry) => {
    const { id, folder, samples, lookalikes } = entry;
    return [
      ...(samples.length > 0
        ? []
        : [
            {
              file: `${folder}/samples`,
              found: 'no sample',
              write: 'at least one .log file with a line that must be diagnosed as this entry',
            },
          ]),
      ...samples.flatMap(({ file, text }) => {
        const report = diagnoseText(matcher, text);
        return entriesIn(report).includes(id)
          ? []
          : [{ file, ...describeMiss(content, matcher, entry, text, report) }];
      }),
      ...lookalikes
        .filter(({ text }) => entriesIn(diagnoseText(matcher, text)).includes(id))
        .map(({ file }) => ({
          file,
          found: `this is diagnosed as ${id}`,
          write: 'a narrower template, or another lookalike',
        })),
    ];
  });
}

function describeMiss(
  content: Content,
  matcher: Matcher,
  entry: Entry,
  text: string,
  report: Report,
): Pick<Problem, 'found' | 'write'> {
  const others = entriesIn(report);
  const found =
    others.length > 0
      ? `this is diagnosed as ${others.join(' → ')}`
      : text.trim() === ''
        ? 'no lines'
        : 'no entry matches these lines';
  // A sample may be below the level of problems.
  const whole = diagnose(matcher, text, { everyLevel: true });
  const hint = explainMiss(content, matcher, entry, text, whole);
  return hint
    ? { found: `${found}; ${hint.found}`, write: hint.write }
    : {
        found,
        write:
          `lines of ${entry.id} as the program prints them, ` +
          'or a template in entry.yaml that matches them',
      };
}

function entriesIn({ findings }: Report): string[] {
  return findings.flatMap(({ chain }) => chain.map(({ entry }) => entry));
}

const diagnosed = new WeakMap<Matcher, Map<string, Report>>();

/** Let the checks reuse reports that were made elsewhere; the keys are the diagnosed texts. */
export function keepReports(matcher: Matcher, reports: Map<string, Report>): void {
  diagnosed.set(matcher, reports);
}

/** Diagnose a text as a whole log. All checks share the report. */
export function diagnoseText(matcher: Matcher, text: string): Report {
  const known = diagnosed.get(matcher) ?? new Map<string, Report>();
  diagnosed.set(matcher, known);
  const report = known.get(text) ?? diagnose(matcher, text);
  known.set(text, report);
  return report;
}

function diagnose(matcher: Matcher, text: string, reading: Reading = {}): Report {
  const diagnosis = openDiagnosis(matcher, reading);
  diagnosis.push(new TextEncoder().encode(text));
  return diagnosis.close();
}
