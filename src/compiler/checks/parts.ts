import type { Content, Prose } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';
import { ENTRY_PARTS, GUIDE_PARTS, type Block, type PartName } from '../../model/prose.ts';
import { blocksWithin } from '../../report/format/index.ts';

const OPTIONAL: PartName[] = ['Apart', 'Causes'];

/**
 * Check that every text has its parts in the fixed order, with steps in `<Fix>` and causes in
 * `<Causes>` only.
 */
export function checkParts({ entries, guides }: Content): Problem[] {
  return [
    ...entries.flatMap(({ prose }) =>
      translations(prose).flatMap((text) => checkOrder(text, ENTRY_PARTS)),
    ),
    ...guides.flatMap(({ prose }) =>
      translations(prose).flatMap((text) => checkOrder(text, GUIDE_PARTS)),
    ),
  ];
}

function checkOrder({ file, parts }: Prose<unknown>, wanted: readonly PartName[]): Problem[] {
  const names = parts.map(({ name }) => name);
  const strange = names.filter((name) => !wanted.includes(name));
  const missing = wanted.filter((name) => !names.includes(name) && !OPTIONAL.includes(name));
  const ordered = wanted.filter((name) => names.includes(name));
  const order = wanted.map((name) => `<${name}>`).join(' ');
  if (strange.length > 0)
    return [
      {
        file,
        anchorText: `<${strange[0]}`,
        found: `<${strange.join('>, <')}>`,
        write: `only ${order}`,
      },
    ];
  if (missing.length > 0) return [{ file, found: `no <${missing.join('>, no <')}>`, write: order }];
  if (names.join() !== ordered.join())
    return [{ file, found: `the order ${names.join(', ')}`, write: order }];
  return parts.flatMap(({ name, blocks }) => {
    if (blocks.length === 0)
      return [{ file, anchorText: `<${name}>`, found: `an empty <${name}>`, write: 'its text' }];
    const misplaced = misplacedIn(name, blocks);
    return misplaced === null
      ? []
      : [
          {
            file,
            anchorText: `<${name}>`,
            found: `${misplaced} in <${name}>`,
            write:
              'only <Step> in <Fix>, only <Cause> in <Causes>, both nowhere else; ' +
              'no <Platform> inside another',
          },
        ];
  });
}

/** Describe the first misplaced block, or return null. */
function misplacedIn(name: PartName, blocks: Block[]): string | null {
  const wanted = name === 'Fix' ? 'step' : name === 'Causes' ? 'cause' : null;
  const other = wanted === null ? undefined : blocks.find(({ kind }) => kind !== wanted);
  if (other) return `${nameOf(other)} next to <${wanted === 'step' ? 'Step' : 'Cause'}>`;
  const inner = blocksWithin(blocks).filter((block) => wanted === null || !blocks.includes(block));
  const [misplaced] = inner.flatMap((block) => {
    if (block.kind === 'step' || block.kind === 'cause') return block;
    return block.kind === 'platform'
      ? blocksWithin(block.children).filter(({ kind }) => kind === 'platform')
      : [];
  });
  return misplaced ? nameOf(misplaced) : null;
}

function nameOf(block: Block): string {
  if (block.kind === 'step' || block.kind === 'cause')
    return `<${block.kind === 'step' ? 'Step' : 'Cause'} id="${block.id}">`;
  return block.kind === 'platform'
    ? `<Platform os="${block.os}">`
    : block.kind === 'code'
      ? 'a fenced block'
      : `a ${block.kind}`;
}
