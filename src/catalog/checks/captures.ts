import { listOf } from '../../display/index.ts';
import { parseTemplate } from '../../engine/index.ts';
import { allBlocks, allInlines } from '../all-blocks.ts';
import type { Content, Entry } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Part } from '../prose.ts';

/** A value that an entry's text wants filled in is a hole of the entry; those of guides are proved by their cases (values.ts). */
export function checkCaptures({ entries }: Content): Problem[] {
  const holes = new Map(entries.map((entry) => [entry.id, holesOf(entry)]));
  return entries.flatMap((entry) => [entry.prose.en, entry.prose.ja].flatMap((text) => complaints(text, new Set(holes.get(entry.id)), 'a hole of the entry')));
}

function complaints({ file, parts }: { file: string; parts: Part[] }, known: Set<string>, what: string): Problem[] {
  return [...new Set(valuesIn(parts))].filter((name) => !known.has(name)).map((name) => ({ file, near: `of="${name}"`, found: `of="${name}", which nothing captures`, write: `${what}: ${[...known].join(', ') || 'it has none'}` }));
}

function valuesIn(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block) => {
    if (block.kind === 'command') return listOf(block.of).flatMap((holes) => holes.split(' | '));
    return block.kind === 'paragraph' ? allInlines(block.children).flatMap((inline) => (inline.kind === 'value' ? inline.of : [])) : [];
  });
}

function holesOf({ yaml }: Entry): string[] {
  return yaml.templates.flatMap(({ text }) => parseTemplate(text).flatMap((part) => (typeof part === 'object' ? part.name : [])));
}
