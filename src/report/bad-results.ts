import { sentences } from '../i18n/sentences.ts';
import type { ReportTexts } from '../model/words.ts';
import type { InspectedReport } from '../model/inspection.ts';
import { describeFinding } from './describe-answer.ts';
import { isShowable } from './format/index.ts';

/**
 * List the bad results that the program only passed on, one sentence each, with the name of the
 * check: of each check, the last one of the log. They say nothing about the program itself.
 */
export function badResults(
  report: InspectedReport,
  words: ReportTexts,
  except: readonly string[] = [],
): string[] {
  const results = report.findings.flatMap(({ chain: [link], lines }, index) => {
    const { of = '', status = '', bad = [] } = words.results[link?.entry ?? ''] ?? {};
    const name = link?.captures[of]?.[0];
    const isBad = bad.includes(link?.captures[status]?.[0] ?? '');
    return name === undefined || except.includes(name)
      ? []
      : [{ name, isBad, index, line: lines.at(-1) ?? 0 }];
  });
  results.sort((a, b) => a.line - b.line);
  const last = new Map(results.map((result) => [result.name, result]));
  const { resultOf } = sentences[words.language].report.status;
  return [...last.values()].flatMap(({ name, isBad, index }) => {
    const sentence = isBad ? describeFinding(index, report, words)?.sentence : undefined;
    if (sentence === undefined) return [];
    return sentence.includes(name) || !isShowable(name) ? sentence : resultOf(name, sentence);
  });
}

/** In a log of at most this many lines, results that no answer is about are listed as well. */
const FEW_LINES = 20;

/**
 * List the bad results in a log of a few lines whose answers are about something else. A person who
 * pastes so few lines asks about each of them.
 */
export function otherResults(report: InspectedReport, words: ReportTexts): string[] {
  if (report.lines.total > FEW_LINES) return [];
  const named = report.answers
    .flatMap(({ evidence, consequences }) => [...evidence, ...consequences])
    .flatMap((index) => report.findings[index]?.chain ?? [])
    .flatMap(({ captures }) => Object.values(captures).flat());
  return badResults(report, words, named);
}
