import type { ComponentChildren } from 'preact';
import { findingsOf, isShowable } from '../../report/format/index.ts';
import type { Answer } from '../../engine/index.ts';
import type { ReportTexts } from '../../model/words.ts';
import { describeProblem } from '../../report/index.ts';
import type { InspectedReport } from '../../intake/index.ts';
import { InlineCode, isShortCode } from './InlineCode.tsx';

/** No line begins with these marks, so they stay with the value before them. */
const MARKS = /^[,.;:!?)\]、。，．」』）]+/;
/** Longer captures are messages, not values. */
const MAX_LENGTH = 80;
/** A value that could be an ordinary word of a sentence is marked only in the log's own text. */
const UNLIKE_A_WORD = /[\d_./:@\\-]/;

/**
 * List the values of the log that prove an answer, the longest first. They come from the innermost
 * messages; the messages around them capture values that do not matter, such as an address.
 */
export function valuesOf(answer: Answer | undefined, report: InspectedReport): string[] {
  const captures = findingsOf(report, answer?.evidence ?? []).flatMap(({ chain }) =>
    Object.values(chain.at(-1)?.captures ?? {}).flat(),
  );
  return [...new Set(captures)]
    .filter((value) => value.length > 1 && value.length <= MAX_LENGTH && isShowable(value))
    .sort((a, b) => b.length - a.length);
}

/**
 * List the values to show as code in the sentences of a verdict: those that are not ordinary words,
 * and what the faults of a configuration name.
 */
export function valuesInSentences(
  values: readonly string[],
  { inspections }: InspectedReport,
  words: ReportTexts,
): string[] {
  const written = inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.flatMap((problem) =>
          describeProblem(problem, words, inspection.product).flatMap((piece) =>
            typeof piece === 'string' ? [] : [piece.code],
          ),
        )
      : [],
  );
  return [...values.filter((value) => UNLIKE_A_WORD.test(value)), ...written].sort(
    (a, b) => b.length - a.length,
  );
}

/** A text with the reader's values marked: as code in a sentence, highlighted in a log line. */
export function MarkedValues({
  text,
  values,
  isLog = false,
  render = (part) => part,
}: {
  text: string;
  values: readonly string[];
  isLog?: boolean;
  /** Renders the text between the values. */
  render?: (part: string) => ComponentChildren;
}) {
  const parts = splitAtValues(text, values);
  const markAfter = (index: number): string => MARKS.exec(parts[index + 1] ?? '')?.[0] ?? '';
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          <span key={index}>
            {render(isLog || index === 0 ? part : part.slice(markAfter(index - 1).length))}
          </span>
        ) : isLog ? (
          <mark key={index}>{render(part)}</mark>
        ) : (
          <span key={index} class={isShortCode(part) ? undefined : 'long-value'}>
            <InlineCode text={part}>{render(part)}</InlineCode>
            {markAfter(index)}
          </span>
        ),
      )}
    </>
  );
}

/** Split a text at whole occurrences of values, which are the parts with an odd index. */
function splitAtValues(text: string, values: readonly string[]): string[] {
  const parts: string[] = [];
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    if (isInWord(text, at)) continue;
    const value = values.find(
      (one) => text.startsWith(one, at) && !isInWord(text, at + one.length),
    );
    if (value === undefined) continue;
    parts.push(text.slice(rest, at), value);
    rest = at + value.length;
    at = rest - 1;
  }
  return [...parts, text.slice(rest)];
}

/** Return whether a word or a number of ASCII characters continues at a place. */
function isInWord(text: string, at: number): boolean {
  return /[a-z\d]/i.test(text[at - 1] ?? '') && /[a-z\d]/i.test(text[at] ?? '');
}
