/**
 * Return the classes of code in a sentence. Short code stays on one line; longer code would
 * overflow a phone's screen. Code that begins with a mark, before which no line breaks, is boxed,
 * so that one does.
 */
export function codeClass(text: string): string | undefined {
  if (text.length > 23) return undefined;
  return /^\w/.test(text) ? 'one-line' : 'one-line boxed';
}
