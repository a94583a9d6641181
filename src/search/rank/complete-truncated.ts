/** A text that ends with this many of a sentence's first characters was cut off inside it. */
const MIN_OVERLAP = 12;
/**
 * Fewer suffice after the colon of a known message, if only one sentence begins with them and at
 * most MAX_MISSING_RATIO times as many characters are missing.
 */
const MIN_OVERLAP_AFTER_COLON = 5;
const MAX_MISSING_RATIO = 2;

/**
 * Complete a text that was cut off inside the last sentence of its message.
 *
 * @param isKnown whether the text before that sentence is a known message by itself
 * @returns the completed text, or null if no known sentence fits
 */
export function completeTruncated(
  text: string,
  sentences: readonly string[],
  isKnown: boolean,
): string | null {
  let longest = 0;
  let candidates: string[] = [];
  for (const sentence of sentences) {
    const length = overlap(text, sentence);
    if (length < MIN_OVERLAP_AFTER_COLON || length < longest) continue;
    if (length > longest) candidates = [];
    longest = length;
    candidates.push(sentence);
  }
  const [shortest] = candidates.sort((a, b) => a.length - b.length);
  const isIdentified =
    longest >= MIN_OVERLAP ||
    (isKnown &&
      candidates.length === 1 &&
      text.endsWith(': ', text.length - longest) &&
      (shortest?.length ?? 0) - longest <= MAX_MISSING_RATIO * longest);
  return shortest !== undefined && isIdentified ? text + shortest.slice(longest) : null;
}

/**
 * Return the length of the longest proper prefix of a sentence that ends the text and starts at a
 * word boundary, or 0.
 */
function overlap(text: string, sentence: string): number {
  for (
    let length = Math.min(sentence.length - 1, text.length);
    length >= MIN_OVERLAP_AFTER_COLON;
    length--
  ) {
    if (
      text.endsWith(sentence.slice(0, length)) &&
      !/\w/.test(text[text.length - length - 1] ?? '')
    )
      return length;
  }
  return 0;
}
