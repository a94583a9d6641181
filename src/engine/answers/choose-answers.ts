/**
 * From findings to answers: the smallest set of guides that explains what is wrong.
 *
 * 1. Each finding names its candidate guides (claims.ts). Only the most certain ones count:
 *    `possible` is ignored if another guide is certain, and among those that are not certain, the
 *    evidence that names more links wins.
 * 2. In three rounds, from certain to possible, choose the guide that explains most of the
 *    remaining findings (on a tie, the graver one) until no guide explains any. A chosen guide also
 *    takes the findings that it explains with less confidence, and those that are only its
 *    consequences.
 * 3. If the log's version of the program has a known bug, the guide about it is listed too, even if
 *    another guide explains the findings, because an update fixes it.
 * 4. Work that has to be done by hand once the cause is fixed, because the program does not retry
 *    it, is a further answer after the one for the cause.
 * 5. Rank the answers (rank-answers.ts): ongoing before recovered; then by effect: stopped the
 *    program, loses data, degrades, minor, harmless; then by confidence, then by first line.
 *
 * If nothing explains a short paste, guess-answers.ts reads its messages without their context.
 */
import type { CatalogEvidence } from '../../model/catalog.ts';
import { CONFIDENCES, type Answer, type Confidence } from '../../model/report.ts';
import { lacksCause } from '../findings/breaks-off.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Session } from '../session.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { compareGuides, makeChoice, type Choice } from './choice.ts';
import { causesIn, readClaims, type Claim } from './claims.ts';
import { isAboutSequence, matchesEvidence } from './evidence.ts';
import { isOver, reportsFault, wasAskedToStop } from './finding-state.ts';
import { guessAnswers } from './guess-answers.ts';
import { rankAnswers } from './rank-answers.ts';
import { fixedVersionOf, isInRange } from './version.ts';

/** Choose and rank the answers. */
export function chooseAnswers(matcher: ProductMatcher, session: Session): Answer[] {
  const choices = choicesFor(matcher, session);
  return rankAnswers(
    choices.length === 0 && session.isShort ? guessAnswers(matcher, session) : choices,
    session,
  );
}

function choicesFor(matcher: ProductMatcher, session: Session): Choice[] {
  const open = new Map<TrackedFinding, Claim[]>();
  for (const finding of session.findings) {
    if (wasAskedToStop(finding)) continue;
    const claims = session.repetitions.has(finding)
      ? []
      : readClaims(matcher.catalog, session, finding);
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
          !isReportedEarlier(finding, choice) &&
          !repeatsEvidence(finding, choice, session)
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
 * Add the findings that an answer explains with less confidence, so that they need no second guide.
 */
function addLessCertain(choice: Choice, open: Map<TrackedFinding, Claim[]>): void {
  for (const [finding, claims] of open) {
    const chosen = claims.filter(({ guide }) => guide === choice.guide);
    if (chosen.length === 0) continue;
    choice.evidence.push(finding);
    // A merely possible claim adds no causes: its cause is probably the one that the others prove.
    const likely = chosen.find(({ confidence }) => confidence === 'likely');
    if (likely) choice.causes.set(finding, likely.causes);
    open.delete(finding);
  }
}

/**
 * Return the guides about bugs of the program in the log's version, for findings that other guides
 * explain.
 */
function knownFaults(matcher: ProductMatcher, session: Session, choices: Choice[]): Choice[] {
  const { version } = session;
  if (version === null) return [];
  const explained = choices.flatMap(({ evidence }) => evidence).filter(reportsFault);
  return matcher.guidesOnVersions.flatMap((guide): Choice[] => {
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
 * answer that explains the finding. Skip the work if the explaining guide's evidence covers it.
 */
function remainingWork(
  { catalog }: ProductMatcher,
  session: Session,
  choices: readonly Choice[],
): Choice[] {
  const left = new Map<string, Choice>();
  for (const { guide: explaining, evidence, confidence } of choices) {
    for (const finding of evidence) {
      const leaves = finding.entries[0]?.leaves;
      const guide =
        leaves === undefined ? undefined : catalog.guides.find(({ id }) => id === leaves);
      if (!guide || choices.some((choice) => choice.guide === guide) || isOver(finding, session))
        continue;
      if (explaining.evidence.some((one) => isAboutWork(one, finding))) continue;
      const choice = left.get(guide.id) ?? {
        ...makeChoice(guide, confidence, null),
        isRemainingWork: true,
      };
      choice.evidence.push(finding);
      choice.causes.set(finding, causesIn(guide, session, finding));
      left.set(guide.id, choice);
    }
  }
  return [...left.values()];
}

function isAboutWork(evidence: CatalogEvidence, { chain }: TrackedFinding): boolean {
  return evidence.chain[0] === chain[0]?.entry && matchesEvidence(chain, evidence);
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
    const [value, otherValue] = [finding, other].map(({ chain }) => chain[0]?.captures[name]?.[0]);
    return value === undefined || otherValue === undefined || value === otherValue;
  });
}

/** Return whether a record was cut off, but repeats a finding of this choice. */
function repeatsEvidence(
  finding: TrackedFinding,
  { evidence }: Choice,
  { repetitions }: Session,
): boolean {
  const whole = repetitions.get(finding);
  return whole !== undefined && evidence.includes(whole);
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
