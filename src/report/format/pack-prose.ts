import type { Block, Inline, Os } from '../../model/prose.ts';

/**
 * Prose as it is downloaded: without node names, which would be a quarter of its size.
 *
 * - A paragraph is a string. Text in backticks is code, or a guide or entry if it begins with @.
 * - A list is `[1 if ordered, else 0, …items]`, a cause `[title, inside]`, a step
 *   `[title, id, inside]`.
 * - `{ sh: 3 }` is the command at index 3 of the shared commands, `{ log: 'text' }` an excerpt, and
 *   `{ linux: inside }` prose for one platform.
 */
export type PackedBlock =
  | string
  | { p: PackedInline[] }
  | [number, ...PackedBlocks[]]
  | [string, PackedBlocks]
  | [string, string, PackedBlocks]
  | { diagram: string }
  | PackedFields;
type PackedFields = { [key: string]: string | number | PackedBlock[] };
/** The blocks inside another block; a single packed paragraph is not wrapped in a list. */
export type PackedBlocks = string | PackedBlock[];
/** Text with code and links, or an unpacked node that is too rare to need a short form. */
type PackedInline = string | Inline;

const PLATFORMS: Record<Os, true> = {
  linux: true,
  windows: true,
  macos: true,
  docker: true,
  kubernetes: true,
};

/**
 * Pack blocks. `numberOf` returns the index of a command. The ids of causes are left out: only a
 * guide's page has those anchors.
 */
export function packBlocks(blocks: Block[], numberOf: (command: string) => number): PackedBlocks {
  const packed = blocks.map((block) => packBlock(block, numberOf));
  const [first] = packed;
  return packed.length === 1 && typeof first === 'string' ? first : packed;
}

function packBlock(block: Block, numberOf: (command: string) => number): PackedBlock {
  const inside = (children: Block[]): PackedBlocks => packBlocks(children, numberOf);
  switch (block.kind) {
    case 'paragraph': {
      const line = packLine(block.children);
      const [first] = line;
      return line.length === 1 && typeof first === 'string' ? first : { p: line };
    }
    case 'list':
      return [Number(block.ordered), ...block.items.map(inside)];
    case 'code':
      return { [block.language]: block.text };
    case 'command':
      return {
        [block.language]: numberOf(block.text),
        ...(block.of !== undefined && { of: block.of }),
        ...(block.fits !== undefined && { fits: block.fits }),
        ...(block.sample !== undefined && { sample: block.sample }),
        ...(block.example !== undefined && { example: block.example }),
      };
    case 'diagram':
      return { diagram: block.of };
    case 'cause':
      return [block.title, inside(block.children)];
    case 'step':
      return [block.title, block.id, inside(block.children)];
    case 'platform':
      return { [block.os]: inside(block.children) };
  }
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
  if (inline.kind === 'code' && !/`|^@/.test(inline.text)) return `\`${inline.text}\``;
  return inline;
}

/** Unpack blocks; `commands` are the shared commands, by index. */
export function unpackBlocks(inside: PackedBlocks, commands: string[]): Block[] {
  return (typeof inside === 'string' ? [inside] : inside).map((block) =>
    unpackBlock(block, commands),
  );
}

function unpackBlock(block: PackedBlock, commands: string[]): Block {
  const blocks = (inside: PackedBlocks): Block[] => unpackBlocks(inside, commands);
  if (typeof block === 'string') return { kind: 'paragraph', children: unpackLine([block]) };
  if (Array.isArray(block)) {
    if (isList(block))
      return {
        kind: 'list',
        ordered: block[0] === 1,
        items: (block.slice(1) as PackedBlocks[]).map(blocks),
      };
    if (block.length === 2)
      return { kind: 'cause', id: '', title: block[0], children: blocks(block[1]) };
    return { kind: 'step', id: block[1], title: block[0], children: blocks(block[2]) };
  }
  return unpackFields(block, commands);
}

function isList(
  block: [number, ...PackedBlocks[]] | [string, ...unknown[]],
): block is [number, ...PackedBlocks[]] {
  return typeof block[0] === 'number';
}

function unpackFields(
  block: { p: PackedInline[] } | { diagram: string } | PackedFields,
  commands: string[],
): Block {
  if ('p' in block) return { kind: 'paragraph', children: unpackLine(block.p as PackedInline[]) };
  if ('diagram' in block) return { kind: 'diagram', of: block.diagram as string };
  const { of, fits, sample, example, ...named } = block;
  const [[key, value] = ['', '']] = Object.entries(named);
  if (isPlatform(key))
    return { kind: 'platform', os: key, children: unpackBlocks(value as PackedBlocks, commands) };
  if (typeof value === 'string') return { kind: 'code', language: key, text: value };
  return {
    kind: 'command',
    language: key,
    text: commands[Number(value)] ?? '',
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
  if (!text.startsWith('@')) return [{ kind: 'code', text }];
  return [{ kind: text.includes('/') ? 'entry' : 'guide', of: text.slice(1) }];
}
