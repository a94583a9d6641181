import type { InspectedReport } from '../model/inspection.ts';
import type { Part, StepBlock } from '../model/prose.ts';
import type { ReportTexts } from '../model/words.ts';
import { forInitSystem } from './for-init-system.ts';
import { logPlatform } from './format/index.ts';

/** The parts of guides, by slug, and the step that starts a stopped program, by product. */
export interface GuideParts extends Pick<ReportTexts, 'language' | 'names' | 'starts' | 'logs'> {
  guides: Record<string, { parts: readonly Part[] }>;
}

/** Return the step that starts the program of a report, or null if its product names none. */
export function startStep({ product }: InspectedReport, words: GuideParts): StepBlock | null {
  const start = words.starts[product ?? ''];
  const blocks = words.guides[start?.guide ?? '']?.parts.flatMap((part) => part.blocks) ?? [];
  return (
    blocks.find((block): block is StepBlock => block.kind === 'step' && block.id === start?.step) ??
    null
  );
}

/**
 * Return the command that starts the program on the log's platform, or on Linux if the log does not
 * show it; null if there is none.
 */
export function startCommand(report: InspectedReport, words: ReportTexts): string | null {
  const platform = logPlatform(report, words) ?? 'linux';
  const own = startStep(report, words)?.children.flatMap((block) =>
    block.kind === 'platform' && block.os === platform ? block.children : [],
  );
  const [command = null] =
    own?.flatMap((block) => (block.kind === 'command' ? block.text : [])) ?? [];
  return command === null ? null : forInitSystem(command, report, words);
}
