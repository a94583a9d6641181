const LOG_LINE =
  /\d{2}:\d{2}:\d{2}|\b\d{8}:\d{6}\b|^\d{10}\.\d{3}\b|^\W*[A-Z][a-z]{2} [ \d]\d \d|\b(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) (?:<|\w+:)|"(?:log|message)":/;
const SECRET = /api[_-]?key["']?\s*[=:]|\b[\w+/-]{32,}\b/i;
const MAX_WORDS_LENGTH = 200;

/** Return whether a text has the time or level of a log line. */
export function hasLogLine(text: string): boolean {
  return LOG_LINE.test(text);
}

/**
 * Return whether a text looks like lines of a log or a file, or may contain a key. Such a text must
 * never reach the address, the history or storage.
 */
export function looksLikeLog(text: string): boolean {
  return (
    text.trim().includes('\n') ||
    text.length > MAX_WORDS_LENGTH ||
    hasLogLine(text) ||
    SECRET.test(text)
  );
}

/**
 * Return whether a text may contain a message, and so needs the engine: it has punctuation that
 * people do not type in plain words.
 */
export function mayContainMessage(text: string): boolean {
  return (
    looksLikeLog(text) ||
    (/[A-Z]/i.test(text) &&
      /:\s|[:=]["\w/]|["<>{}[\]()%\\]|\/\w|--?\w+\b.*:|'\S{1,20}'|`[^`']{1,40}[`']|\d+\.\d+\.\d+|\w exit status \d|\w\.service\b/.test(
        text,
      ))
  );
}

/** Pronouns, greetings and polite endings, which people write and programs do not. */
const HUMAN_PHRASE =
  /\b(?:I|[Ww]e|[Mm]y|[Oo]ur)(?=[ '’])|\b(?:[Hh]ello|[Hh]i|[Hh]ey|[Dd]ear|[Rr]egards|[Tt]hanks|[Tt]hank you)(?=[ ,.!]|$)|(?:です|ます|ました|ません|ください|でしょう)(?=[。？?!か、が]|$)/gm;
const MIN_HUMAN_PHRASES = 2;
const MAX_MAIL_LENGTH = 5000;

/**
 * Return whether a text that looks like a log was written by a person: a mail or a long question.
 */
export function looksLikeMail(text: string): boolean {
  return (
    text.length <= MAX_MAIL_LENGTH && (text.match(HUMAN_PHRASE)?.length ?? 0) >= MIN_HUMAN_PHRASES
  );
}

/**
 * Return whether the reader expects a text to be analyzed, not searched for: it has lines of a log,
 * or may be a file, and is no mail or long question.
 */
export function readsAsLog(text: string): boolean {
  return looksLikeLog(text) && (hasLogLine(text) || SECRET.test(text) || !looksLikeMail(text));
}
