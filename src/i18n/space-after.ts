/** Return what separates a text from the next one. Japanese punctuation needs no space after it. */
export function spaceAfter(text: string): string {
  return /[、。：）」]$/.test(text) ? '' : ' ';
}
