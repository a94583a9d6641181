import type { Report } from '../engine/index.ts';

/** Where a log line begins within a line: at its date or its time. */
const LOG_LINE = /\d{2,4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d/;
/** Hiragana in a row is prose, and so is `I` or `we`, which no program writes. */
const PROSE = /[ぁ-ん]{2}|\b(?:I|we|my|our)\b/i;

/**
 * Words that say that something is wrong. Words of a polite request, or of a question whether all
 * is well, do not match.
 */
const COMPLAINT =
  /(?<!問題[はが]?)(?:ない(?!か(?!ら)|ですか|でしょうか)|なく)|ません(?!か)|落ち|止ま|消え|切れ|失敗|エラー|障害|異常(?!は?な)|おかし(?!くない)|\b(?:not?|never|nothing|fail\w*|errors?|wrong|missing|lost|gaps?|stop\w*|down|broken|drop\w*|dead|crash\w*)\b|n't\b/i;

/** At least four words up to the end of a sentence, and the result of a check with its status. */
const SENTENCE = /^(?:[a-z]['a-z-]*,? ){3,}[a-z]['a-z-]*[.?!]$/i;
const RESULT = /\w (?:OK|WARNING|CRITICAL|UNKNOWN): /;

/** Return whether a line is not a setting, but a remark about one, or the result of a check. */
export function isRemark(whole: string): boolean {
  const line = whole.trim();
  return (
    RESULT.test(line) || (!/["'=＝[\]]/.test(line) && (PROSE.test(line) || SENTENCE.test(line)))
  );
}

/** Return the complaints in a short paste: prose on a line of its own, or before a log line. */
export function complaintsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.slice(0, LOG_LINE.exec(line)?.index ?? line.length).trim())
    .filter((words) => PROSE.test(words) && COMPLAINT.test(words));
}

/**
 * Return whether a complaint is the sender's own: it is not part of a known message and contains
 * none.
 */
export function isOfSender(complaints: readonly string[], { findings }: Report): boolean {
  const known = findings.flatMap(({ text, chain }) => [text, ...chain.map((link) => link.text)]);
  return complaints.some((words) =>
    known.every((text) => text === '' || (!words.includes(text) && !text.includes(words))),
  );
}
