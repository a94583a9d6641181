import { basename } from 'node:path/posix';
import { MEANING, allBlocks, holesInSentence } from '../../report/format/index.ts';
import type { Block, Part } from '../../model/prose.ts';
import { allSettings } from '../build-settings.ts';
import type { Content, Entry, Guide, Product } from '../content.ts';
import { holesOf, wholeHole } from '../holes-of.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/**
 * Check that the ids in guide.yaml exist, and that either all causes of a guide have steps or none.
 * Check that no vague entry has a verdict, and that a verdict has the same `{holes}` in all
 * languages, each of which some entry captures.
 */
export function checkCauses({ entries, guides, products }: Content): Problem[] {
  const captured = new Set(
    entries.flatMap((entry) => holesOf(entry).flatMap((hole) => [hole, `${entry.id}:${hole}`])),
  );
  return [
    ...guides.flatMap((guide) => [...checkIds(guide), ...checkCoverage(guide)]),
    ...products.flatMap((product) => checkConfigCauses(product, guides)),
    ...entries.flatMap(checkVague),
    ...verdictsOf({ entries, guides }).flatMap((verdict) => checkVerdict(verdict, captured)),
  ];
}

/** Check that each cause that a configuration proves exists in its guide. */
function checkConfigCauses({ id, settings }: Product, guides: readonly Guide[]): Problem[] {
  const ofProblems = Object.entries(settings?.problems ?? {}).flatMap(
    ([code, { guide, causes = {} }]) =>
      Object.keys(causes).map((cause) => ({ name: code, guide, cause })),
  );
  const ofSettings = (settings ? allSettings(settings) : []).flatMap(
    ({ paths: [name = ''], guide, cause }) => (cause === undefined ? [] : [{ name, guide, cause }]),
  );
  return [...ofProblems, ...ofSettings].flatMap(({ name, guide, cause }) => {
    const known = Object.keys(guides.find(({ slug }) => slug === guide)?.yaml.causes ?? {});
    return known.includes(cause)
      ? []
      : [
          {
            file: `content/products/${id}/config.yaml`,
            anchorText: name,
            found: `${name}: ${cause}, which is not a cause of its guide`,
            write:
              known.length > 0 ? `one of ${known.join(', ')}` : 'no cause, as the guide has none',
          },
        ];
  });
}

/** Check that a vague entry, which does not say why something fails, has no verdict. */
function checkVague({ yaml, prose }: Entry): Problem[] {
  if (!yaml.vague) return [];
  return translations(prose)
    .filter(({ head }) => head.verdict !== undefined)
    .map(({ file }) => ({
      file,
      anchorText: 'verdict:',
      found: 'the verdict of a vague entry, which no report shows',
      write: 'only a summary, or no `vague` in entry.yaml',
    }));
}

/** Check the holes of a verdict, and that the default language has the verdict as well. */
function checkVerdict(
  { file, place, sentence, main, source, holes: ownHoles }: Verdict,
  captured: Set<string>,
): Problem[] {
  if (sentence === undefined || main === undefined)
    return [
      {
        file,
        anchorText: place,
        found:
          sentence === undefined
            ? `no verdict, but ${source} has one`
            : `a verdict, but ${source} has none`,
        write: 'the verdict in every language, or in none',
      },
    ];
  const [found, wanted] = [sentence, main].map((text) =>
    holesInSentence(text)
      .sort()
      .map((hole) => `{${hole}}`)
      .join(' '),
  );
  return [
    ...holesInSentence(sentence)
      .filter(
        (hole) =>
          !hole.split(' | ').some((name) => name === MEANING || captured.has(wholeHole(name))),
      )
      .map((hole) => ({
        file,
        anchorText: `{${hole}}`,
        found: `{${hole}} in a verdict, but no entry captures it`,
        write: `${ownHoles.length > 0 ? `one of ${ownHoles.join(', ')}` : 'a hole of an entry'}, or <catalog>/<entry>:<hole>`,
      })),
    ...(found === wanted
      ? []
      : [
          {
            file,
            anchorText: place,
            found: `a verdict with ${found || 'no holes'}`,
            write: `the same holes as in ${source}: ${wanted || 'none'}`,
          },
        ]),
  ];
}

/** Check that guide.yaml and the text have the same ids. */
function checkIds({ folder, yaml, prose }: Guide): Problem[] {
  const blocks = allBlocks(translations(prose)[0].parts);
  const idsOf = (...kinds: Block['kind'][]): Set<string> =>
    new Set(
      blocks.flatMap((block) => (kinds.includes(block.kind) && 'id' in block ? block.id : [])),
    );
  const [causes, steps] = [idsOf('cause'), idsOf('step')];
  const conditional = idsOf('step', 'only', 'warning');
  const check = (known: Set<string>, kind: string, place: string, ids: readonly string[]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        file: `${folder}/guide.yaml`,
        anchorText: id,
        found: `${place}: ${id}, which is not the id of a ${kind}`,
        write:
          known.size > 0 ? `one of ${[...known].join(', ')}` : `no id, as the text has no ${kind}`,
      }));
  return [
    ...check(causes, '<Cause>', 'causes', Object.keys(yaml.causes)),
    ...Object.values(yaml.causes).flatMap((ids) => check(steps, '<Step>', 'causes', ids)),
    ...check(conditional, '<Step>, <Only> or <Warning>', 'applies', Object.keys(yaml.applies)),
    ...Object.values(yaml.applies).flatMap((condition) =>
      check(causes, '<Cause>', 'applies', condition.causes ?? []),
    ),
    ...check(causes, '<Cause>', 'rules-out', Object.keys(yaml['rules-out'] ?? {})),
    ...yaml.evidence.flatMap(({ cause = [] }) =>
      check(causes, '<Cause>', 'evidence', [cause].flat()),
    ),
  ];
}

/** Check that a guide with steps by cause lists the steps of every cause. */
function checkCoverage({ folder, yaml, prose }: Guide): Problem[] {
  if (Object.keys(yaml.causes).length === 0) return [];
  return [...causeVerdicts(translations(prose)[0].parts).keys()]
    .filter((id) => yaml.causes[id] === undefined)
    .map((id) => ({
      file: `${folder}/guide.yaml`,
      anchorText: 'causes:',
      found: `causes without ${id}`,
      write: 'a row for each <Cause>, with the ids of its steps',
    }));
}

/** A verdict in one language and in the default one; undefined if missing. */
interface Verdict {
  file: string;
  /** The text that marks its line in the file. */
  place: string;
  sentence: string | undefined;
  main: string | undefined;
  /** The name of the file in the default language. */
  source: string;
  /** The holes of the entry whose verdict it is. */
  holes: string[];
}

function verdictsOf({ entries, guides }: Pick<Content, 'entries' | 'guides'>): Verdict[] {
  return [
    ...[
      ...entries.map((entry) => ({ prose: entry.prose, holes: holesOf(entry) })),
      ...guides.map(({ prose }) => ({ prose, holes: [] })),
    ].flatMap(({ prose, holes }) =>
      translations<{ file: string; head: { verdict?: string } }>(prose).map(({ file, head }) => ({
        file,
        place: 'verdict:',
        sentence: head.verdict,
        main: translations(prose)[0].head.verdict,
        source: basename(translations(prose)[0].file),
        holes,
      })),
    ),
    ...guides.flatMap(({ prose }) => {
      const [text] = translations(prose);
      const main = causeVerdicts(text.parts);
      return translations(prose).flatMap(({ file, parts }) =>
        [...causeVerdicts(parts)].map(([id, sentence]) => ({
          file,
          place: `id="${id}"`,
          sentence,
          main: main.get(id),
          source: basename(text.file),
          holes: [],
        })),
      );
    }),
  ].filter(({ sentence, main }) => sentence !== undefined || main !== undefined);
}

function causeVerdicts(parts: readonly Part[]): Map<string, string | undefined> {
  return new Map(
    parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'cause' ? [[block.id, block.verdict] as const] : [])),
  );
}
