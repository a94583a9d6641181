import type { CatalogGuide } from '../../model/catalog.ts';
import { CONFIDENCES, type Link } from '../../model/report.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Session } from '../session.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { compareGuides, makeChoice, type Choice } from './choice.ts';
import { isAboutSequence, matchesEvidence } from './evidence.ts';
import { harmlessTextIn, reportsFault, wasAskedToStop } from './finding-state.ts';
import { causesOfLast, guideForMessage } from './guides-for-entries.ts';

/**
 * Return the guides for messages of a short paste that match no evidence, because the lines around
 * them are missing.
 */
export function guessAnswers(matcher: ProductMatcher, session: Session): Choice[] {
  const choices = new Map<string, Choice>();
  for (const finding of session.findings) {
    if (!finding.isProblem || !reportsFault(finding) || wasAskedToStop(finding)) continue;
    if (harmlessTextIn(finding) !== undefined) continue;
    const guide = guideWithCompanion(matcher, finding) ?? guideForEntry(matcher, finding);
    if (!guide) continue;
    const choice = choices.get(guide.id) ?? makeChoice(guide, 'possible', null);
    choice.evidence.push(finding);
    choice.causes.set(finding, causesOfLast(guide, ownLinks(finding)));
    choices.set(guide.id, choice);
  }
  return [...choices.values()];
}

/** Return the guide that would explain a finding if another message were beside it, or null. */
function guideWithCompanion(
  { catalog }: ProductMatcher,
  { chain }: TrackedFinding,
): CatalogGuide | null {
  const found = catalog.guides.flatMap((guide) =>
    guide.evidence
      .filter(({ beside, affected }) => beside !== undefined && affected === undefined)
      .filter((evidence) => !isAboutSequence(evidence) && matchesEvidence(chain, evidence))
      .map(({ confidence }) => ({ guide, rank: CONFIDENCES.indexOf(confidence) })),
  );
  found.sort((a, b) => a.rank - b.rank || compareGuides(a.guide, b.guide));
  return found[0]?.guide ?? null;
}

function guideForEntry(matcher: ProductMatcher, finding: TrackedFinding): CatalogGuide | undefined {
  const isEndKnown = finding.rest === null || finding.breaksOff === true;
  const best = guideForMessage(matcher, ownLinks(finding), isEndKnown);
  return matcher.catalog.guides.find(({ id }) => id === best);
}

/** Return the links outside text of other programs. */
function ownLinks({ chain }: TrackedFinding): Link[] {
  return chain.filter(({ foreign }) => !foreign);
}
