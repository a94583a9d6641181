import type { Answer, Confidence, Report, Status } from '../engine/index.ts';
import { isChecked } from './is-fully-checked.ts';
import {
  type Inspection,
  type InspectedReport,
  type PasteKind,
  type ServiceInspection,
  EFFECTS,
} from '../model/inspection.ts';
import type { DetectionHints } from '../model/settings.ts';

/**
 * Join the engine's report with the inspections: guides for configuration faults follow the log's
 * answers, and the worst status wins.
 */
export function joinInspections(
  report: Report,
  kinds: PasteKind[],
  inspections: Inspection[],
  products: readonly DetectionHints[],
): Omit<InspectedReport, 'reopened'> {
  const answers = [...report.answers];
  const add = (guide: string, confidence: Confidence): void => {
    if (!answers.some((answer) => answer.guide === guide))
      answers.push(answerFor(guide, confidence, inspections, products));
  };
  for (const guide of [
    ...inspections.flatMap((inspection) => guidesOf(inspection, hintsOf(inspection, products))),
    ...guidesOfConfig(inspections),
  ])
    add(guide, 'certain');
  const [ended] = inspections.flatMap((inspection) =>
    inspection.kind === 'service' && hasEnded(inspection) ? [inspection] : [],
  );
  // Only the log of a service says why it is down, so this guide is a last resort.
  const isUnexplained = answers.length === 0;
  const endedGuide = ended && hintsOf(ended, products)?.service?.ended[ended.manager];
  if (endedGuide !== undefined && isUnexplained) add(endedGuide, 'possible');
  const lacksEnd = isUnexplained && inspections.some(isDown);
  const known = inspections.map(statusOf).filter((status) => status !== null);
  // Text that the engine does not recognize does not turn a command's output into a log.
  const isLog = !(report.status === 'unrecognised' && known.length > 0);
  const status = worstStatus(report, isLog, kinds, known);
  const isVersion =
    status === 'healthy' && inspections.length === 0 && tellsOnlyVersion(report, products);
  return {
    ...report,
    kind: isVersion ? 'version' : kinds.includes('log') && isLog ? 'log' : (kinds[0] ?? 'log'),
    product: report.product ?? inspections[0]?.product ?? null,
    status,
    exited: report.exited || ended !== undefined,
    answers,
    missing: [
      ...(lacksEnd ? (['end-of-log'] as const) : []),
      // If something else is wrong, drop the follow-up questions about a healthy log.
      ...report.missing.filter(
        (key) =>
          !key.startsWith('still-no-data:') ||
          report.status !== 'healthy' ||
          (!isVersion && status === 'healthy'),
      ),
    ],
    inspections,
  };
}

/** Create the answer that a command's output or a configuration gives. */
function answerFor(
  guide: string,
  confidence: Confidence,
  inspections: Inspection[],
  products: readonly DetectionHints[],
): Answer {
  const causesByFinding = [
    ...causesInConfig(guide, inspections).map((cause) => [cause]),
    ...inspections.map((inspection) => causesOfProbe(guide, inspection, products)),
  ].filter((causes) => causes.length > 0);
  return {
    guide,
    confidence,
    isMinor: false,
    causes: [...new Set(causesByFinding.flat())],
    causesByFinding,
    state: 'ongoing',
    evidence: [],
    consequences: [],
    fixedIn: null,
  };
}

/** Return the worst status of the log, if there is one, and of the inspections. */
function worstStatus(
  report: Report,
  isLog: boolean,
  kinds: readonly PasteKind[],
  known: readonly Status[],
): Status {
  const hasLog = (['log', 'configtest', 'service'] as const).some((kind) => kinds.includes(kind));
  const statuses = hasLog && isLog ? [report.status, ...known] : known;
  const worst = WORST_FIRST.find((candidate) => statuses.includes(candidate)) ?? report.status;
  // The engine does not recognize the values that a plugin prints.
  return worst === 'unrecognised' && kinds[0] === 'values' ? 'healthy' : worst;
}

/** Return whether a log only says which version a program has. */
function tellsOnlyVersion({ findings }: Report, products: readonly DetectionHints[]): boolean {
  return (
    findings.length > 0 &&
    findings.every(({ chain: [link] }) =>
      products.some(({ version }) => version !== undefined && link?.entry === version),
    )
  );
}

/** The states of logs, the worst first. */
export const WORST_FIRST: readonly Status[] = [
  'action-needed',
  'recovered',
  'healthy',
  'unrecognised',
];

function hintsOf(
  { product }: Inspection,
  products: readonly DetectionHints[],
): DetectionHints | undefined {
  return products.find((hints) => hints.product === product);
}

/** Return the guides for the output of a command. */
function guidesOf(inspection: Inspection, hints: DetectionHints | undefined): string[] {
  if (inspection.kind === 'probe')
    return [hints?.backend?.probe?.guides[inspection.case] ?? []].flat();
  return inspection.kind === 'df' && inspection.errors.length > 0
    ? [hints?.['host-metrics']?.['df-errors'] ?? []].flat()
    : [];
}

/** Return the causes in a guide that a request by curl leaves possible; none if it excludes none */
function causesOfProbe(
  guide: string,
  inspection: Inspection,
  products: readonly DetectionHints[],
): string[] {
  const probe = hintsOf(inspection, products)?.backend?.probe;
  return inspection.kind === 'probe' && probe?.guides[inspection.case] === guide
    ? (probe.causes[inspection.case] ?? [])
    : [];
}

/** Return the guides for the configuration faults of all files, worst effect first. */
function guidesOfConfig(inspections: Inspection[]): string[] {
  const problems = inspections.flatMap((inspection) =>
    inspection.kind === 'config' ? inspection.problems : [],
  );
  return EFFECTS.filter((effect) => effect !== 'note').flatMap((effect) =>
    problems.flatMap((problem) => (problem.effect === effect ? (problem.guide ?? []) : [])),
  );
}

/** List the causes of a guide that the configuration proves; none if a fault leaves it open. */
function causesInConfig(guide: string, inspections: Inspection[]): string[] {
  const causes = inspections.flatMap((inspection) =>
    inspection.kind === 'config'
      ? inspection.problems.flatMap((problem) => (problem.guide === guide ? [problem.cause] : []))
      : [],
  );
  const proven = causes.filter((cause) => cause !== null);
  return proven.length === causes.length ? [...new Set(proven)] : [];
}

/** Return whether a service failed, including one that is about to be restarted. */
function hasEnded({ state }: ServiceInspection): boolean {
  return state === 'failed' || state === 'restarting';
}

/** Return whether a command's output shows a service that is set up and does not run. */
function isDown(inspection: Inspection): boolean {
  return (
    inspection.kind === 'service' &&
    (inspection.state === 'stopped' || hasEnded(inspection)) &&
    inspection.loaded !== 'not-found' &&
    inspection.loaded !== 'masked'
  );
}

/** Return the status that an inspection implies; null if it implies none. */
function statusOf(inspection: Inspection): Status | null {
  switch (inspection.kind) {
    case 'config':
      return inspection.problems.some(({ effect }) => effect !== 'note')
        ? 'action-needed'
        : isChecked(inspection)
          ? 'healthy'
          : null;
    case 'df':
      return inspection.errors.length > 0
        ? 'action-needed'
        : inspection.unit === 'kilobytes'
          ? 'healthy'
          : null;
    case 'service':
      return hasEnded(inspection) ||
        inspection.state === 'stopped' ||
        inspection.loaded === 'not-found' ||
        inspection.loaded === 'masked'
        ? 'action-needed'
        : inspection.state === 'running'
          ? 'healthy'
          : null;
    case 'probe':
      return inspection.case === 'good'
        ? 'healthy'
        : inspection.case === 'unauthorized'
          ? null
          : 'action-needed';
    case 'configtest':
      return inspection.passed ? 'healthy' : null;
  }
}
