/** Keep the beginning of a text that is longer than so many characters, and say that it goes on. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)} …` : text;
}
