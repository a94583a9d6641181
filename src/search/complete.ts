/** Characters of a sentence that tell it, wherever they end a text, … */
const ENOUGH = 12;
/** … and after the colon of a known one, where no other begins so, and most of it is not lost. */
const FEW = 5;
const MOST_LOST = 2;

/** Complete a text that was cut off inside the last sentence of its message; null where none of the known sentences begins as it ends. @param isKnown what stands before that sentence is a message by itself */
export function complete(
  text: string,
  sentences: readonly string[],
  isKnown: boolean,
): string | null {
  let longest = 0;
  let begun: string[] = [];
  for (const sentence of sentences) {
    const length = overlap(text, sentence);
    if (length < FEW || length < longest) continue;
    if (length > longest) begun = [];
    longest = length;
    begun.push(sentence);
  }
  const [shortest] = begun.sort((a, b) => a.length - b.length);
  const isTold =
    longest >= ENOUGH ||
    (isKnown &&
      begun.length === 1 &&
      text.endsWith(': ', text.length - longest) &&
      (shortest?.length ?? 0) - longest <= MOST_LOST * longest);
  return shortest !== undefined && isTold ? text + shortest.slice(longest) : null;
}

/** How many characters, but not all, of a sentence's beginning end a text, from the beginning of a word. */
function overlap(text: string, sentence: string): number {
  for (let length = Math.min(sentence.length - 1, text.length); length >= FEW; length--) {
    if (
      text.endsWith(sentence.slice(0, length)) &&
      !/\w/.test(text[text.length - length - 1] ?? '')
    )
      return length;
  }
  return 0;
}
