/**
 * Classes of characters, by their codes. A run is a sequence of letters, digits, `_`, `-` and `.`,
 * such as a host name.
 */

/** Return the position of the first character in `[from, to)` that fails the test, or the end. */
export function skipWhile(
  text: string,
  from: number,
  to: number,
  test: (code: number) => boolean,
): number {
  let at = from;
  while (at < to && at < text.length && test(text.charCodeAt(at))) at++;
  return at;
}

export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;
export const isAlphanumeric = (code: number): boolean =>
  isDigitCode(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
export const isNameCode = (code: number): boolean => isAlphanumeric(code) || code === 95;
export const isRunCode = (code: number): boolean => isNameCode(code) || code === 45 || code === 46;
export const isQuoteCode = (code: number): boolean =>
  code === 34 || code === 39 || code === 92 || code === 96;
export const isSlash = (code: number): boolean => code === 47 || code === 92;
export const hasDigit = (text: string): boolean => /\d/.test(text);
