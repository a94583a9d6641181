import { correctedLine, isCopyable } from '../intake/corrected-line.ts';
import { sentences } from '../i18n/sentences.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Block, StepBlock } from '../model/prose.ts';
import type { Answer } from '../model/report.ts';
import type { GuideParts } from './start-step.ts';

/**
 * Return a step with the faulty lines of a configuration as they should be, or null unless this is
 * known for all faults of the answer's guide.
 */
export function correctionStep(
  { guide }: Answer,
  { inspections }: InspectedReport,
  { language, names }: GuideParts,
): StepBlock | null {
  const files = inspections.filter((inspection) => inspection.kind === 'config');
  const problems = files.flatMap(({ problems: all }) =>
    all.filter((problem) => problem.guide === guide),
  );
  const lines = problems.map(correctedLine);
  if (lines.length === 0 || lines.includes('')) return null;
  const { correctLines, keepMasked } = sentences[language].report;
  const isYaml = files.some(({ product }) =>
    /\.ya?ml$/.test(names[product ?? '']?.configuration ?? ''),
  );
  return {
    kind: 'step',
    id: 'correct',
    title: correctLines(problems.map(({ line }) => line)),
    children: [
      { kind: 'code', language: isYaml ? 'yaml' : 'toml', text: lines.join('\n') },
      ...(lines.every(isCopyable) ? [] : [paragraph(keepMasked)]),
    ],
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', children: [{ kind: 'text', text }] };
}
