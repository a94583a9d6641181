/**
 * Findings to answers: the smallest set of guides that explains what is wrong.
 *
 * 1. Each finding asks for its guides. Of these only the surest count: `possible` says nothing where another guide
 *    is certain; and of those that are not certain, the evidence that names more links.
 * 2. In three rounds, from certain to possible, the guide is taken that explains most findings still open, a graver one before a
 *    lesser one, until none explains any more. A guide that is taken keeps what it explains less surely as well, and takes the
 *    findings away that are only its consequences.
 * 3. A fault of the program itself in the version that the log names is a second explanation, listed though another guide
 *    explains the findings already: not the smallest set, but the one whose cure is an update.
 * 4. What the program does not try again once the cause is gone is a further answer behind the cause's: the guide that its entry names.
 * 5. The answers are ranked: still there before over, what ended the agent, what loses data, what is degraded, harmless; then by
 *    confidence, then by the place of the first line.
 */
import { isInOrder, isOfOrder, matchesEvidence } from './answers/evidence.ts';
import { isOver, wasAskedToStop } from './answers/state.ts';
import { fixedIn, isInRange } from './answers/version.ts';
import type { Catalog, CatalogEvidence, CatalogGuide } from './catalog.ts';
import type { TrackedFinding } from './findings/tracked.ts';
import type { Matcher } from './matcher.ts';
import type { Answer, Confidence } from './report.ts';
import type { Session } from './session.ts';

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];
const EFFECTS = ['stops', 'loses-data', 'degrades', 'harmless'] as const;

interface Claim {
  guide: CatalogGuide;
  confidence: Confidence;
  /** Links that the evidence names: of two that are not certain, the one that names more wins. */
  named: number;
  /** The version that mended the program's own fault which this is about. */
  fixedIn: string | null;
}

interface Choice {
  guide: CatalogGuide;
  confidence: Confidence;
  fixedIn: string | null;
  evidence: TrackedFinding[];
  consequences: TrackedFinding[];
  /** It is what another answer leaves to do. */
  isLeft?: true;
}

/** Choose and rank the answers. */
export function explain(matcher: Matcher, session: Session): Answer[] {
  const open = new Map<TrackedFinding, Claim[]>();
  const index = indexOf(matcher.catalog);
  for (const finding of session.findings) {
    if (wasAskedToStop(finding)) continue;
    const claims = claimsOf(guidesOf(index, finding), session, finding);
    if (isWrong(finding) || claims.length > 0) open.set(finding, claims);
  }
  const choices: Choice[] = [];
  for (const confidence of CONFIDENCES) {
    for (const choice of choices) extend(choice, open);
    for (let choice = nextChoice(open, confidence); choice; choice = nextChoice(open, confidence)) {
      choices.push(choice);
      for (const finding of choice.evidence) open.delete(finding);
      for (const finding of [...open.keys()]) {
        if (
          !isConsequence(finding, choice.guide, open.get(finding) ?? []) &&
          !wasTold(finding, choice)
        )
          continue;
        choice.consequences.push(finding);
        open.delete(finding);
      }
    }
  }
  return rank(
    [...choices, ...knownFaults(matcher, session, choices), ...leftToDo(matcher, session, choices)],
    session,
  );
}

/** Whether a finding says by itself that something is not as it should be. */
function isWrong({ isProblem, role }: TrackedFinding): boolean {
  return role !== 'info' && (isProblem || role === 'harmless');
}

/** A guide that is an answer already takes the findings that it explains less surely too: no second guide is needed for them. */
function extend(choice: Choice, open: Map<TrackedFinding, Claim[]>): void {
  for (const [finding, claims] of open) {
    if (!claims.some(({ guide }) => guide === choice.guide)) continue;
    choice.evidence.push(finding);
    open.delete(finding);
  }
}

const INDEXES = new WeakMap<Catalog, Map<string, CatalogGuide[]>>();

/** The guides by the last entry that a piece of their evidence names, in the catalog's order. */
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

/** The guides that have evidence which names an entry of the chain, each once. */
function guidesOf(index: Map<string, CatalogGuide[]>, { chain }: TrackedFinding): CatalogGuide[] {
  return [...new Set(chain.flatMap(({ entry }) => index.get(entry) ?? []))];
}

function claimsOf(
  guides: readonly CatalogGuide[],
  session: Session,
  finding: TrackedFinding,
): Claim[] {
  const claims = guides.flatMap((guide): Claim[] => {
    const contradicted = guide.contradictedBy?.some(
      (entry) => (session.lastSeen.get(entry) ?? -1) > finding.lastOrdinal,
    );
    if (contradicted) return [];
    const fitting = guide.evidence.flatMap((evidence): Claim[] => {
      const fits =
        isWrong(finding) !== isOfOrder(evidence) &&
        matchesEvidence(finding.chain, evidence) &&
        isInOrder(evidence, finding, session);
      const confidence = fits ? confidenceOf(evidence, finding, session.version) : null;
      return confidence === null
        ? []
        : [
            {
              guide,
              confidence,
              named: namedLinks(evidence),
              fixedIn: evidence.affected === undefined ? null : fixedIn(evidence.affected),
            },
          ];
    });
    const [first, ...others] = surestOf(fitting);
    if (!first) return [];
    return [
      others.reduce(
        (claim, other) => ({
          ...claim,
          named: Math.max(claim.named, other.named),
          fixedIn: claim.fixedIn ?? other.fixedIn,
        }),
        first,
      ),
    ];
  });
  const surest = surestOf(claims);
  return surest[0]?.confidence === 'certain'
    ? surest
    : surest.filter(({ named }) => named === Math.max(...surest.map((claim) => claim.named)));
}

/** How sure a piece of evidence that fits is here, or null where the log's version is not one of those that it speaks of. */
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

/** It was cut off before the cause that its message ends with. */
function lacksCause({ rest, entries }: TrackedFinding): boolean {
  return (
    rest === null &&
    entries.at(-1)?.templates.every(({ text }) => text.includes('{cause}')) === true
  );
}

function namedLinks({ chain, where }: CatalogEvidence): number {
  return chain.filter((link) => link !== '..').length + (where ? 1 : 0);
}

function surestOf(claims: Claim[]): Claim[] {
  const surest = CONFIDENCES.find((confidence) =>
    claims.some((claim) => claim.confidence === confidence),
  );
  return claims.filter((claim) => claim.confidence === surest);
}

/** Guides about a fault of the program in the log's own version, of findings that other guides explain. */
function knownFaults(matcher: Matcher, session: Session, choices: Choice[]): Choice[] {
  const { version } = session;
  if (version === null) return [];
  const explained = choices.flatMap(({ evidence }) => evidence).filter(isWrong);
  return matcher.catalog.guides.flatMap((guide): Choice[] => {
    if (choices.some((choice) => choice.guide === guide)) return [];
    const faults = guide.evidence.filter(
      (candidate) =>
        !isOfOrder(candidate) &&
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
        guide,
        confidence: 'possible',
        fixedIn: fixedIn(fault.affected),
        evidence,
        consequences: [],
      },
    ];
  });
}

/** What is still to do when the cause of a finding is gone, as sure as the answer that explains it. */
function leftToDo({ catalog }: Matcher, session: Session, choices: readonly Choice[]): Choice[] {
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
          guide,
          confidence,
          fixedIn: null,
          evidence: [finding],
          consequences: [],
          isLeft: true,
        });
    }
  }
  return [...left.values()];
}

function nextChoice(open: Map<TrackedFinding, Claim[]>, confidence: Confidence): Choice | null {
  const choices = new Map<string, Choice>();
  for (const [finding, claims] of open) {
    for (const claim of claims) {
      if (claim.confidence !== confidence) continue;
      const choice = choices.get(claim.guide.id) ?? {
        guide: claim.guide,
        confidence,
        fixedIn: claim.fixedIn,
        evidence: [],
        consequences: [],
      };
      choice.evidence.push(finding);
      choices.set(claim.guide.id, choice);
    }
  }
  const order = [...choices.values()].sort(
    (a, b) =>
      b.evidence.length - a.evidence.length ||
      EFFECTS.indexOf(a.guide.effect) - EFFECTS.indexOf(b.guide.effect) ||
      a.guide.order - b.guide.order,
  );
  return order[0] ?? null;
}

/** A finding is a guide's consequence if it begins with an entry that the guide explains away, and no guide is certain of it. */
function isConsequence(finding: TrackedFinding, guide: CatalogGuide, claims: Claim[]): boolean {
  const [first] = finding.entries;
  return (
    first !== undefined &&
    guide.explainsAway?.includes(first.id) === true &&
    !claims.some(({ confidence }) => confidence === 'certain')
  );
}

/** It was cut off before its cause, and what told that before it is explained. */
function wasTold(finding: TrackedFinding, { evidence }: Choice): boolean {
  const told = finding.entries[0]?.toldBy;
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
  const ranked = choices.map((choice) => {
    const ongoing = choice.evidence.some((finding) => !isOver(finding, session));
    const answer = {
      guide: choice.guide.id,
      confidence: choice.confidence,
      state: ongoing ? ('ongoing' as const) : ('recovered' as const),
      evidence: choice.evidence.map(({ index }) => index),
      consequences: choice.consequences.map(({ index }) => index),
      fixedIn: choice.fixedIn,
    };
    return {
      answer,
      gravity: gravityOf(choice),
      isLeft: choice.isLeft === true,
      first: Math.min(...choice.evidence.map(({ firstOrdinal }) => firstOrdinal)),
      order: choice.guide.order,
    };
  });
  const stateRank = { ongoing: 0, unknown: 1, recovered: 2 };
  ranked.sort(
    (a, b) =>
      stateRank[a.answer.state] - stateRank[b.answer.state] ||
      a.gravity - b.gravity ||
      Number(a.isLeft) - Number(b.isLeft) ||
      CONFIDENCES.indexOf(a.answer.confidence) - CONFIDENCES.indexOf(b.answer.confidence) ||
      a.first - b.first ||
      a.order - b.order,
  );
  return ranked.map(({ answer }) => answer);
}

/** How grave an answer is in this log: a guide whose fault can stop the agent did not stop it where no line says so. */
function gravityOf({ guide, evidence, consequences }: Choice): number {
  const findings = [...evidence, ...consequences];
  if (findings.some(({ ends }) => ends !== null)) return 0;
  const holdsBack = findings.some(({ entries }) =>
    entries.some((entry) => entry.holdsBack !== undefined),
  );
  if (holdsBack || guide.effect === 'loses-data') return 1;
  return guide.effect === 'stops' ? 1.5 : EFFECTS.indexOf(guide.effect);
}
