import type { ReportTexts } from '../model/words.ts';

/** A step of a guide; its id is the anchor on the guide's page, the same in all languages. */
export interface StepName {
  id: string;
  title: string;
}

/** List the steps of a guide in order. */
export function stepsOf(guide: string, words: ReportTexts): StepName[] {
  const fix = words.guides[guide]?.parts.find(({ name }) => name === 'Fix');
  return (fix?.blocks ?? []).flatMap((block) =>
    block.kind === 'step' ? [{ id: block.id, title: block.title }] : [],
  );
}
