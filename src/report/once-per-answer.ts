import type { InspectedReport } from '../model/inspection.ts';
import type { Answer } from '../model/report.ts';

/**
 * Memoize a function of an answer, its report and the words by the answer. A reply is drafted up to
 * 18 times until it is short enough, and each draft asks for the same.
 */
export function oncePerAnswer<Words, Result>(
  make: (answer: Answer, report: InspectedReport, words: Words) => Result,
): (answer: Answer, report: InspectedReport, words: Words) => Result {
  const made = new WeakMap<Answer, { report: InspectedReport; words: Words; result: Result }>();
  return (answer, report, words) => {
    const last = made.get(answer);
    if (last?.report === report && last.words === words) return last.result;
    const result = make(answer, report, words);
    made.set(answer, { report, words, result });
    return result;
  };
}
