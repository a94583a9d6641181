import type { CatalogProduct } from '../catalog.ts';
import type { Gap } from '../findings/lifetime.ts';
import type { Outage, OutageLog } from '../findings/outages.ts';
import type { DataState, Delivery } from '../report.ts';
import type { Session } from '../session.ts';
import { isOfOneHost } from './hosts.ts';
import { later, secondsBetween } from './state.ts';

interface Told extends Delivery {
  /** The whole outage, without what was lost of it. */
  outage: Outage | null;
  deadline: string | null;
}

/** Of what the agent gave up on, the log names the values and not their time. */
const THROWN: Told = { state: 'lost', from: null, to: null, deadline: null, outage: null };

/** Nothing can be said. */
export const UNKNOWN_DATA: DataState = {
  state: 'unknown',
  from: null,
  to: null,
  deadline: null,
  blindFrom: null,
  blindTo: null,
  outages: 0,
  thrown: null,
  before: null,
  gap: null,
  checks: { state: 'unknown', from: null, to: null },
};

/**
 * What happened to the data: it waits in memory while posting fails, for `queueHours`, and is gone when the agent ends meanwhile.
 * Results of checks are gone at once where Mackerel refuses them. An agent that has ended collects nothing.
 */
export function dataState(session: Session, product: CatalogProduct, exited: boolean): DataState {
  // Where several hosts write into one log, the success of one says nothing of another.
  if (!isOfOneHost(session.findings, product)) return UNKNOWN_DATA;
  const { metrics, checks, refused, thrown, isUnsure } = session.outages;
  const { gap } = session.lifetime;
  const rest = restOf(session, exited, gap);
  const sent = tell(metrics, session, product, exited, 'oldest') ?? rest;
  const values = thrown && sent.state !== 'lost' ? THROWN : sent;
  const results = tell(checks, session, product, exited, 'newest') ?? rest;
  return {
    state: values.state,
    from: values.from,
    to: values.to,
    deadline: values.deadline,
    ...blindness(values.outage, product),
    outages: metrics.count,
    thrown,
    gap,
    before:
      values.to === null && values.from !== null && metrics.worst?.gone
        ? { state: 'lost', from: metrics.worst.from, to: metrics.worst.to }
        : null,
    checks:
      tellRefused(refused, session) ??
      (isUnsure ? { ...delivery(results), state: 'unknown' } : delivery(results)),
  };
}

/**
 * What an outage came to; null where there was none. Of an agent that ended after its outages, the end is told.
 *
 * @param kept of an outage that is longer than the queue: values that came first wait on; reports that are older are ignored
 */
function tell(
  log: OutageLog,
  session: Session,
  { queueHours }: CatalogProduct,
  exited: boolean,
  kept: 'oldest' | 'newest',
): Told | null {
  const { current } = log;
  const stopped = session.lifetime.isAsked;
  const isOpen =
    current !== null &&
    !(stopped ? log.isSent(session.lastPacked) : log.isOver(session.lastPacked));
  if (!isOpen && exited) return null;
  if (isOpen) {
    const { from } = current;
    if (exited || stopped)
      return {
        state: 'lost',
        from,
        to: exited ? null : session.lastTime,
        deadline: null,
        outage: null,
      };
    const deadline = from === null ? null : later(from, queueHours * 3600 + current.set);
    // What came first still waits then; what came after it found no room.
    const isFull = deadline !== null && session.lastTime !== null && session.lastTime > deadline;
    if (isFull && kept === 'newest')
      return {
        state: 'lost',
        from,
        to: session.lastTime && later(session.lastTime, -queueHours * 3600),
        deadline: null,
        outage: null,
      };
    return {
      state: isFull ? 'lost' : 'late',
      from: isFull ? deadline : from,
      to: null,
      deadline: isFull ? null : deadline,
      outage: { ...current, to: null },
    };
  }
  const outage = graver(log.worst, current);
  if (outage === null) return null;
  const { from, to, gone } = outage;
  if (gone) return { state: 'lost', from, to, deadline: null, outage: null };
  const tooLong = from !== null && lasted(outage) > queueHours * 3600;
  if (tooLong && kept === 'newest')
    return {
      state: 'lost',
      from,
      to: to && later(to, -queueHours * 3600),
      deadline: null,
      outage: null,
    };
  return tooLong
    ? {
        state: 'lost',
        from: later(from, queueHours * 3600 + outage.set),
        to,
        deadline: null,
        outage,
      }
    : { state: 'late', from, to, deadline: null, outage };
}

function tellRefused(log: OutageLog, session: Session): Delivery | null {
  const { current } = log;
  const outage =
    current !== null && !log.isOver(session.lastPacked)
      ? { ...current, to: null }
      : graver(log.worst, current);
  return outage && { state: 'lost', from: outage.from, to: outage.to };
}

/** What is to be said where nothing was held back. */
function restOf({ lifetime }: Session, exited: boolean, gap: Gap | null): Told {
  const none = { deadline: null, outage: null };
  if (exited) return { state: 'lost', from: lifetime.downFrom, to: null, ...none };
  if (gap !== null) return { state: 'lost', ...gap, ...none };
  return { state: lifetime.started >= 0 ? 'safe' : 'unknown', from: null, to: null, ...none };
}

/** Values that arrive later than `limit` seconds are not looked at for alerts. */
function blindness(
  outage: Outage | null,
  { alertMinutes, queueHours }: CatalogProduct,
): { blindFrom: string | null; blindTo: string | null } {
  const limit = alertMinutes * 60;
  const none = { blindFrom: null, blindTo: null };
  if (outage?.from == null) return none;
  if (outage.to === null) return { blindFrom: outage.from, blindTo: null };
  // What found no room never arrives.
  return lasted(outage) > limit
    ? {
        blindFrom: outage.from,
        blindTo: later(
          outage.from,
          Math.min(lasted(outage) - limit, queueHours * 3600) + outage.set,
        ),
      }
    : none;
}

function graver(a: Outage | null, b: Outage | null): Outage | null {
  if (a === null || b === null) return a ?? b;
  return a.gone || lasted(a) >= lasted(b) ? a : b;
}

/** Seconds that an outage took, whatever was done to the clock meanwhile. */
function lasted({ from, to, set }: Outage): number {
  return (secondsBetween(from, to) ?? 0) - set;
}

const delivery = ({ state, from, to }: Told): Delivery => ({ state, from, to });
