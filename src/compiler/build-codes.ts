import { allBlocks, allInlines } from '../report/format/index.ts';
import type { Guide } from './content.ts';
import { oncePerContent } from './once-per-content.ts';
import type { Part } from '../model/prose.ts';

/**
 * Text that is looked up by exact match: paths, flags, environment variables, setting names, host
 * and IP addresses, camel-case names.
 */
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
/** A number by itself: no part of a name (`x509`) or time, and no quantity (100 %, 250文字). */
const NUMBER = /(?<![\w.:/-])\d{3,5}(?![\w.:/\u4e00-\u9fff]|\s?%)/g;
const MAX_GUIDES = 4;
/** A name that is on more pages than this is not specific to a fault. */
const MAX_PAGES = 24;

/** Build the exact index: lower-case codes with the guides that are about them, best first. */
export const buildCodes = oncePerContent(({ guides, thesaurus }): Record<string, string[]> => {
  const named = thesaurus
    .flatMap(({ codes }) => codes)
    .map(({ code, guides: slugs }): [string, string[]] => [keyOf(code), slugs]);
  const found = new Map<string, Map<string, number>>();
  for (const guide of guides) {
    for (const [code, weight] of codesOf(guide)) {
      const weights = found.get(code) ?? new Map<string, number>();
      found.set(code, weights.set(guide.slug, weight));
    }
  }
  const kept = [...found]
    .filter(
      ([, weights]) =>
        weights.size <= MAX_PAGES || [...weights.values()].some((weight) => weight >= HEAD_WEIGHT),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const ranked = kept.map(([code, weights]): [string, string[]] => [
    code,
    [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([slug]) => slug),
  ]);
  const derived = new Map(ranked);
  return Object.fromEntries(
    [
      ...ranked,
      ...named.map(([code, slugs]): [string, string[]] => [
        code,
        [...slugs, ...(derived.get(code) ?? [])],
      ]),
    ].map(([code, slugs]) => [code, [...new Set(slugs)].slice(0, MAX_GUIDES)]),
  );
});

/** Weight of a code in a title or symptom, and in some of the parts; in others it is 1. */
const HEAD_WEIGHT = 10;
const PART_WEIGHTS: Partial<Record<Part['name'], number>> = { Signs: 3, Causes: 2 };

/**
 * Return the codes of a guide, weighted by where they occur: most in title and symptoms, less in
 * signs and causes, least elsewhere.
 */
function codesOf({ prose }: Guide): Map<string, number> {
  const weights = new Map<string, number>();
  const count = (text: string, shapes: RegExp[], weight: number): void => {
    for (const shape of shapes)
      for (const [code] of text.matchAll(shape))
        weights.set(keyOf(code), (weights.get(keyOf(code)) ?? 0) + weight);
  };
  for (const { head, parts } of Object.values(prose)) {
    for (const text of [head.title, ...head.symptoms])
      count(text, [...SHAPES, NUMBER], HEAD_WEIGHT);
    for (const part of parts) {
      const weight = PART_WEIGHTS[part.name] ?? 1;
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
