import { listOf, valuesOf } from '../../display/index.ts';
import { parseTemplate, type Matcher } from '../../engine/index.ts';
import { allBlocks, allInlines } from '../all-blocks.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Part } from '../prose.ts';
import { diagnoseText } from './samples.ts';

/** Every value that a guide marks as the reader's can be filled in: the evidence of one of its cases captures it, or the entry that it names has the hole. */
export function checkValues({ entries, guides }: Content, matcher: Matcher): Problem[] {
  const own = new Set(entries.flatMap(({ id, yaml }) => yaml.templates.flatMap(({ text }) => parseTemplate(text).flatMap((part) => (typeof part === 'object' ? `${id}:${part.name}` : [])))));
  return guides.flatMap(({ slug, prose: { en, ja }, cases }) => {
    const holes = new Set([...holesIn(en.parts), ...holesIn(ja.parts)]);
    if (holes.size === 0) return [];
    const evidence = cases.map(({ text }) => {
      const { answers, findings } = diagnoseText(matcher, text);
      return answers.filter(({ guide }) => guide === slug).flatMap((answer) => answer.evidence.flatMap((index) => findings[index] ?? []));
    });
    return [...holes]
      .filter((hole) => !own.has(hole) && evidence.every((findings) => valuesOf(findings)(hole) === null))
      .map((hole) => ({ file: holesIn(en.parts).includes(hole) ? en.file : ja.file, near: `of="${hole}"`, found: `of="${hole}", which no case of this guide captures`, write: 'a hole of the evidence, a case that has it, or the command without of and sample' }));
  });
}

function holesIn(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block) => {
    if (block.kind === 'command') return listOf(block.of).flatMap((holes) => holes.split(' | '));
    return block.kind === 'paragraph' ? allInlines(block.children).flatMap((inline) => (inline.kind === 'value' ? inline.of : [])) : [];
  });
}
