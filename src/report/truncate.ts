/** Cut a text to `most` characters and mark the cut with an ellipsis. */
export function truncate(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)} …` : text;
}
