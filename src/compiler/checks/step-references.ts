import { allBlocks } from '../../report/format/index.ts';
import { plainText } from '../all-texts.ts';
import type { Block, StepBlock } from '../../model/prose.ts';
import type { Content, Guide } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';
import { REPORT_PARTS } from '../../report/applicable-parts.ts';

/** References by position. They are wrong in a report that leaves out some of the steps. */
const POINTER =
  /\b(?:list|causes|commands?) above\b|\b(?:next|previous|first|last) step\b|\bthe step (?:before|after)\b|上の(?:一覧|原因|コマンド)|(?:次|前|その次|最初|最後)の手順/i;

/**
 * Check that steps, results and warnings do not refer to anything by its position, and that every
 * cause with a step also lists all other steps that this step names. A report shows only the steps
 * for the cause that the log proves.
 */
export function checkStepReferences({ guides }: Content): Problem[] {
  return guides.flatMap((guide) =>
    translations(guide.prose).flatMap(({ file, parts }) => {
      const shown = parts.filter(({ name }) => REPORT_PARTS.includes(name));
      const steps = shown.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'step'));
      return [
        ...shown.flatMap(({ blocks }) => pointersIn(blocks, file)),
        ...absentSteps(guide, steps, file),
      ];
    }),
  );
}

function pointersIn(blocks: Block[], file: string): Problem[] {
  return textsOf(blocks).flatMap((text) => {
    const found = POINTER.exec(text);
    return found
      ? [
          {
            file,
            anchorText: found[0],
            found: `"${found[0]}", which may be elsewhere in a report, or not in it`,
            write: 'the title of the part or the step, or nothing',
          },
        ]
      : [];
  });
}

function absentSteps({ yaml }: Guide, steps: StepBlock[], file: string): Problem[] {
  return Object.entries(yaml.causes).flatMap(([cause, ids]) => {
    const absent = steps.filter(({ id }) => !ids.includes(id));
    return steps
      .filter(({ id }) => ids.includes(id))
      .flatMap((step) => {
        const texts = textsOf(step.children);
        return absent
          .filter(({ title }) => texts.some((text) => namesStep(text, title)))
          .map(({ id, title }) => ({
            file,
            anchorText: title,
            found: `step ${step.id} of cause ${cause} names step ${id}, which that cause lacks`,
            write: `causes: ${cause} with ${id}, or a step that does not need the other one`,
          }));
      });
  });
}

function namesStep(text: string, title: string): boolean {
  return text.includes(`"${title}"`) || text.includes(`「${title}」`);
}

function textsOf(blocks: Block[]): string[] {
  return allBlocks([{ name: 'Fix', blocks }]).flatMap((block) =>
    block.kind === 'paragraph' ? [plainText(block.children)] : [],
  );
}
