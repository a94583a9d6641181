const LINE = /\d{2}:\d{2}:\d{2}|^\W*[A-Z][a-z]{2} [ \d]\d \d|\b(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) (?:<|\w+:)|"(?:log|message)":/;
const SECRET = /api[_-]?key[\"']?\s*[=:]|\b[A-Za-z0-9+/_-]{32,}\b/i;
const LONGEST_WORDS = 200;

/** Whether a text looks like lines of a log or a file, or holds what may be a key: it must then never reach an address, a history or a store. */
export function looksLikeLog(text: string): boolean {
  return text.trim().includes('\n') || text.length > LONGEST_WORDS || LINE.test(text) || SECRET.test(text);
}

/** Whether a text may hold a message, so that the engine has to look at it: it has marks that people do not type for words. */
export function mayHoldMessage(text: string): boolean {
  return looksLikeLog(text) || /[A-Za-z]/.test(text) && /:\s|[:=]["\w/]|["<>{}[\]()%\\]|\/\w|--?\w+\b.*:|'\S{1,20}'|\d+\.\d+\.\d+/.test(text);
}
