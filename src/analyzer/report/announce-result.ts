import type { ReportTexts } from '../../model/words.ts';
import { sentences } from '../../i18n/sentences.ts';
import { reopenedReportFacts } from '../../i18n/reopened-report-facts.ts';
import { hasSeveralPrograms, verdict } from '../../report/index.ts';
import { spokenStatus, statusWord } from './severity.ts';
import type { Result } from '../worker/protocol.ts';

/**
 * Summarize a finished analysis in a sentence or two for screen readers, without the heading that
 * has the focus, because they have already read it.
 *
 * @param outcome of a comparison with an earlier log; null if there is none
 */
export function announcementOf(
  { report, sources, omitted }: Result,
  outcome: string | null,
  words: ReportTexts,
): string {
  const { language } = words;
  const conclusion = verdict(report, words, Date.now());
  const { sentence, faults } = conclusion;
  const heading = document.activeElement?.closest('h2')?.textContent;
  const status = statusWord(conclusion, report, words);
  const said = [
    ...(reopenedReportFacts(report, language)?.facts.slice(0, 1) ?? []),
    ...(sources.length > 0
      ? [
          sentences[language].report.sources.title(
            sources.length + omitted,
            hasSeveralPrograms(sources),
          ),
        ]
      : []),
    ...(outcome === null ? [] : [outcome]),
    (status === null ? '' : spokenStatus(status, language)) + sentence,
    ...(faults.length > 0 ? [sentences[language].report.faults(faults.length)] : []),
  ].join(' ');
  return heading ? said.replace(heading, () => '').trim() : said;
}
