import { buildWords } from '../../compiler/index.ts';
import { openDiagnosis } from '../../engine/index.ts';
import type { Language } from '../../model/languages.ts';
import type { InspectedReport } from '../../model/inspection.ts';
import { applicableSteps, verdict } from '../../report/index.ts';
import { content } from './_content.ts';
import { matcher } from './_matcher.ts';

/** How many lines and steps the example on the home page shows. */
const LINES = 3;
const STEPS = 2;

/** The first example log of the site, with the beginning of its report. */
export interface Demo {
  log: string;
  /** Consecutive lines. One of them shows the fault. */
  lines: { text: string; isDecisive: boolean }[];
  urgency: string | null;
  sentence: string;
  steps: string[];
}

/** Diagnose the first example log of the site; null if the site has none or it has no answer. */
export function demoIn(language: Language): Demo | null {
  const { examples } = content().site;
  const guide = content().guides.find(({ slug }) => slug === examples[0]?.guide);
  const log = guide?.cases.find(({ name }) => name === examples[0]?.case)?.text;
  if (log === undefined) return null;
  const diagnosis = openDiagnosis(matcher());
  diagnosis.push(new TextEncoder().encode(log));
  const report: InspectedReport = {
    ...diagnosis.close(),
    kind: 'log',
    inspections: [],
    reopened: null,
  };
  const words = buildWords(content(), language);
  const { urgency, sentence } = verdict(report, words);
  const [answer] = report.answers;
  if (!answer) return null;
  const decisive = report.findings[answer.evidence[0] ?? 0]?.lines[0] ?? 1;
  const lines = log.trimEnd().split('\n');
  const start = Math.max(0, Math.min(decisive - 2, lines.length - LINES));
  return {
    log,
    lines: lines
      .map((text, index) => ({ text, isDecisive: index + 1 === decisive }))
      .slice(start, start + LINES),
    urgency,
    sentence,
    steps: applicableSteps(answer, report, words)
      .slice(0, STEPS)
      .map(({ title }) => title),
  };
}
