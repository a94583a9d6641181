import type { CatalogProduct } from '../../model/catalog.ts';
import { UNKNOWN_DATA, type Downtime, type DataState, type Delivery } from '../../model/report.ts';
import type { Outage, OutageTracker } from '../findings/outages.ts';
import type { Session } from '../session.ts';
import { hasSingleHost } from './hosts.ts';
import { addSecondsTo, secondsBetween } from './finding-state.ts';

type DeliveryRules = NonNullable<CatalogProduct['delivery']>;

interface Outcome extends Delivery {
  /** The outage that delays values without losing them, or null. */
  outage: Outage | null;
  deadline: string | null;
}

/** The log names discarded values but not their times. */
const DISCARDED: Outcome = { state: 'lost', from: null, to: null, deadline: null, outage: null };

/**
 * Determine what happened to the data. While posting fails, data is queued in memory for
 * `queue-hours`, and is lost if the program exits meanwhile. Check results are lost at once if the
 * backend rejects them. A program that has exited collects nothing. Return `UNKNOWN_DATA` if the
 * product does not declare how it delivers data.
 */
export function dataState(session: Session, product: CatalogProduct, exited: boolean): DataState {
  const { delivery: rules } = product;
  // If several hosts write to one log, the success of one says nothing about another.
  if (!rules || !hasSingleHost(session.findings, product)) return UNKNOWN_DATA;
  const { metrics, checks, refused, discarded, mayBeRejected } = session.outages;
  const { gap } = session.lifetime;
  const otherwise = outcomeWithoutOutage(session, exited, gap);
  const sent = outcomeOf(metrics, session, rules, exited, 'oldest') ?? otherwise;
  const values = discarded && sent.state !== 'lost' ? DISCARDED : sent;
  const results = outcomeOf(checks, session, rules, exited, 'newest') ?? otherwise;
  return {
    state: values.state,
    from: values.from,
    to: values.to,
    deadline: values.deadline,
    ...lateForAlerts(values.outage, rules),
    outages: metrics.count,
    thrown: discarded,
    gap,
    before:
      values.to === null && values.from !== null && metrics.worst?.isLost
        ? { state: 'lost', from: metrics.worst.from, to: metrics.worst.to }
        : null,
    checks:
      refusedOutcome(refused, session) ??
      (mayBeRejected ? { ...delivery(results), state: 'unknown' } : delivery(results)),
  };
}

/**
 * Return the outcome of the outages, or null if there was none. If the program exited after them,
 * the exit decides.
 *
 * @param kept which data survives an outage longer than the queue: metrics keep the oldest, check
 * reports the newest
 */
function outcomeOf(
  tracker: OutageTracker,
  session: Session,
  { 'queue-hours': queueHours }: DeliveryRules,
  exited: boolean,
  kept: 'oldest' | 'newest',
): Outcome | null {
  const { current } = tracker;
  const stopped = session.lifetime.isStopRequested;
  const isOpen =
    current !== null &&
    !(stopped ? tracker.isSent(session.lastPacked) : tracker.isOver(session.lastPacked));
  if (isOpen)
    return exited || stopped
      ? lost(current.from, exited ? null : session.lastTime)
      : outcomeOfOpen(current, session.lastTime, queueHours, kept);
  const outage = exited ? null : worse(tracker.worst, current);
  return outage && outcomeOfPast(outage, queueHours, kept);
}

/** Return the outcome of data that is lost for certain. */
function lost(from: string | null, to: string | null): Outcome {
  return { state: 'lost', from, to, deadline: null, outage: null };
}

/** Return the outcome of an outage that is not over while the program still runs. */
function outcomeOfOpen(
  outage: Outage,
  lastTime: string | null,
  queueHours: number,
  kept: 'oldest' | 'newest',
): Outcome {
  const { from } = outage;
  const deadline = from === null ? null : addSecondsTo(from, queueHours * 3600);
  // The first values are still queued; the later ones did not fit into the queue.
  const isFull = deadline !== null && lastTime !== null && lastTime > deadline;
  if (isFull && kept === 'newest') return lost(from, addSecondsTo(lastTime, -queueHours * 3600));
  return {
    state: isFull ? 'lost' : 'late',
    from: isFull ? deadline : from,
    to: null,
    deadline: isFull ? null : deadline,
    outage: { ...outage, to: null },
  };
}

/** Return the outcome of an outage that is over. */
function outcomeOfPast(outage: Outage, queueHours: number, kept: 'oldest' | 'newest'): Outcome {
  const { from, to, isLost } = outage;
  if (isLost) return lost(from, to);
  const tooLong = from !== null && durationOf(outage) > queueHours * 3600;
  if (tooLong && kept === 'newest') return lost(from, to && addSecondsTo(to, -queueHours * 3600));
  return tooLong
    ? {
        state: 'lost',
        from: addSecondsTo(from, queueHours * 3600),
        to,
        deadline: null,
        outage,
      }
    : { state: 'late', from, to, deadline: null, outage };
}

function refusedOutcome(tracker: OutageTracker, session: Session): Delivery | null {
  const { current } = tracker;
  const outage =
    current !== null && !tracker.isOver(session.lastPacked)
      ? { ...current, to: null }
      : worse(tracker.worst, current);
  return outage && { state: 'lost', from: outage.from, to: outage.to };
}

/** Return the outcome if nothing was held back. */
function outcomeWithoutOutage(
  { lifetime }: Session,
  exited: boolean,
  gap: Downtime | null,
): Outcome {
  const none = { deadline: null, outage: null };
  if (exited) return { state: 'lost', from: lifetime.downFrom, to: null, ...none };
  if (gap !== null) return { state: 'lost', ...gap, ...none };
  return { state: lifetime.started >= 0 ? 'safe' : 'unknown', from: null, to: null, ...none };
}

/** Return the start and end of the time whose values arrive too late to raise an alert. */
function lateForAlerts(
  outage: Outage | null,
  { 'alert-minutes': alertMinutes, 'queue-hours': queueHours }: DeliveryRules,
): { blindFrom: string | null; blindTo: string | null } {
  const limit = alertMinutes * 60;
  const none = { blindFrom: null, blindTo: null };
  if (outage?.from == null) return none;
  if (outage.to === null) return { blindFrom: outage.from, blindTo: null };
  // Values that did not fit into the queue never arrive.
  return durationOf(outage) > limit
    ? {
        blindFrom: outage.from,
        blindTo: addSecondsTo(outage.from, Math.min(durationOf(outage) - limit, queueHours * 3600)),
      }
    : none;
}

function worse(a: Outage | null, b: Outage | null): Outage | null {
  if (a === null || b === null) return a ?? b;
  return a.isLost || durationOf(a) >= durationOf(b) ? a : b;
}

function durationOf({ from, to }: Outage): number {
  return secondsBetween(from, to) ?? 0;
}

const delivery = ({ state, from, to }: Outcome): Delivery => ({ state, from, to });
