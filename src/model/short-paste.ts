/** The most characters of a short paste, its most lines with text, and its most lines in all. */
const MAX_SHORT = 8192;
const MAX_SHORT_LINES = 20;
const MAX_WITH_EMPTY = 200;

/** Return whether a whole log is a short paste. */
export function isShortPaste(text: string): boolean {
  if (text.length > MAX_SHORT) return false;
  const lines = text.split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  return written.length > 0 && written.length <= MAX_SHORT_LINES && lines.length <= MAX_WITH_EMPTY;
}
