import type { CatalogGuide } from '../../model/catalog.ts';
import { CONFIDENCES, type Link } from '../../model/report.ts';
import { linksOf } from '../chains/chain-links.ts';
import { STANDALONE, readChain } from '../chains/chain.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import { encode } from '../lines/bytes.ts';
import type { Session } from '../session.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { compareGuides, makeChoice, type Choice } from './choice.ts';
import { readClaims } from './claims.ts';
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
  return choices.size > 0 ? [...choices.values()] : choicesForRelayedTexts(matcher, session);
}

/**
 * Return the guides for texts of other programs that the program only passes on, such as the result
 * of a check, read as if they were pasted alone. Of several results of one check, the last counts.
 */
function choicesForRelayedTexts(matcher: ProductMatcher, session: Session): Choice[] {
  const choices = new Map<string, Choice>();
  // If the program printed other lines too, the question is not about the result of a check.
  const [any] = session.findings;
  if (session.findings.some(({ entries }) => entries[0] !== any?.entries[0])) return [];
  for (const finding of session.findings) {
    const [first, ...below] = finding.chain;
    if (finding.role !== 'info' || !first || isOutdated(finding, session)) continue;
    if (below.some(({ foreign }) => !foreign)) continue;
    const alone = Object.values(first.captures)
      .map((values) => readAlone(matcher, values.at(-1) ?? ''))
      .find(({ length }) => length > 0);
    if (!alone) continue;
    const result = { ...finding, chain: alone, role: 'cause' as const, isProblem: true };
    const [claim] = readClaims(matcher.catalog, session, result);
    if (!claim) continue;
    finding.chain = [first, ...alone.map((link) => ({ ...link, foreign: true as const }))];
    const choice = choices.get(claim.guide.id) ?? makeChoice(claim.guide, claim.confidence, null);
    choice.evidence.push(finding);
    choice.causes.set(finding, claim.causes);
    choices.set(claim.guide.id, choice);
  }
  return [...choices.values()];
}

/** Return the links of a text that is a whole message, or none. */
function readAlone(matcher: ProductMatcher, text: string): Link[] {
  const bytes = encode(text.trim());
  const chain = readChain(matcher, { bytes, from: 0, to: bytes.length }, STANDALONE);
  return chain ? linksOf(chain) : [];
}

/** Return whether the log has a later result of the same check: its name is the first key hole. */
function isOutdated(
  { entries, chain, lastOrdinal }: TrackedFinding,
  { findings }: Session,
): boolean {
  const [name] = Object.entries(entries[0]?.holes ?? {}).find(([, { key }]) => key) ?? [];
  const valueOf = ([first]: readonly Link[]): string | undefined =>
    name === undefined ? undefined : first?.captures[name]?.[0];
  return findings.some(
    (other) =>
      other.lastOrdinal > lastOrdinal &&
      other.entries[0] === entries[0] &&
      valueOf(other.chain) === valueOf(chain),
  );
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
