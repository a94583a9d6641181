import { allBlocks, allInlines } from './all-blocks.ts';
import type { Content, Guide } from './content.ts';
import type { Part } from './prose.ts';

/** What is looked up letter by letter: paths, flags, environment variables, keys of a file, addresses, camel-case names. */
const SHAPES = [
  /(?<![\w/:.])(?:\/[\w.-]+){2,}/g,
  /[A-Z]:\\[\w .()-]+(?:\\[\w.-]+)*/g,
  /(?<![\w-])--?[a-z][\w-]+/g,
  /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g,
  /\b[a-z]+(?:_[a-z]+)+\b/g,
  /\b[a-z]+(?:\.[a-z]+)+\b/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
  /\b[A-Z][a-z]+[A-Z]\w+\b/g,
];
const NUMBER = /(?<![\d.:/])\d{3,5}(?![\d.:/])/g;
const MOST = 4;
/** A name on more pages than this says nothing about what is wrong. */
const COMMON = 24;

/** Find what can be looked up letter by letter, in lower case, with the guides that are about it, best first. */
export function buildCodes({ guides, thesaurus }: Content): Record<string, string[]> {
  const named = thesaurus
    .flatMap(({ codes }) => codes)
    .map(({ code, guides: of }): [string, string[]] => [keyOf(code), of]);
  const found = new Map<string, Map<string, number>>();
  for (const guide of guides) {
    for (const [code, weight] of codesOf(guide)) {
      const of = found.get(code) ?? new Map<string, number>();
      found.set(code, of.set(guide.slug, weight));
    }
  }
  const kept = [...found]
    .filter(([, of]) => of.size <= COMMON || [...of.values()].some((weight) => weight >= HEAD))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const ranked = kept.map(([code, of]): [string, string[]] => [
    code,
    [...of].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([slug]) => slug),
  ]);
  const derived = new Map(ranked);
  return Object.fromEntries(
    [
      ...ranked,
      ...named.map(([code, of]): [string, string[]] => [
        code,
        [...of, ...(derived.get(code) ?? [])],
      ]),
    ].map(([code, of]) => [code, [...new Set(of)].slice(0, MOST)]),
  );
}

const HEAD = 10;
const PART: Partial<Record<Part['name'], number>> = { Signs: 3, Causes: 2 };

/** The codes of a guide with how much it is about them: title and symptoms say it, signs and causes suggest it, the rest mentions it. */
function codesOf({ prose }: Guide): Map<string, number> {
  const weights = new Map<string, number>();
  const count = (text: string, shapes: RegExp[], weight: number): void => {
    for (const shape of shapes)
      for (const [code] of text.matchAll(shape))
        weights.set(keyOf(code), (weights.get(keyOf(code)) ?? 0) + weight);
  };
  for (const { head, parts } of Object.values(prose)) {
    for (const text of [head.title, ...head.symptoms]) count(text, [...SHAPES, NUMBER], HEAD);
    for (const part of parts) {
      const weight = PART[part.name] ?? 1;
      for (const block of allBlocks([part])) {
        if (block.kind === 'cause' || block.kind === 'step')
          count(block.title, [...SHAPES, NUMBER], weight);
        else if (block.kind === 'code' || block.kind === 'command')
          count(block.text, SHAPES, weight / 2);
        else if (block.kind === 'paragraph')
          for (const inline of allInlines(block.children))
            if (inline.kind === 'code') count(inline.text, [...SHAPES, NUMBER], weight);
      }
    }
  }
  return weights;
}

function keyOf(code: string): string {
  return code
    .toLowerCase()
    .replace(/^-+/, '-')
    .replace(/[.\\/-]+$/, '');
}
