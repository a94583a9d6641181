import type { ConfigProblem } from '../model/inspection.ts';

/** Return the corrected line of a fault, without its indentation unless that was the fault. */
export function correctedLine({ write, detail }: ConfigProblem): string {
  const line = write?.trimEnd() ?? '';
  return detail === 'indent' || detail === 'tab' ? line : line.trimStart();
}
