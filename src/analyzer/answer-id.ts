/** Return the element id of an answer in the report. */
export function answerId(guide: string): string {
  return `answer-${guide}`;
}
