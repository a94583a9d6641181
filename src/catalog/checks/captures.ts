import { parseTemplate, type Matcher } from '../../engine/index.ts';
import { allBlocks, allInlines } from '../all-blocks.ts';
import type { Content, Entry } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Part } from '../prose.ts';
import { diagnoseText } from './samples.ts';

/** Values that no log shows, or none should: the reader puts them in by hand. */
const BY_HAND = ['apikey', 'host-id', 'time', 'pid', 'pod', 'namespace', 'deployment', 'plugin'];

/** A value that a text wants filled in is a hole that its evidence or one of its cases captures; in a guide that no log leads to, all are filled in by hand. */
export function checkCaptures({ entries, guides }: Content, matcher: Matcher): Problem[] {
  const holes = new Map(entries.map((entry) => [entry.id, holesOf(entry)]));
  const ofGuides = guides.filter(({ yaml }) => yaml.evidence.length > 0).flatMap(({ prose, yaml, cases }) => {
    const named = yaml.evidence.flatMap(({ chain }) => chain.flatMap((id) => holes.get(id) ?? []));
    const captured = cases.flatMap(({ text }) => diagnoseText(matcher, text).findings.flatMap(({ chain }) => chain.flatMap(({ captures }) => Object.keys(captures))));
    return [prose.en, prose.ja].flatMap((text) => complaints(text, new Set([...named, ...captured, ...BY_HAND]), 'a hole of an entry in evidence'));
  });
  const ofEntries = entries.flatMap((entry) => [entry.prose.en, entry.prose.ja].flatMap((text) => complaints(text, new Set(holes.get(entry.id)), 'a hole of the entry')));
  return [...ofGuides, ...ofEntries];
}

function complaints({ file, parts }: { file: string; parts: Part[] }, known: Set<string>, what: string): Problem[] {
  return [...new Set(valuesIn(parts))].filter((name) => !known.has(name)).map((name) => ({ file, found: `of="${name}", which nothing captures`, write: `${what}: ${[...known].join(', ') || 'it has none'}` }));
}

function valuesIn(parts: Part[]): string[] {
  return allBlocks(parts).flatMap((block) => {
    if (block.kind === 'command') return block.of ?? [];
    return block.kind === 'paragraph' ? allInlines(block.children).flatMap((inline) => (inline.kind === 'value' ? inline.of : [])) : [];
  });
}

function holesOf({ yaml }: Entry): string[] {
  return yaml.templates.flatMap(({ text }) => parseTemplate(text).flatMap((part) => (typeof part === 'object' ? part.name : [])));
}
