/** Return what separates a text from the next one: Japanese punctuation has a space of its own. */
export function spaceAfter(text: string): string {
  return /[、。：）」]$/.test(text) ? '' : ' ';
}
