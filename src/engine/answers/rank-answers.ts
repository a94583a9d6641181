import { CONFIDENCES, type Answer } from '../../model/report.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Session } from '../session.ts';
import { EFFECTS, type Choice } from './choice.ts';
import { hasRestarted, isMomentary, isOver } from './finding-state.ts';

/** Rank choices, and describe each as an answer of the report. */
export function rankAnswers(choices: Choice[], session: Session): Answer[] {
  const ranked = choices.map((chosen) => {
    const choice = { ...chosen, evidence: lastStartFirst(chosen.evidence, session) };
    const open = choice.evidence.filter((finding) => !isOver(finding, session));
    const causesByFinding = causesOf(choice, session);
    const answer = {
      guide: choice.guide.id,
      confidence: session.recognition.isLikely ? ('possible' as const) : choice.confidence,
      isMinor: isMinor(choice),
      causes: combineCauses(causesByFinding),
      causesByFinding,
      state: stateOf(open, session),
      ...(open.some(isMomentary) && { isTriedAgain: true as const }),
      evidence: choice.evidence.map(({ index }) => index),
      consequences: choice.consequences.map(({ index }) => index),
      fixedIn: choice.fixedIn,
    };
    return {
      answer,
      gravity: gravityOf(choice),
      isRemainingWork: choice.isRemainingWork === true,
      isHarmless:
        choice.evidence.length > 0 && choice.evidence.every(({ role }) => role === 'harmless'),
      first: Math.min(...choice.evidence.map(({ firstOrdinal }) => firstOrdinal)),
      order: choice.guide.order,
    };
  });
  const stateRank = { ongoing: 0, unknown: 1, recovered: 2 };
  ranked.sort(
    (a, b) =>
      stateRank[a.answer.state] - stateRank[b.answer.state] ||
      Number(a.isHarmless) - Number(b.isHarmless) ||
      a.gravity - b.gravity ||
      Number(a.isRemainingWork) - Number(b.isRemainingWork) ||
      CONFIDENCES.indexOf(a.answer.confidence) - CONFIDENCES.indexOf(b.answer.confidence) ||
      a.first - b.first ||
      a.order - b.order,
  );
  return ranked.map(({ answer }) => answer);
}

/** Move findings to the end if the program exited with them before its last start. */
function lastStartFirst(
  evidence: readonly TrackedFinding[],
  { lifetime: { starting } }: Session,
): TrackedFinding[] {
  const isPast = ({ ends, lastOrdinal }: TrackedFinding): boolean =>
    ends === 'program' && lastOrdinal < starting;
  return evidence.toSorted((a, b) => Number(isPast(a)) - Number(isPast(b)));
}

/**
 * Return the state of a fault from its findings that are not over. It is unknown if each of them
 * reports an exit after which the program was started again, which may exit again for the same
 * reason, or an attempt that is repeated at once, after the end of the log.
 */
function stateOf(open: readonly TrackedFinding[], session: Session): Answer['state'] {
  if (open.length === 0) return 'recovered';
  const isUnknown = open.every((finding) => hasRestarted(finding, session) || isMomentary(finding));
  return isUnknown ? 'unknown' : 'ongoing';
}

/**
 * List the causes that each piece of evidence leaves possible and no other message of the log rules
 * out. If that leaves none at all, nothing is ruled out.
 */
function causesOf({ guide, causes, evidence }: Choice, { lastSeen }: Session): string[][] {
  const named = evidence.map((finding) => [...(causes.get(finding) ?? [])]);
  const left = named.map((ids) =>
    ids.filter((cause) => !guide['rules-out']?.[cause]?.some((entry) => lastSeen.has(entry))),
  );
  return left.some((ids) => ids.length > 0) ? left : named;
}

/**
 * Combine the causes of findings: first the causes that one finding proves, then the causes that
 * the other findings leave possible. If those findings share causes, leave out their other causes.
 */
function combineCauses(causesByFinding: readonly string[][]): string[] {
  const proven = new Set(causesByFinding.flatMap((causes) => (causes.length === 1 ? causes : [])));
  const open = causesByFinding
    .filter((causes) => causes.length > 0 && !causes.some((cause) => proven.has(cause)))
    .reduce<string[]>((known, causes) => {
      const shared = known.filter((cause) => causes.includes(cause));
      return shared.length > 0 ? shared : [...known, ...causes];
    }, []);
  return [...proven, ...open];
}

/**
 * Return whether none of the evidence costs values or check results. If the fault can cost them, as
 * an expired certificate can, it will probably affect other requests too.
 */
function isMinor({ guide, evidence }: Choice): boolean {
  const canCostMore = guide.effect === 'stops' || guide.effect === 'loses-data';
  return !canCostMore && evidence.every(({ entries }) => entries[0]?.minor === true);
}

/**
 * Return the gravity of an answer in this log, 0 for the worst. A fault that can stop the program
 * counts as having stopped it only if a line says so.
 */
function gravityOf(choice: Choice): number {
  const { guide, evidence, consequences } = choice;
  const findings = [...evidence, ...consequences];
  if (findings.some(({ ends }) => ends !== null)) return 0;
  const holdsBack = findings.some(({ entries }) =>
    entries.some((entry) => entry['holds-back'] !== undefined),
  );
  if (isMinor(choice)) return Math.max(EFFECTS.indexOf('minor'), EFFECTS.indexOf(guide.effect));
  if (holdsBack || guide.effect === 'loses-data') return 1;
  return guide.effect === 'stops' ? 1.5 : EFFECTS.indexOf(guide.effect);
}
