import type { Report } from '../engine/index.ts';

/** Where a log line begins within a line: at its date or its time. */
const LOG_LINE = /\d{2,4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d/;
/** Hiragana in a row is prose, and so are words about oneself, which no program writes. */
const PROSE = /[ぁ-ん]{2}|\b(?:I|we|my|our)\b/i;

/** Return what the lines of a short paste say before a log line, or without one, in prose. */
export function proseIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.slice(0, LOG_LINE.exec(line)?.index ?? line.length).trim())
    .filter((words) => PROSE.test(words));
}

/** Return whether prose is the sender's own: no known message contains it, or is in it. */
export function isOfSender(prose: readonly string[], { findings }: Report): boolean {
  const known = findings.flatMap(({ text, chain }) => [text, ...chain.map((link) => link.text)]);
  return prose.some((words) =>
    known.every((text) => text === '' || (!words.includes(text) && !text.includes(words))),
  );
}
