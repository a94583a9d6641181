import type { Language } from '../model/languages.ts';
import type { ComparedAnswer, Comparison } from '../intake/comparison.ts';
import type { ReportTexts } from '../model/words.ts';
import { nameInTextOf } from './name-in-text.ts';
import { comparisonText } from './comparison.ts';
import type { NamingWords } from './product-names.ts';

type Readable = (time: string) => string;

/** Say in one sentence whether a fix worked, or why that is not known. */
export function comparisonOutcome(
  { refusal, outcome, hostName }: Comparison,
  language: Language,
): string {
  const text = comparisonText[language];
  if (refusal === 'other-host')
    return text.otherHost(hostName?.before ?? '', hostName?.after ?? '');
  return refusal === null ? text.outcome[outcome] : text.refusal[refusal];
}

/**
 * List the facts behind a comparison, one sentence each: which lines count, whether the program
 * started, and what else has changed. `product` is the product of the new log.
 */
export function comparisonFacts(
  comparison: Comparison,
  product: string | null,
  words: NamingWords & Pick<ReportTexts, 'alertMinutes'>,
  readable: Readable,
): string[] {
  const text = comparisonText[words.language];
  const nameInText = nameInTextOf(words, product);
  const { refusal, order, before, after, started, outcome, unknown, hostId, hostName, version } =
    comparison;
  if (refusal !== null) return [];
  return [
    text.order[order](readable(before.to ?? ''), readable(after.from ?? '')),
    ...(started !== null
      ? [text.started(readable(started), nameInText)]
      : order === 'whole'
        ? []
        : [text.noStart(nameInText)]),
    ...(unknown > 0 ? [text.unknown(unknown)] : []),
    ...(hostId === null ? [] : [text.hostId(hostId.before, hostId.after, nameInText)]),
    ...(hostName === null ? [] : [text.hostName(hostName.before, hostName.after)]),
    ...(version === null ? [] : [text.version(version.before, version.after)]),
    ...((outcome === 'worked' || outcome === 'open') &&
    words.alertMinutes[product ?? ''] !== undefined
      ? [text.silent(nameInText)]
      : []),
  ];
}

/** Say when a log begins and ends. */
export function formatSpan(
  { from, to }: Comparison['before'],
  language: Language,
  readable: Readable,
): string {
  return from === null || to === null
    ? comparisonText[language].noTimes
    : comparisonText[language].span(readable(from), readable(to));
}

/** List the facts behind the change of one answer, one sentence each. */
export function changeFacts(
  { last, differs, because, until }: ComparedAnswer,
  { after }: Comparison,
  product: string | null,
  words: NamingWords,
  readable: Readable,
): string[] {
  const text = comparisonText[words.language];
  return [
    ...(last === null ? [] : [text.last(readable(last))]),
    ...(differs ? [text.differs] : []),
    ...(because === null
      ? []
      : [
          text.because[because](
            nameInTextOf(words, product),
            readable(after.to ?? ''),
            readable(until ?? ''),
          ),
        ]),
  ];
}
