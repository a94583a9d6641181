import type { Sentences } from '../../i18n/sentences.ts';
import type { InspectedReport } from '../../intake/index.ts';
import type { Verdict } from '../../report/index.ts';

/** How a verdict is to be taken. Each has its own shape, color and word; a note has no shape. */
export type Severity = 'now' | 'wait' | 'ignore' | 'unsure' | 'note';

/** Return how serious a verdict is. */
export function severityOf(
  { tone, urgency }: Verdict,
  { status, answers: [first] }: InspectedReport,
  text: Sentences['report'],
): Severity {
  if (tone === 'note') return 'note';
  if (status === 'unrecognised') return 'unsure';
  if (status === 'action-needed' && first?.confidence === 'possible') return 'unsure';
  if (urgency === text.urgency.look) return 'wait';
  return status === 'action-needed' ? 'now' : 'ignore';
}
