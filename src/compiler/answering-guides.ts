import { z } from 'zod';
import type { Block } from '../model/prose.ts';
import { pasteBlocks } from '../model/schemas/pastes.ts';
import { settingsSchema } from '../model/schemas/settings.ts';
import type { Content, Guide, Product } from './content.ts';
import { oncePerContent } from './once-per-content.ts';
import { referencesIn } from './walk-schema.ts';

/**
 * Return the guides that can be an answer: those with evidence, those for faults in a
 * configuration, in df output or in a curl request, and those for what remains to be done after a
 * fault is over.
 */
export function answeringGuides(content: Content): Set<string> {
  const named = guidesNamedDirectly(content);
  return new Set(
    content.guides
      .filter(({ slug, yaml }) => yaml.evidence.length > 0 || named.has(slug))
      .map(({ slug }) => slug),
  );
}

/**
 * Return a function that tells, for a guide, which of its blocks a report can show. A report leaves
 * out
 *
 * - a cause that no evidence leaves possible, and a step that only fixes such causes;
 * - a step that finds out which cause it is, if each piece of evidence proves one.
 *
 * In a guide that can be an answer without its evidence, every cause is possible.
 */
export function isShownInReports(content: Content): (guide: Guide) => (block: Block) => boolean {
  const named = guidesNamedDirectly(content);
  const starts = content.products.flatMap((product) => product.yaml.start ?? []);
  return (guide) => (named.has(guide.slug) ? () => true : isLeftPossible(guide, starts));
}

function isLeftPossible(
  { slug, yaml: { evidence, causes } }: Guide,
  starts: NonNullable<Product['yaml']['start']>[],
): (block: Block) => boolean {
  if (evidence.some(({ cause }) => cause === undefined)) return () => true;
  const possible = new Set(evidence.flatMap(({ cause }) => cause ?? []));
  const shown = new Set([
    ...[...possible].flatMap((cause) => causes[cause] ?? []),
    ...starts.flatMap(({ guide, step }) => (guide === slug ? step : [])),
  ]);
  const isAlwaysProven = evidence.every(({ cause }) => {
    const [only, ...others] = [cause ?? []].flat();
    return others.length === 0 && only !== undefined && causes[only] !== undefined;
  });
  const listed = new Set(Object.values(causes).flat());
  return (block) =>
    block.kind === 'cause'
      ? possible.has(block.id)
      : block.kind !== 'step' || shown.has(block.id) || !(isAlwaysProven || listed.has(block.id));
}

/** Return the guides that can be an answer without evidence, because the content names them. */
const guidesNamedDirectly = oncePerContent(
  ({ products, entries }) =>
    new Set([
      ...products.flatMap(guidesOfPastes),
      ...entries.flatMap(({ yaml }) => yaml.leaves ?? []),
    ]),
);

/** Return the guides that a product names for pasted input other than its log. */
function guidesOfPastes({ yaml, settings }: Product): string[] {
  return [
    ...referencesIn(settingsSchema, settings),
    ...referencesIn(z.object(pasteBlocks), yaml),
  ].map(({ name }) => name);
}
