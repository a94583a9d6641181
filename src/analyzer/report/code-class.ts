/**
 * Return the classes of code in a sentence. Short code stays on one line; longer code would
 * overflow a phone's screen. A line does not break before code that begins with a mark, unless that
 * code is boxed (base.css).
 */
export function codeClass(text: string): string | undefined {
  if (text.length > 23) return undefined;
  return /^\w/.test(text) ? 'one-line' : 'one-line boxed';
}
