/** The anchor of an answer in a report. */
export function answerId(guide: string): string {
  return `answer-${guide}`;
}
