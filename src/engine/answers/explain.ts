/**
 * From findings to answers: the smallest set of guides that explains what is wrong.
 *
 * 1. Each finding names its candidate guides. Only the most certain ones count: `possible` is
 *    ignored if another guide is certain, and among those that are not certain, the evidence that
 *    names more links wins.
 * 2. In three rounds, from certain to possible, choose the guide that explains most of the
 *    remaining findings (on a tie, the graver one) until no guide explains any. A chosen guide also
 *    takes the findings that it explains with less confidence, and those that are only its
 *    consequences.
 * 3. If the log's version of the program has a known fault, that is listed too, even if another
 *    guide explains the findings, because an update fixes it.
 * 4. Work that has to be done by hand once the cause is fixed, because the program does not retry
 *    it, is a further answer after the one for the cause.
 * 5. Rank the answers: ongoing before recovered; then by effect: stopped the program, loses data,
 *    degrades, minor, harmless; then by confidence, then by first line.
 */
import { matchesSequence, isAboutSequence, matchesEvidence } from './evidence.ts';
import { causesOfLast, guidesForEntries } from './guides-for-entries.ts';
import { hasRestarted, isOver, isSuperseded, wasAskedToStop } from './finding-state.ts';
import { fixedVersionOf, isInRange } from './version.ts';
import type { Catalog, CatalogEvidence, CatalogGuide } from '../../model/catalog.ts';
import { isOneMessage, lacksCause } from '../findings/breaks-off.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { Answer, Confidence, Link } from '../../model/report.ts';
import type { Session } from '../session.ts';

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];
const EFFECTS = ['stops', 'loses-data', 'degrades', 'minor', 'harmless'] as const;

interface Claim {
  guide: CatalogGuide;
  confidence: Confidence;
  /**
   * Number of links that the evidence names. Of two uncertain claims, the one that names more wins,
   * of two guides that are certain about equally many findings as well.
   */
  named: number;
  /** Whether it names the last link, the cause, and not only what that made fail. */
  isAboutCause: boolean;
  /** The version that fixed the program's own fault described by the guide, or null. */
  fixedIn: string | null;
  /** The causes that its evidence leaves possible, or none if it names no cause. */
  causes: readonly string[];
}

interface Choice {
  guide: CatalogGuide;
  confidence: Confidence;
  fixedIn: string | null;
  evidence: TrackedFinding[];
  /** The causes that a piece of evidence leaves possible, unless it names none. */
  causes: Map<TrackedFinding, readonly string[]>;
  consequences: TrackedFinding[];
  /** Whether it is work that remains once another answer has fixed the cause. */
  isRemainingWork?: true;
}

/** Choose and rank the answers. */
export function chooseAnswers(matcher: ProductMatcher, session: Session): Answer[] {
  const choices = choicesFor(matcher, session);
  return rank(
    choices.length === 0 && session.isShort ? guessAnswers(matcher, session) : choices,
    session,
  );
}

/**
 * Return the guides for messages of a short paste that match no evidence, because the lines around
 * them are missing.
 */
function guessAnswers(matcher: ProductMatcher, session: Session): Choice[] {
  const choices = new Map<string, Choice>();
  for (const finding of session.findings) {
    if (!finding.isProblem || !reportsFault(finding) || wasAskedToStop(finding)) continue;
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
  const [best] = guidesForEntries(matcher, ownLinks(finding));
  return matcher.catalog.guides.find(({ id }) => id === best);
}

/** Return the links outside text of other programs. */
function ownLinks({ chain }: TrackedFinding): Link[] {
  return chain.filter(({ foreign }) => !foreign);
}

/** Compare guides by how grave their faults are, then by their order. */
function compareGuides(a: CatalogGuide, b: CatalogGuide): number {
  return EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || a.order - b.order;
}

function makeChoice(guide: CatalogGuide, confidence: Confidence, fixedIn: string | null): Choice {
  return { guide, confidence, fixedIn, evidence: [], causes: new Map(), consequences: [] };
}

function choicesFor(matcher: ProductMatcher, session: Session): Choice[] {
  const open = new Map<TrackedFinding, Claim[]>();
  const index = indexOf(matcher.catalog);
  for (const finding of session.findings) {
    if (wasAskedToStop(finding)) continue;
    const claims = readClaims(index, session, finding);
    if (reportsFault(finding) || claims.length > 0) open.set(finding, claims);
  }
  const choices: Choice[] = [];
  for (const confidence of CONFIDENCES) {
    for (const choice of choices) addLessCertain(choice, open);
    for (let choice = nextChoice(open, confidence); choice; choice = nextChoice(open, confidence)) {
      choices.push(choice);
      for (const finding of choice.evidence) open.delete(finding);
      for (const finding of [...open.keys()]) {
        if (
          !isConsequence(finding, choice, open.get(finding) ?? []) &&
          !isReportedEarlier(finding, choice)
        )
          continue;
        choice.consequences.push(finding);
        open.delete(finding);
      }
    }
  }
  return [
    ...choices,
    ...knownFaults(matcher, session, choices),
    ...remainingWork(matcher, session, choices),
  ];
}

/**
 * Return the guides that explain a finding. For a cut text, which may be one of several messages,
 * take the guide that explains most of them, or else the guides for what they share. Both are only
 * possible.
 */
function readClaims(
  index: Map<string, CatalogGuide[]>,
  session: Session,
  finding: TrackedFinding,
): Claim[] {
  const claims = claimsOf(guidesOf(index, finding), session, finding);
  // A whole message that a guide explains is not read as the beginning of a longer one.
  if (!finding.isCut && claims.some(({ confidence }) => confidence !== 'possible')) return claims;
  const family = [...new Map(finding.family.map((chain) => [pathOf(chain), chain])).values()];
  if (family.length === 0) return claims;
  const isOne = isOneMessage(finding);
  const votes = family.map((chain) => {
    const candidate = { ...finding, chain, rest: null, isCut: false };
    return claimsOf(guidesOf(index, candidate), session, candidate).filter(
      // If only the cause may be missing, the guide must not depend on that cause.
      (claim) => !isOne || claim.confidence === 'certain',
    );
  });
  const certain = votes.filter(isCertain);
  // Of a text whose beginning is known, only some causes have a guide.
  const beginsAlike = family.every(([first]) => first?.entry === finding.chain[0]?.entry);
  const chosen =
    (beginsAlike && certain.length > 1 ? majorityOf(certain) : null) ?? majorityOf(votes) ?? claims;
  const confidence = isOne && !lacksCause(finding) ? 'likely' : 'possible';
  return chosen.map((claim) => ({
    ...claim,
    confidence: claim.confidence === 'certain' ? confidence : 'possible',
    causes: isOne && !isValueMissing(claim.guide, finding.family) ? claim.causes : [],
  }));
}

/** Return whether the value by which a guide tells its causes apart is cut off. */
function isValueMissing({ evidence }: CatalogGuide, family: readonly Link[][]): boolean {
  const ends = family.flatMap((chain) => chain.at(-1) ?? []);
  return evidence.some(({ chain, where = {} }) =>
    ends.some(
      ({ entry, captures }) =>
        entry === chain.at(-1) && Object.keys(where).some((hole) => captures[hole]?.length === 0),
    ),
  );
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

/** Return whether a guide is certain about a message: others hardly follow what is known. */
function isCertain(claims: readonly Claim[]): boolean {
  return claims[0]?.confidence === 'certain';
}

function pathOf(chain: readonly Link[]): string {
  return chain.map(({ entry }) => entry).join(' ');
}

/** Return whether a finding by itself reports that something is wrong. */
function reportsFault({ isProblem, role }: TrackedFinding): boolean {
  return role !== 'info' && (isProblem || role === 'harmless');
}

/**
 * Add the findings that an answer explains with less confidence, so that they need no second guide.
 */
function addLessCertain(choice: Choice, open: Map<TrackedFinding, Claim[]>): void {
  for (const [finding, claims] of open) {
    if (!claims.some(({ guide }) => guide === choice.guide)) continue;
    choice.evidence.push(finding);
    open.delete(finding);
  }
}

const INDEXES = new WeakMap<Catalog, Map<string, CatalogGuide[]>>();

/** Index the guides by the last entry named in each piece of evidence, in catalog order. */
function indexOf(catalog: Catalog): Map<string, CatalogGuide[]> {
  const known = INDEXES.get(catalog);
  if (known) return known;
  const index = new Map<string, CatalogGuide[]>();
  INDEXES.set(catalog, index);
  for (const guide of catalog.guides) {
    for (const entry of new Set(
      guide.evidence.map(({ chain }) => chain.findLast((link) => link !== '..') ?? ''),
    ))
      index.set(entry, [...(index.get(entry) ?? []), guide]);
  }
  return index;
}

/** Return the guides with evidence that ends with an entry of the chain, each once. */
function guidesOf(index: Map<string, CatalogGuide[]>, { chain }: TrackedFinding): CatalogGuide[] {
  return [...new Set(chain.flatMap(({ entry }) => index.get(entry) ?? []))];
}

function claimsOf(
  guides: readonly CatalogGuide[],
  session: Session,
  finding: TrackedFinding,
): Claim[] {
  const claims = guides.flatMap((guide): Claim[] => {
    const contradicted = guide['contradicted-by']?.some(
      (entry) => (session.lastSeen.get(entry) ?? -1) > finding.lastOrdinal,
    );
    if (contradicted) return [];
    const fitting = guide.evidence.flatMap((evidence): Claim[] => {
      const fits =
        reportsFault(finding) !== isAboutSequence(evidence) &&
        matchesEvidence(finding.chain, evidence) &&
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

/**
 * Return the guides on a fault of the program in the log's version, for findings that other guides
 * explain.
 */
function knownFaults(matcher: ProductMatcher, session: Session, choices: Choice[]): Choice[] {
  const { version } = session;
  if (version === null) return [];
  const explained = choices.flatMap(({ evidence }) => evidence).filter(reportsFault);
  return matcher.catalog.guides.flatMap((guide): Choice[] => {
    if (choices.some((choice) => choice.guide === guide)) return [];
    const faults = guide.evidence.filter(
      (candidate) =>
        !isAboutSequence(candidate) &&
        candidate.affected !== undefined &&
        isInRange(version, candidate.affected),
    );
    const fault = faults.find((candidate) =>
      explained.some(({ chain }) => matchesEvidence(chain, candidate)),
    );
    if (fault?.affected === undefined) return [];
    const evidence = explained.filter(({ chain }) =>
      faults.some((candidate) => matchesEvidence(chain, candidate)),
    );
    return [
      {
        ...makeChoice(guide, 'possible', fixedVersionOf(fault.affected)),
        evidence,
        causes: new Map(evidence.map((finding) => [finding, [fault.cause ?? []].flat()])),
      },
    ];
  });
}

/**
 * Return the work that remains once the cause of a finding is fixed, with the confidence of the
 * answer that explains the finding.
 */
function remainingWork(
  { catalog }: ProductMatcher,
  session: Session,
  choices: readonly Choice[],
): Choice[] {
  const left = new Map<string, Choice>();
  for (const { evidence, confidence } of choices) {
    for (const finding of evidence) {
      const leaves = finding.entries[0]?.leaves;
      const guide =
        leaves === undefined ? undefined : catalog.guides.find(({ id }) => id === leaves);
      if (!guide || choices.some((choice) => choice.guide === guide) || isOver(finding, session))
        continue;
      const known = left.get(guide.id);
      if (known) known.evidence.push(finding);
      else
        left.set(guide.id, {
          ...makeChoice(guide, confidence, null),
          evidence: [finding],
          isRemainingWork: true,
        });
    }
  }
  return [...left.values()];
}

function nextChoice(open: Map<TrackedFinding, Claim[]>, confidence: Confidence): Choice | null {
  const choices = new Map<string, Choice>();
  const named = new Map<Choice, number>();
  for (const [finding, claims] of open) {
    for (const claim of claims) {
      if (claim.confidence !== confidence) continue;
      const choice =
        choices.get(claim.guide.id) ?? makeChoice(claim.guide, confidence, claim.fixedIn);
      choice.evidence.push(finding);
      choice.causes.set(finding, claim.causes);
      named.set(choice, Math.max(named.get(choice) ?? 0, claim.named));
      choices.set(claim.guide.id, choice);
    }
  }
  const order = [...choices.values()].sort(
    (a, b) =>
      b.evidence.length - a.evidence.length ||
      (named.get(b) ?? 0) - (named.get(a) ?? 0) ||
      compareGuides(a.guide, b.guide),
  );
  return order[0] ?? null;
}

/**
 * Return whether a finding follows from a chosen guide's fault: it begins with an entry that the
 * guide explains away, is not about another plugin or check than the evidence, and no guide is
 * certain about it.
 */
function isConsequence(
  finding: TrackedFinding,
  { guide, evidence }: Choice,
  claims: Claim[],
): boolean {
  const [first] = finding.entries;
  return (
    first !== undefined &&
    guide['explains-away']?.includes(first.id) === true &&
    !claims.some(({ confidence }) => confidence === 'certain') &&
    evidence.some((other) => isAboutSame(finding, other))
  );
}

/** Return whether two findings have no key whose values differ. */
function isAboutSame(finding: TrackedFinding, other: TrackedFinding): boolean {
  const keys = Object.entries(finding.entries[0]?.holes ?? {}).filter(([, { key }]) => key);
  return keys.every(([name]) => {
    const [own, others] = [finding, other].map(({ chain }) => chain[0]?.captures[name]?.[0]);
    return own === undefined || others === undefined || own === others;
  });
}

/**
 * Return whether a record was truncated before its cause, but an earlier finding of this choice
 * reported that cause.
 */
function isReportedEarlier(finding: TrackedFinding, { evidence }: Choice): boolean {
  const told = finding.entries[0]?.['told-by'];
  return (
    told !== undefined &&
    finding.isCut &&
    lacksCause(finding) &&
    evidence.some(
      ({ entries, firstOrdinal }) => entries[0]?.id === told && firstOrdinal < finding.firstOrdinal,
    )
  );
}

function rank(choices: Choice[], session: Session): Answer[] {
  const ranked = choices.map((made) => {
    const choice = withoutSuperseded(made, session);
    const open = choice.evidence.filter((finding) => !isOver(finding, session));
    const causesByFinding = choice.evidence.map((finding) => leftCauses(finding, choice, session));
    const answer = {
      guide: choice.guide.id,
      confidence: session.recognition.isLikely ? ('possible' as const) : choice.confidence,
      isMinor: isMinor(choice),
      causes: combineCauses(causesByFinding),
      causesByFinding,
      state: stateOf(open, session),
      evidence: choice.evidence.map(({ index }) => index),
      consequences: choice.consequences.map(({ index }) => index),
      fixedIn: choice.fixedIn,
    };
    return {
      answer,
      gravity: gravityOf(choice),
      isRemainingWork: choice.isRemainingWork === true,
      first: Math.min(...choice.evidence.map(({ firstOrdinal }) => firstOrdinal)),
      order: choice.guide.order,
    };
  });
  const stateRank = { ongoing: 0, unknown: 1, recovered: 2 };
  ranked.sort(
    (a, b) =>
      stateRank[a.answer.state] - stateRank[b.answer.state] ||
      a.gravity - b.gravity ||
      Number(a.isRemainingWork) - Number(b.isRemainingWork) ||
      CONFIDENCES.indexOf(a.answer.confidence) - CONFIDENCES.indexOf(b.answer.confidence) ||
      a.first - b.first ||
      a.order - b.order,
  );
  return ranked.map(({ answer }) => answer);
}

/** Leave out what made only earlier starts fail, unless there is nothing else. */
function withoutSuperseded(choice: Choice, session: Session): Choice {
  const current = choice.evidence.filter((finding) => !isSuperseded(finding, session));
  return current.length === 0 ? choice : { ...choice, evidence: current };
}

/**
 * Return the state of a fault by its findings that are not over: unknown if after each of them the
 * program has been started again, because it may exit again, or exited for another reason.
 */
function stateOf(open: readonly TrackedFinding[], session: Session): Answer['state'] {
  if (open.length === 0) return 'recovered';
  return open.every((finding) => hasRestarted(finding, session) || isSuperseded(finding, session))
    ? 'unknown'
    : 'ongoing';
}

/**
 * List the causes that a piece of evidence leaves possible and no other message of the log rules
 * out.
 */
function leftCauses(
  finding: TrackedFinding,
  { guide, causes }: Choice,
  { lastSeen }: Session,
): string[] {
  const named = causes.get(finding) ?? [];
  const left = named.filter(
    (cause) => !guide['rules-out']?.[cause]?.some((entry) => lastSeen.has(entry)),
  );
  return left.length > 0 ? left : [...named];
}

/**
 * Combine the causes of findings: those that one of them proves, then those that the others leave
 * possible: the ones that they share or, if there are none, all.
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
 * Return whether all of the evidence costs no values and no check results. A cause that can cost
 * more, such as an expired certificate, hardly stays with one kind of request.
 */
function isMinor({ guide, evidence }: Choice): boolean {
  const canCostMore = guide.effect === 'stops' || guide.effect === 'loses-data';
  return !canCostMore && evidence.every(({ entries }) => entries[0]?.minor === true);
}

/**
 * Return the gravity of an answer in this log, 0 for the worst. A fault that can stop the program
 * counts as one that did only if a line says so.
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
