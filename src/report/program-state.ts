import type { InspectedReport } from '../model/inspection.ts';

/**
 * Return whether the program is running or stopped when a log ends; null if the log does not show
 * it, or if a supervisor restarts the program. A single moment, such as one line, does not show
 * that the program kept running.
 */
export function programState({
  kind,
  exited,
  restart,
  stopped,
  span,
}: InspectedReport): 'running' | 'stopped' | null {
  if (exited && restart !== 'not-needed') return restart === 'by-hand' ? 'stopped' : null;
  if (stopped !== null) return 'stopped';
  return kind === 'log' && span.from !== span.to ? 'running' : null;
}
