import type { CatalogGuide } from '../../model/catalog.ts';
import type { Confidence } from '../../model/report.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';

/** What a fault does, the worst first. */
export const EFFECTS = ['stops', 'loses-data', 'degrades', 'minor', 'harmless'] as const;

/** A guide that explains some findings. */
export interface Choice {
  guide: CatalogGuide;
  confidence: Confidence;
  fixedIn: string | null;
  evidence: TrackedFinding[];
  /** The causes that each piece of evidence leaves possible; empty or absent if it names none. */
  causes: Map<TrackedFinding, readonly string[]>;
  consequences: TrackedFinding[];
  /** Whether it is work that remains once another answer has fixed the cause. */
  isRemainingWork?: true;
}

/** Create a choice that explains nothing yet. */
export function makeChoice(
  guide: CatalogGuide,
  confidence: Confidence,
  fixedIn: string | null,
): Choice {
  return { guide, confidence, fixedIn, evidence: [], causes: new Map(), consequences: [] };
}

/** Compare guides by how grave their faults are, then by their order. */
export function compareGuides(a: CatalogGuide, b: CatalogGuide): number {
  return EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || a.order - b.order;
}
