import type { Catalog, CatalogEvidence, CatalogGuide } from '../../model/catalog.ts';
import { CONFIDENCES, type Confidence, type Link } from '../../model/report.ts';
import { isOneMessage, lacksCause } from '../findings/breaks-off.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Session } from '../session.ts';
import {
  isAboutSequence,
  lacksValueFor,
  lastEntryOf,
  matchesEvidence,
  matchesSequence,
} from './evidence.ts';
import { harmlessTextIn, reportsFault } from './finding-state.ts';
import { fixedVersionOf, isInRange } from './version.ts';

/** A guide's claim to explain a finding. */
export interface Claim {
  guide: CatalogGuide;
  confidence: Confidence;
  /**
   * Number of links that the evidence names. The claim that names more wins if two are uncertain,
   * or if two guides are certain about equally many findings.
   */
  named: number;
  /**
   * Whether the evidence names the last link, which is the cause, and not only what failed because
   * of it.
   */
  isAboutCause: boolean;
  /** The version that fixed the program's own fault described by the guide, or null. */
  fixedIn: string | null;
  /** The causes that its evidence leaves possible, or none if it names no cause. */
  causes: readonly string[];
}

/**
 * Return the guides that explain a finding. If a cut text may be the beginning of several messages,
 * return the guide that explains most of them, or else the guides for what they share; all are only
 * possible. If it may be the beginning of one message only, they are at most likely.
 */
export function readClaims(catalog: Catalog, session: Session, finding: TrackedFinding): Claim[] {
  const index = indexGuides(catalog);
  const claims = claimsOf(guidesOf(index, finding), session, finding);
  // A whole message that a guide explains is not read as the beginning of a longer one.
  if (!finding.isCut && claims.some(({ confidence }) => confidence !== 'possible')) return claims;
  const family = [...new Map(finding.family.map((chain) => [pathOf(chain), chain])).values()];
  if (family.length === 0) return claims;
  const isOne = isOneMessage(finding);
  const wholeOf = (chain: TrackedFinding['chain']): TrackedFinding => ({
    ...finding,
    chain,
    rest: null,
    isCut: false,
  });
  const votes = family.map(wholeOf).map((candidate) =>
    claimsOf(guidesOf(index, candidate), session, candidate).filter(
      // The cause may be missing, so the guide must not depend on it.
      (claim) => !isOne || claim.confidence === 'certain',
    ),
  );
  const certain = votes.filter(isCertain);
  // If all readings begin alike, they differ in the cause, and only some causes have a guide.
  const beginsAlike = family.every(([first]) => first?.entry === finding.chain[0]?.entry);
  const chosen =
    (beginsAlike && certain.length > 1 ? majorityOf(certain) : null) ?? majorityOf(votes) ?? claims;
  const confidence = isOne && !lacksCause(finding) ? 'likely' : 'possible';
  return chosen.map((claim) => ({
    ...claim,
    confidence: claim.confidence === 'certain' ? confidence : 'possible',
    causes: isOne ? possibleCauses(claim, finding.family.map(wholeOf), session) : [],
  }));
}

/**
 * Return the causes that a cut text leaves possible: the causes of the claim or, if a deciding
 * value is missing, the causes of all evidence that the whole text may match. An empty list means
 * all causes of the guide.
 */
function possibleCauses(
  { guide, causes }: Claim,
  family: readonly TrackedFinding[],
  session: Session,
): readonly string[] {
  const ends = family.flatMap(({ chain }) => chain.at(-1) ?? []);
  const undecided = guide.evidence.filter((evidence) => lacksValueFor(evidence, ends));
  if (undecided.length === 0) return causes;
  const withAnyValue = undecided.filter((evidence) => {
    const anyValue = { ...evidence, where: {}, 'where-not': {} };
    return family.some(({ chain }) => matchesEvidence(chain, anyValue));
  });
  const possible = [
    ...family.flatMap((candidate) => claimsOf([guide], session, candidate)),
    ...withAnyValue.map(({ cause }) => ({ causes: [cause ?? []].flat() })),
  ].map((one) => one.causes);
  return possible.some(({ length }) => length === 0) ? [] : [...new Set(possible.flat())];
}

/**
 * Return the claims of the guides that explain most messages, one each, or null if they explain no
 * more than half of them.
 */
function majorityOf(votes: readonly Claim[][]): Claim[] | null {
  const byGuide = new Map<CatalogGuide, Claim[]>();
  for (const claim of votes.flat())
    byGuide.set(claim.guide, [...(byGuide.get(claim.guide) ?? []), claim]);
  const most = Math.max(...[...byGuide.values()].map(({ length }) => length));
  return 2 * most > votes.length
    ? [...byGuide.values()].flatMap((found) => (found.length === most ? found.slice(0, 1) : []))
    : null;
}

/** Return whether the first guide is certain about a message. */
function isCertain(claims: readonly Claim[]): boolean {
  return claims[0]?.confidence === 'certain';
}

function pathOf(chain: readonly Link[]): string {
  return chain.map(({ entry }) => entry).join(' ');
}

const INDEXES = new WeakMap<Catalog, Map<string, CatalogGuide[]>>();

/** Index the guides by the last entry named in each piece of evidence, in catalog order. */
function indexGuides(catalog: Catalog): Map<string, CatalogGuide[]> {
  const known = INDEXES.get(catalog);
  if (known) return known;
  const index = new Map<string, CatalogGuide[]>();
  INDEXES.set(catalog, index);
  for (const guide of catalog.guides) {
    for (const entry of new Set(guide.evidence.map(lastEntryOf)))
      index.set(entry, [...(index.get(entry) ?? []), guide]);
  }
  return index;
}

/** Return the guides with evidence that ends with an entry of the chain, each once. */
function guidesOf(index: Map<string, CatalogGuide[]>, { chain }: TrackedFinding): CatalogGuide[] {
  return [...new Set(chain.flatMap(({ entry }) => index.get(entry) ?? []))];
}

/** Return the causes that one guide's evidence leaves possible for a finding, or none. */
export function causesIn(
  guide: CatalogGuide,
  session: Session,
  finding: TrackedFinding,
): readonly string[] {
  return claimsOf([guide], session, finding)[0]?.causes ?? [];
}

function claimsOf(
  guides: readonly CatalogGuide[],
  session: Session,
  finding: TrackedFinding,
): Claim[] {
  const relayed = harmlessTextIn(finding);
  const claims = guides.flatMap((guide): Claim[] => {
    const fitting = guide.evidence.flatMap((evidence): Claim[] => {
      const fits =
        reportsFault(finding) !== isAboutSequence(evidence) &&
        matchesEvidence(finding.chain, evidence) &&
        (relayed === undefined || lastEntryOf(evidence) === relayed) &&
        matchesSequence(evidence, finding, session);
      const confidence = fits ? confidenceOf(evidence, finding, session.version) : null;
      return confidence === null
        ? []
        : [
            {
              guide,
              confidence,
              named: namedLinks(evidence),
              isAboutCause: evidence.chain.at(-1) !== '..',
              fixedIn: evidence.affected === undefined ? null : fixedVersionOf(evidence.affected),
              causes: [evidence.cause ?? []].flat(),
            },
          ];
    });
    const [first, ...others] = mostCertainOf(fitting);
    if (!first) return [];
    return [
      others.reduce(
        (claim, other) => ({
          ...claim,
          named: Math.max(claim.named, other.named),
          fixedIn: claim.fixedIn ?? other.fixedIn,
          causes:
            claim.causes.length === 0 || (other.causes.length > 0 && other.named > claim.named)
              ? other.causes
              : claim.causes,
        }),
        first,
      ),
    ];
  });
  const mostCertain = mostCertainOf(claims);
  return mostCertain[0]?.confidence === 'certain' ? mostCertain : mostSpecificOf(mostCertain);
}

/** Return the claims that name most links; of these, the ones about the cause if there are any. */
function mostSpecificOf(claims: readonly Claim[]): Claim[] {
  const most = Math.max(...claims.map(({ named }) => named));
  const specific = claims.filter(({ named }) => named === most);
  const aboutCause = specific.filter(({ isAboutCause }) => isAboutCause);
  return aboutCause.length > 0 ? aboutCause : specific;
}

/**
 * Return the confidence of matching evidence, or null if it is about other versions than the log's.
 */
function confidenceOf(
  { confidence, affected }: CatalogEvidence,
  finding: TrackedFinding,
  version: string | null,
): Confidence | null {
  if (affected !== undefined && version === null) return 'possible';
  if (affected !== undefined && version !== null && !isInRange(version, affected)) return null;
  if (!finding.isCut) return confidence;
  return lacksCause(finding) ? 'possible' : confidence === 'certain' ? 'likely' : confidence;
}

function namedLinks({ chain, where }: CatalogEvidence): number {
  return chain.filter((link) => link !== '..').length + (where ? 1 : 0);
}

function mostCertainOf(claims: Claim[]): Claim[] {
  const mostCertain = CONFIDENCES.find((confidence) =>
    claims.some((claim) => claim.confidence === confidence),
  );
  return claims.filter((claim) => claim.confidence === mostCertain);
}
