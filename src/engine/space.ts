/** Where the first character stands that is neither white space nor a control character, or the end. */
export function skipSpace(text: string, from = 0): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}
