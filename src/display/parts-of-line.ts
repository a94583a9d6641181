/** Behind a mark, but for one that a slash or a digit is bound to: `https://`, `04:12:09`. Behind a blank every line may end. */
const ENDS = /(?<=[/:,;])(?=[^\s/\d])/;

/** Take a text of a log apart where a line of it may end, as the rows of the log view do, so that on a phone no address ends within a word. */
export function partsOfLine(text: string): string[] {
  return text.split(ENDS);
}
