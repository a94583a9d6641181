/**
 * Compare two logs of one program, taken before and after a fix.
 *
 * Lines of the second log from before the first one's end are ignored: such an overlap nearly
 * always repeats the fault. An answer that does not reappear is gone only with proof: a line that
 * the program prints once it works again or, while the program runs, a silence longer than the
 * message's period. Otherwise it is quiet, and the reader learns what to wait for.
 */
import {
  addSecondsTo,
  timeSpanOf,
  type Answer,
  type Catalog,
  type CatalogEntry,
  type CatalogProduct,
  type Finding,
  type Link,
} from '../engine/index.ts';
import { isChecked } from './is-fully-checked.ts';
import type { ValueChange, ComparedAnswer, Comparison } from './comparison.ts';
import type { Inspection, InspectedReport, PasteKind } from '../model/inspection.ts';

/** Compare two reports. The later log must have been read with the first one's end as `since`. */
export function compareReports(
  before: InspectedReport,
  after: InspectedReport,
  catalog: Catalog,
): Comparison {
  const product = catalog.products.find(({ id }) => id === after.product);
  const entries = new Map(catalog.entries.map((entry) => [entry.id, entry]));
  const order = orderOf(before, after);
  const recent = order === 'whole' ? after.findings : after.findings.filter(isRecent);
  const pair: Pair = { before, after, product, entries, order, recent };
  const host = product?.host;
  const [hostId, hostName] = host
    ? [changed(pair, host.entry, host.id), changed(pair, host.entry, host.name)]
    : [null, null];
  const refusal = hostId && hostName ? 'other-host' : refusalOf(pair);
  const entry = product?.milestones.started;
  const started = entry === undefined ? null : lastOf(pair, [entry]);
  const answers = refusal === null ? answersOf(contextOf(pair, started)) : [];
  const unknown = refusal === null ? unknownOf(pair) : 0;
  return {
    refusal,
    before: before.span,
    after: after.span,
    order: pair.order,
    answers,
    unknown,
    started,
    hostId,
    hostName,
    version:
      before.version !== null && after.version !== null && before.version !== after.version
        ? { before: before.version, after: after.version }
        : null,
    outcome: outcomeOf(answers, unknown, after),
  };
}

interface Pair {
  before: InspectedReport;
  after: InspectedReport;
  product: CatalogProduct | undefined;
  entries: ReadonlyMap<string, CatalogEntry>;
  order: Comparison['order'];
  /** Findings of the second log with lines after the first one's end. */
  recent: readonly Finding[];
}

/**
 * The data that each answer is compared with. It is computed once, because a log may have
 * thousands of findings.
 */
interface Context extends Pair {
  /** When the program last completed a start after the first log's end. */
  started: string | null;
  isRunning: boolean;
  /** Identities of the first log's findings. */
  known: ReadonlySet<string>;
  /** Ids of the entries of recent lines. */
  printed: ReadonlySet<string>;
}

function contextOf(pair: Pair, started: string | null): Context {
  const links = pair.recent.flatMap(({ chain }) => chain.filter(({ foreign }) => !foreign));
  return {
    ...pair,
    started,
    isRunning: isRunning(pair, started),
    known: identitiesOf(pair.before.findings, pair),
    printed: new Set(links.map(({ entry }) => entry)),
  };
}

function orderOf(
  { span: { to } }: InspectedReport,
  { span: { from } }: InspectedReport,
): Comparison['order'] {
  if (to === null || from === null) return 'whole';
  return from > to ? 'gap' : 'overlap';
}

function refusalOf({ before, after, order }: Pair): Comparison['refusal'] {
  if (after.status === 'unrecognised' && after.inspections.length === 0) return 'unrecognised';
  return order !== 'whole' && (after.span.to ?? '') <= (before.span.to ?? '') ? 'not-newer' : null;
}

function answersOf(pair: Context): ComparedAnswer[] {
  const { before, after } = pair;
  const open = before.answers.filter(
    (answer) => answer.state !== 'recovered' && matters(answer, before),
  );
  const known = new Set(open.map(({ guide }) => guide));
  return [
    ...open.map((answer) => compareAnswer(answer, pair)),
    ...after.answers
      .filter(
        (answer) => !known.has(answer.guide) && matters(answer, after) && isFresh(answer, pair),
      )
      .map(({ guide, evidence }): ComparedAnswer => ({
        guide,
        change: 'new',
        last: timeSpanOf(newer(pair, pick(evidence, after))).to,
        differs: false,
        because: null,
        until: null,
      })),
  ];
}

/** Return whether an answer is about more than harmless findings. */
function matters({ evidence }: Answer, report: InspectedReport): boolean {
  return evidence.length === 0 || pick(evidence, report).some(({ role }) => role !== 'harmless');
}

/**
 * Return whether an answer that only the second log has is about a new fault: an ongoing one, with
 * recent findings that the first log does not have.
 */
function isFresh({ evidence, state }: Answer, pair: Context): boolean {
  if (evidence.length === 0)
    return (
      !pair.before.inspections.some(({ kind }) => kind === 'config') ||
      pair.after.inspections.length > 0
    );
  return (
    state !== 'recovered' &&
    newer(pair, pick(evidence, pair.after)).some(
      (finding) => !pair.known.has(identity(finding, pair)),
    )
  );
}

function compareAnswer({ guide, evidence }: Answer, pair: Context): ComparedAnswer {
  const { before, after } = pair;
  const again = after.answers.find((answer) => answer.guide === guide);
  const result = (
    change: ComparedAnswer['change'],
    because: ComparedAnswer['because'],
    last: string | null,
    differs = false,
  ): ComparedAnswer => ({ guide, change, last, differs, because, until: null });
  if (evidence.length === 0 && again) return result('still', null, null);
  const kinds = shownBy(guide, before).filter(
    (kind) => evidence.length === 0 || (kind === 'configtest' && before.kind === kind),
  );
  const isFixed =
    !again &&
    kinds.length > 0 &&
    kinds.every((kind) =>
      after.inspections.some(
        (inspection) =>
          inspection.kind === kind &&
          (!hasFault(inspection, guide) || answersAgain(inspection, before)),
      ),
    );
  // A valid file takes effect only once the program has read it.
  if (isFixed)
    return result(
      'gone',
      kinds.some((kind) => kind === 'config' || kind === 'configtest') ? 'restart' : null,
      null,
    );
  if (evidence.length === 0) return result('quiet', 'not-shown', null);
  const first = pick(evidence, before);
  const wanted = identitiesOf(first, pair);
  const same = pair.recent.filter((finding) => wanted.has(identity(finding, pair)));
  const other = again ? newer(pair, pick(again.evidence, after)) : [];
  const seen = [...same, ...other];
  const last = timeSpanOf(seen.length > 0 ? seen : first).to;
  if (seen.length > 0)
    return again?.state === 'recovered'
      ? result('gone', null, last)
      : result('still', null, last, same.length === 0);
  if (after.findings.length === 0) return result('quiet', 'not-shown', last);
  const doubts = first.map((finding) => doubtOf(finding, pair)).filter((doubt) => doubt !== null);
  const [doubt] = doubts.sort((a, b) => (b.until ?? '').localeCompare(a.until ?? ''));
  return doubt === undefined
    ? result('gone', null, last)
    : { ...result('quiet', doubt.because, last), until: doubt.until };
}

/**
 * Return the kinds of inspection that showed an answer's fault; repeating them can prove that it is
 * gone.
 */
function shownBy(guide: string, { inspections }: InspectedReport): PasteKind[] {
  return inspections.filter((inspection) => hasFault(inspection, guide)).map(({ kind }) => kind);
}

function hasFault(inspection: Inspection, guide: string): boolean {
  if (inspection.kind === 'config')
    return !isChecked(inspection) || inspection.problems.some((problem) => problem.guide === guide);
  if (inspection.kind === 'df') return inspection.errors.length > 0 || inspection.unit === 'other';
  return inspection.kind === 'probe'
    ? inspection.case !== 'good'
    : inspection.kind === 'configtest' && !inspection.passed;
}

/**
 * Return whether the backend answers now but did not before. A response that rejects a wrong or
 * missing key counts as an answer.
 */
function answersAgain(inspection: Inspection, { inspections }: InspectedReport): boolean {
  return (
    inspection.kind === 'probe' &&
    inspection.case === 'unauthorized' &&
    inspections.every((other) => other.kind !== 'probe' || other.status === null)
  );
}

/** Return why nothing proves that a finding of the first log is over; null if something does. */
function doubtOf(
  { chain }: Finding,
  pair: Context,
): Pick<ComparedAnswer, 'because' | 'until'> | null {
  const entries = chain.flatMap((link) =>
    link.foreign ? [] : (pair.entries.get(link.entry) ?? []),
  );
  const { starting, started } = pair.product?.milestones ?? {};
  const proofs = entries.flatMap(({ 'over-after': overAfter = [], 'at-start': atStart, ends }) => [
    ...overAfter,
    ...(atStart ? [starting] : []),
    ...(ends === 'program' ? [started] : []),
  ]);
  if (proofs.some((entry) => entry !== undefined && pair.printed.has(entry))) return null;
  if (!pair.isRunning) return { because: 'not-running', until: null };
  const period = entries.find(({ repeats }) => repeats !== undefined)?.repeats;
  if (period === undefined) return { because: 'no-period', until: null };
  const from = silentFrom(pair);
  if (from === null || pair.after.span.to === null) return { because: 'no-times', until: null };
  const until = addSecondsTo(from, period);
  return pair.after.span.to > until ? null : { because: 'short', until };
}

/** Return whether the program runs at the end of the second log; a stopped one is silent too. */
function isRunning(pair: Pair, started: string | null): boolean {
  const { before, after, product } = pair;
  if (after.exited || (before.exited && started === null)) return false;
  const stopped = lastOf(pair, product?.milestones.stopping ?? []);
  return stopped === null || (started !== null && started >= stopped);
}

/**
 * Return when the silence began: the latest of the first log's end, the second log's beginning and
 * the program's start.
 */
function silentFrom({ before, after, started, order }: Context): string | null {
  return (
    [after.span.from, started, ...(order === 'whole' ? [] : [before.span.to])]
      .flatMap((time) => time ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function outcomeOf(
  answers: ComparedAnswer[],
  unknown: number,
  { status }: InspectedReport,
): Comparison['outcome'] {
  const has = (change: ComparedAnswer['change']): boolean =>
    answers.some((answer) => answer.change === change);
  if (has('still')) return 'still';
  if (has('new') || unknown > 0) return 'other';
  if (has('quiet')) return 'open';
  if (!has('gone')) return 'none';
  return status === 'action-needed' ? 'other' : 'worked';
}

function newer({ order }: Pair, findings: Finding[]): Finding[] {
  return order === 'whole' ? findings : findings.filter(isRecent);
}

function isRecent({ newer: count = 0 }: Finding): boolean {
  return count > 0;
}

function unknownOf({ before, after, order }: Pair): number {
  const known = new Set(before.unknown.map(({ template }) => template));
  return after.unknown.filter(
    ({ template, isNewer }) => (order === 'whole' || isNewer) && !known.has(template),
  ).length;
}

/** Return a key that a finding has in both logs: its entries and values such as plugin names. */
function identity({ chain }: Finding, { entries }: Pair): string {
  const values = ({ entry, captures }: Link): string[] =>
    Object.entries(entries.get(entry)?.holes ?? {}).flatMap(([name, { key }]) =>
      key ? (captures[name] ?? []).slice(0, 1) : [],
    );
  return JSON.stringify(
    chain.filter(({ foreign }) => !foreign).map((link) => [link.entry, ...values(link)]),
  );
}

function identitiesOf(findings: readonly Finding[], pair: Pair): Set<string> {
  return new Set(findings.map((finding) => identity(finding, pair)));
}

function lastOf({ recent }: Pair, entries: readonly string[]): string | null {
  return timeSpanOf(
    recent.filter(({ chain: [link] }) => link !== undefined && entries.includes(link.entry)),
  ).to;
}

function changed({ before, after }: Pair, entry: string, hole: string): ValueChange | null {
  const value = ({ findings }: InspectedReport): string | undefined =>
    findings
      .flatMap(({ chain }) => chain)
      .filter((link) => link.entry === entry)
      .flatMap(({ captures }) => captures[hole] ?? [])
      .at(-1);
  const [was, is] = [value(before), value(after)];
  return was === undefined || is === undefined || was === is ? null : { before: was, after: is };
}

function pick(indexes: number[], { findings }: InspectedReport): Finding[] {
  return indexes.flatMap((index) => findings[index] ?? []);
}
