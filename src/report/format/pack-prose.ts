import type { Condition } from '../../model/schemas/guide.ts';
import type { Block, Inline, Os, Part, PartName } from '../../model/prose.ts';

/**
 * Prose as it is downloaded: without node names, which would be a quarter of its size.
 *
 * - A paragraph is a string. Text in backticks is code, or a guide or entry if it begins with @.
 * - A list is `[1 if ordered, else 0, …items]`. A cause, step, warning or `<Only>` is an
 *   object with its fields, and what is inside it as `in`.
 * - `{ sh: ['text'] }` is a command, `{ log: 'text' }` a block of code, and `{ linux: inside }`
 *   prose for one platform.
 */
export type PackedBlock =
  | string
  | { p: PackedInline[] }
  | [number, ...PackedBlocks[]]
  | PackedCause
  | PackedStep
  | PackedWarning
  | PackedOnly
  | { diagram: string }
  | PackedFields;
type PackedCause = {
  cause: string;
  id: string;
  verdict?: string;
  /** Places in the list of the guide's steps; the id of a step that is elsewhere. */
  steps?: (number | string)[];
  /** Missing if nothing is inside, as in most reports. */
  in?: PackedBlocks;
};
/** The parts of a guide, by name. */
export type PackedParts = Partial<Record<PartName, PackedBlocks>>;
/** Its id is its place in the list of the guide's steps if nothing outside the guide names it. */
type PackedStep = { step: string; id?: string; applies?: Condition; in: PackedBlocks };
type PackedWarning = { warning: string; applies?: Condition; in: PackedBlocks };
type PackedOnly = { only: string; applies?: Condition; in: PackedBlocks };
type PackedFields = { [key: string]: string | PackedBlock[] };
/** The blocks inside another block; a single packed paragraph is not wrapped in a list. */
type PackedBlocks = string | PackedBlock[];
/** Text with code and links, or an unpacked node that is too rare to need a short form. */
type PackedInline = string | Inline;

const PLATFORMS: Record<Os, true> = {
  linux: true,
  windows: true,
  macos: true,
  docker: true,
  kubernetes: true,
  ecs: true,
};

/**
 * Pack the parts of a guide.
 *
 * @param named the ids of steps that something outside the guide names
 */
export function packParts(parts: Part[], named: ReadonlySet<string>): PackedParts {
  const packed = parts.map(({ name, blocks }) => [name, packBlocks(blocks)]);
  const withPlaces = mapCauseSteps(Object.fromEntries(packed) as PackedParts, (step, ids) => {
    const place = ids.indexOf(String(step));
    return place < 0 ? step : place;
  });
  return mapSteps(withPlaces, (step) => {
    const { id = '', ...others } = step;
    return named.has(id) ? step : others;
  });
}

/** Unpack the parts of a guide. */
export function unpackParts(parts: PackedParts): Part[] {
  const withIds = mapSteps(parts, (step, place) => ({ ...step, id: step.id ?? String(place) }));
  const withCauses = mapCauseSteps(withIds, (step, ids) => ids[Number(step)] ?? step);
  return Object.entries(withCauses).map(([name, inside]) => ({
    name: name as PartName,
    blocks: unpackBlocks(inside),
  }));
}

/** Replace the steps of a guide; `place` counts them from 0. */
function mapSteps(
  parts: PackedParts,
  map: (step: PackedStep, place: number) => PackedStep,
): PackedParts {
  const { Fix: fix } = parts;
  if (!Array.isArray(fix)) return parts;
  let place = 0;
  return { ...parts, Fix: fix.map((block) => (isStep(block) ? map(block, place++) : block)) };
}

/** Replace the steps that causes name; `ids` are those of all steps of the guide. */
function mapCauseSteps(
  parts: PackedParts,
  map: (step: number | string, ids: string[]) => number | string,
): PackedParts {
  const { Causes: causes, Fix: fix } = parts;
  if (!Array.isArray(causes) || !Array.isArray(fix)) return parts;
  const ids = fix.flatMap((block) => (isStep(block) ? [block.id ?? ''] : []));
  return {
    ...parts,
    Causes: causes.map((block) =>
      isTitled(block) && 'cause' in block && block.steps
        ? { ...block, steps: block.steps.map((step) => map(step, ids)) }
        : block,
    ),
  };
}

function packBlocks(blocks: Block[]): PackedBlocks {
  const packed = blocks.map(packBlock);
  const [first] = packed;
  return packed.length === 1 && typeof first === 'string' ? first : packed;
}

function packBlock(block: Block): PackedBlock {
  switch (block.kind) {
    case 'paragraph': {
      const line = packLine(block.children);
      const [first] = line;
      return line.length === 1 && typeof first === 'string' ? first : { p: line };
    }
    case 'list':
      return [Number(block.ordered), ...block.items.map(packBlocks)];
    case 'code':
      return { [block.language]: block.text };
    case 'command':
      return {
        [block.language]: [block.text],
        ...(block.of !== undefined && { of: block.of }),
        ...(block.fits !== undefined && { fits: block.fits }),
        ...(block.sample !== undefined && { sample: block.sample }),
        ...(block.example !== undefined && { example: block.example }),
      };
    case 'diagram':
      return { diagram: block.of };
    case 'cause': {
      const { title, ...fields } = ownFields(block);
      const packed = packBlocks(block.children);
      return { cause: title, ...fields, ...(packed.length > 0 && { in: packed }) };
    }
    case 'step': {
      const { title, ...fields } = ownFields(block);
      return { step: title, ...fields, in: packBlocks(block.children) };
    }
    case 'warning': {
      const { id, ...fields } = ownFields(block);
      return { warning: id, ...fields, in: packBlocks(block.children) };
    }
    case 'only': {
      const { id, ...fields } = ownFields(block);
      return { only: id, ...fields, in: packBlocks(block.children) };
    }
    case 'platform':
      return { [block.os]: packBlocks(block.children) };
  }
}

/** Return the fields of a block that only its kind has. */
function ownFields<Kind extends { kind: unknown; children: unknown }>({
  kind: _kind,
  children: _children,
  ...fields
}: Kind): Omit<Kind, 'kind' | 'children'> {
  return fields;
}

function packLine(inlines: Inline[]): PackedInline[] {
  const line: PackedInline[] = [];
  for (const inline of inlines) {
    const piece = packInline(inline);
    const before = line.at(-1);
    if (typeof piece === 'string' && typeof before === 'string')
      line[line.length - 1] = before + piece;
    else line.push(piece);
  }
  return line;
}

function packInline(inline: Inline): PackedInline {
  if (inline.kind === 'guide' || inline.kind === 'entry') return `\`@${inline.of}\``;
  if (inline.kind === 'text' && !inline.text.includes('`')) return inline.text;
  if (inline.kind === 'code' && !/`|^[@=]/.test(inline.text)) return `\`${inline.text}\``;
  // A report leaves out the sentences about values that the log lacks, so it shows no example.
  if (inline.kind === 'value') return `\`=${inline.of}\``;
  return inline;
}

function unpackBlocks(inside: PackedBlocks): Block[] {
  return (typeof inside === 'string' ? [inside] : inside).map(unpackBlock);
}

function unpackBlock(block: PackedBlock): Block {
  if (typeof block === 'string') return { kind: 'paragraph', children: unpackLine([block]) };
  if (Array.isArray(block))
    return {
      kind: 'list',
      ordered: block[0] === 1,
      items: (block.slice(1) as PackedBlocks[]).map(unpackBlocks),
    };
  if (isTitled(block)) {
    const { in: inside = [], ...fields } = block;
    const children = unpackBlocks(inside);
    if ('cause' in fields) {
      const { cause, steps, ...others } = fields;
      return {
        kind: 'cause',
        ...others,
        ...(steps && { steps: steps.map(String) }),
        title: cause,
        children,
      };
    }
    if ('step' in fields) {
      const { step, id = '', ...others } = fields;
      return { kind: 'step', id, ...others, title: step, children };
    }
    if ('only' in fields) {
      const { only, ...others } = fields;
      return { kind: 'only', ...others, id: only, children };
    }
    const { warning, ...others } = fields;
    return { kind: 'warning', ...others, id: warning, children };
  }
  return unpackFields(block);
}

function isTitled(
  block: PackedBlock,
): block is PackedCause | PackedStep | PackedWarning | PackedOnly {
  return typeof block === 'object' && ('in' in block || 'cause' in block);
}

function isStep(block: PackedBlock): block is PackedStep {
  return isTitled(block) && 'step' in block;
}

function unpackFields(block: { p: PackedInline[] } | { diagram: string } | PackedFields): Block {
  if ('p' in block) return { kind: 'paragraph', children: unpackLine(block.p as PackedInline[]) };
  if ('diagram' in block) return { kind: 'diagram', of: block.diagram as string };
  const { of, fits, sample, example, ...named } = block;
  const [[key, value] = ['', '']] = Object.entries(named);
  if (isPlatform(key))
    return { kind: 'platform', os: key, children: unpackBlocks(value as PackedBlocks) };
  if (typeof value === 'string') return { kind: 'code', language: key, text: value };
  return {
    kind: 'command',
    language: key,
    text: String(value),
    ...(of !== undefined && { of: String(of) }),
    ...(fits !== undefined && { fits: String(fits) }),
    ...(sample !== undefined && { sample: String(sample) }),
    ...(example !== undefined && { example: String(example) }),
  };
}

function isPlatform(key: string): key is Os {
  return Object.hasOwn(PLATFORMS, key);
}

function unpackLine(line: PackedInline[]): Inline[] {
  return line.flatMap((piece) =>
    typeof piece === 'string' ? piece.split('`').flatMap(unpackInline) : [piece],
  );
}

function unpackInline(text: string, index: number): Inline[] {
  if (text === '') return [];
  if (index % 2 === 0) return [{ kind: 'text', text }];
  if (text.startsWith('=')) return [{ kind: 'value', of: text.slice(1), sample: '' }];
  if (!text.startsWith('@')) return [{ kind: 'code', text }];
  return [{ kind: text.includes('/') ? 'entry' : 'guide', of: text.slice(1) }];
}
