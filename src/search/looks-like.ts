const LINE =
  /\d{2}:\d{2}:\d{2}|^\W*[A-Z][a-z]{2} [ \d]\d \d|\b(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) (?:<|\w+:)|"(?:log|message)":/;
const HEAD = /\b(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) <[\w.]+> /;
const SECRET = /api[_-]?key[\"']?\s*[=:]|\b[A-Za-z0-9+/_-]{32,}\b/i;
const LONGEST_WORDS = 200;

/** Whether a text looks like lines of a log or a file, or holds what may be a key: it must then never reach an address, a history or a store. */
export function looksLikeLog(text: string): boolean {
  return (
    text.trim().includes('\n') ||
    text.length > LONGEST_WORDS ||
    LINE.test(text) ||
    SECRET.test(text)
  );
}

/** Whether a line has the head that the product's programs write, those included of which no message is known here. */
export function hasHead(text: string): boolean {
  return HEAD.test(text);
}

/** Whether a text may hold a message, so that the engine has to look at it: it has marks that people do not type for words. */
export function mayHoldMessage(text: string): boolean {
  return (
    looksLikeLog(text) ||
    (/[A-Za-z]/.test(text) &&
      /:\s|[:=]["\w/]|["<>{}[\]()%\\]|\/\w|--?\w+\b.*:|'\S{1,20}'|\d+\.\d+\.\d+/.test(text))
  );
}

/** What people write of themselves and to others, and programs do not. */
const SPOKEN =
  /\b(?:I|[Ww]e|[Mm]y|[Oo]ur)(?=[ '’])|\b(?:[Hh]ello|[Hh]i|[Hh]ey|[Dd]ear|[Rr]egards|[Tt]hanks|[Tt]hank you)(?=[ ,.!]|$)|(?:です|ます|ました|ません|ください|でしょう)(?=[。？?!か、]|が|$)/gm;
const LEAST_SPOKEN = 2;
const LONGEST_MAIL = 5000;

/** Whether a text that looks like a log is what somebody wrote about one: a mail, or a question of many words. */
export function looksLikeMail(text: string): boolean {
  return text.length <= LONGEST_MAIL && (text.match(SPOKEN)?.length ?? 0) >= LEAST_SPOKEN;
}
