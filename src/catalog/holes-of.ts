import { listOf } from '../display/index.ts';
import { parseTemplate } from '../engine/index.ts';
import { allBlocks, allInlines } from './all-blocks.ts';
import type { Entry } from './content.ts';
import type { Part } from './prose.ts';

/** List the holes of an entry's wordings. */
export function holesOf({ yaml }: Entry): string[] {
  return [
    ...new Set(
      yaml.templates.flatMap(({ text }) =>
        parseTemplate(text).flatMap((part) => (typeof part === 'object' ? part.name : [])),
      ),
    ),
  ];
}

/** List the holes that a text wants filled in, in its commands and its sentences. */
export function holesNamedIn(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block) => {
    if (block.kind === 'command') return listOf(block.of).flatMap((holes) => holes.split(' | '));
    return block.kind === 'paragraph'
      ? allInlines(block.children).flatMap((inline) => (inline.kind === 'value' ? inline.of : []))
      : [];
  });
}
