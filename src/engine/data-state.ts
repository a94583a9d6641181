import type { DataState } from './report.ts';
import type { Session } from './session.ts';
import { isOver, later, secondsBetween } from './state.ts';
import { firstTime, lastTime } from './times.ts';

const UNKNOWN: DataState = { state: 'unknown', from: null, to: null, deadline: null };

/**
 * What happened to the values: they wait in memory while posting fails, for `queueHours`, and are gone when the agent ends meanwhile.
 * An agent that has ended collects nothing.
 */
export function dataState(session: Session, queueHours: number, exited: boolean): DataState {
  const { starting, started } = session.milestones;
  const held = session.findings.filter(({ entries }) => entries.some((entry) => entry.holdsBack === 'metrics'));
  const fatal = session.findings.filter(({ ends }) => ends === 'agent');
  const queue = queueHours * 3600;
  if (held.length > 0) {
    const from = firstTime(held);
    const lastHeld = Math.max(...held.map(({ lastOrdinal }) => lastOrdinal));
    const firstHeld = Math.min(...held.map(({ firstOrdinal }) => firstOrdinal));
    const ongoing = held.some((finding) => !isOver(finding, session));
    const end = lastTime(held);
    const stopped = session.milestones.stopping > Math.max(starting, firstHeld);
    const ended = exited || stopped || (starting > firstHeld && starting < lastHeld);
    if (ongoing && ended) return { state: 'lost', from, to: exited ? null : session.lastTime, deadline: null };
    if (ongoing) return { state: 'late', from, to: null, deadline: from === null ? null : later(from, queue) };
    const tooLong = (secondsBetween(from, end) ?? 0) > queue;
    return tooLong && from !== null ? { state: 'lost', from: later(from, queue), to: end, deadline: null } : { state: 'late', from, to: end, deadline: null };
  }
  if (exited) return { state: 'lost', from: firstTime(fatal) ?? session.lastTime, to: null, deadline: null };
  return started >= 0 ? { state: 'safe', from: null, to: null, deadline: null } : UNKNOWN;
}
