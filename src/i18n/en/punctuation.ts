export const punctuation = {
  /** Separates a label from its value. */
  colon: ': ',
  comma: ', ',
  /** Put text in parentheses, to follow what it is about. */
  aside: (text: string) => ` (${text})`,
};
