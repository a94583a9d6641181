import type { InspectedReport } from '../model/inspection.ts';

/**
 * Tell whether the agent runs when a log ends; null if the log does not show it. An agent that a
 * supervisor restarts is neither. A single moment, such as one line, does not show that the agent
 * went on.
 */
export function agentState({
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
