/**
 * Compares the products of a site by the evidence that each of them wrote a log: first the proof,
 * then whether the log has messages of this product alone, then how much each explains.
 */
import type { Proof } from '../findings/recognition.ts';
import type { Session } from '../session.ts';

/** The evidence that a product wrote a log. */
export interface Standing {
  proof: Proof;
  /** Number of records, and of those whose whole chain is known. */
  records: number;
  known: number;
  /** Number of bytes in the log that literals of its templates match. */
  explained: number;
  /** Whether it has messages that no other product has. */
  hasOwn: boolean;
}

/** Return the evidence that a product wrote the log that its session has read. */
export function standingOf(session: Session): Standing {
  return {
    proof: session.recognition.proof,
    records: session.ordinal,
    ...session.countExplained(),
  };
}

/** Compare two standings for sorting, the better one first. */
export function byStanding(a: Standing, b: Standing): number {
  return (
    b.proof - a.proof ||
    Number(b.hasOwn) - Number(a.hasOwn) ||
    b.explained - a.explained ||
    b.known - a.known
  );
}
