import { holesInSentence } from '../../report/format/index.ts';
import type { Block } from '../../model/prose.ts';
import { LANGUAGES } from '../../model/languages.ts';
import type { Content, Guide } from '../content.ts';
import { holesOf } from '../holes-of.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that the ids of causes, steps and warnings in guide.yaml exist, that every cause has steps
 * if one has, and that verdicts have the same `{holes}` in both languages, each of which some entry
 * captures.
 */
export function checkCauses({ entries, guides }: Content): Problem[] {
  const holes = new Set(
    entries.flatMap((entry) => holesOf(entry).flatMap((hole) => [hole, `${entry.id}:${hole}`])),
  );
  return [
    ...guides.flatMap((guide) => [...checkIds(guide), ...checkCoverage(guide)]),
    ...[...verdictsOf({ entries, guides })].flatMap(({ file, sentence, english }) => [
      ...holesInSentence(sentence)
        .filter((hole) => !hole.split(' | ').some((name) => holes.has(name)))
        .map((hole) => ({
          file,
          anchorText: `{${hole}}`,
          found: `{${hole}} in a verdict, which no entry captures`,
          write: 'a hole of an entry, or <catalog>/<entry>:<hole>',
        })),
      ...(holesInSentence(sentence).sort().join() === holesInSentence(english).sort().join()
        ? []
        : [
            {
              file,
              anchorText: sentence.slice(0, 30),
              found: `a verdict with {${holesInSentence(sentence).join('} {')}}`,
              write: `the same holes as in English: {${holesInSentence(english).join('} {')}}`,
            },
          ]),
    ]),
  ];
}

/** Check that the ids in guide.yaml are those of causes, steps and warnings of the text. */
function checkIds({ folder, yaml, prose }: Guide): Problem[] {
  const blocks = prose.en.parts.flatMap(({ blocks: inside }) => inside);
  const idsOf = (...kinds: Block['kind'][]): Set<string> =>
    new Set(
      blocks.flatMap((block) => (kinds.includes(block.kind) && 'id' in block ? block.id : [])),
    );
  const [causes, steps] = [idsOf('cause'), idsOf('step')];
  const conditional = idsOf('step', 'warning');
  const check = (known: Set<string>, kind: string, place: string, ids: readonly string[]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        file: `${folder}/guide.yaml`,
        anchorText: id,
        found: `${place}: ${id}, which is not the id of a ${kind}`,
        write: `one of ${[...known].join(', ') || `none: the text has no ${kind}`}`,
      }));
  return [
    ...check(causes, '<Cause>', 'causes', Object.keys(yaml.causes)),
    ...Object.values(yaml.causes).flatMap((ids) => check(steps, '<Step>', 'causes', ids)),
    ...check(conditional, '<Step> or <Warning>', 'applies', Object.keys(yaml.applies)),
    ...Object.values(yaml.applies).flatMap((condition) =>
      check(causes, '<Cause>', 'applies', condition.causes ?? []),
    ),
    ...yaml.evidence.flatMap(({ cause = [] }) =>
      check(causes, '<Cause>', 'evidence', [cause].flat()),
    ),
  ];
}

/** Check that a guide with steps by cause lists the steps of every cause. */
function checkCoverage({ folder, yaml, prose }: Guide): Problem[] {
  if (Object.keys(yaml.causes).length === 0) return [];
  return prose.en.parts
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'cause' && yaml.causes[block.id] === undefined)
    .map((block) => ({
      file: `${folder}/guide.yaml`,
      anchorText: 'causes:',
      found: `causes without ${'id' in block ? block.id : ''}`,
      write: 'a row for each <Cause>, with the ids of its steps',
    }));
}

function* verdictsOf({ entries, guides }: Pick<Content, 'entries' | 'guides'>): Generator<{
  file: string;
  sentence: string;
  english: string;
}> {
  for (const { prose } of entries)
    for (const language of LANGUAGES) {
      const { file, head } = prose[language];
      const english = prose.en.head.verdict;
      if (head.verdict !== undefined || english !== undefined)
        yield { file, sentence: head.verdict ?? '', english: english ?? '' };
    }
  for (const { prose } of guides)
    for (const language of LANGUAGES) {
      const { file } = prose[language];
      const english = causeVerdicts(prose.en.parts.flatMap(({ blocks }) => blocks));
      const own = causeVerdicts(prose[language].parts.flatMap(({ blocks }) => blocks));
      for (const [id, sentence] of own)
        yield { file, sentence: sentence ?? '', english: english.get(id) ?? '' };
    }
}

function causeVerdicts(blocks: Block[]): Map<string, string | undefined> {
  return new Map(
    blocks.flatMap((block) => (block.kind === 'cause' ? [[block.id, block.verdict] as const] : [])),
  );
}
