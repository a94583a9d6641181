import type { ShikiTransformer } from 'shiki';
import { splitCommand } from '../../report/format/index.ts';

type Child = Parameters<NonNullable<ShikiTransformer['line']>>[0]['children'][number];

/** A piece of a line: its text, and the node that it comes from. */
interface Piece {
  text: string;
  source: Child;
}

/**
 * Keeps hyphenated words of commands together. If a narrow screen broke a line after the `-` of
 * `-FilterHashtable`, the word would no longer look like an option.
 */
export const keepWordsTogether: ShikiTransformer = {
  name: 'whole-words',
  line(node) {
    if (this.options.lang !== 'sh' && this.options.lang !== 'powershell') return;
    const rest = node.children.map((source) => ({ text: textOf(source), source }));
    const children: (Piece | Piece[])[] = [];
    for (const { text, isWhole } of splitCommand(rest.map((piece) => piece.text).join(''))) {
      const pieces = take(rest, text.length);
      if (isWhole) children.push(pieces);
      else for (const piece of pieces) join(children, piece);
    }
    node.children = children.map((child) =>
      Array.isArray(child)
        ? {
            type: 'element',
            tagName: 'span',
            properties: { class: 'whole' },
            children: child.map(elementOf),
          }
        : elementOf(child),
    );
  },
};

/** Remove pieces of `length` characters in total from the front of `rest`, and return them. */
function take(rest: Piece[], length: number): Piece[] {
  const taken: Piece[] = [];
  for (let left = length; left > 0; left -= taken.at(-1)?.text.length ?? left) {
    const first = rest.shift();
    if (!first) break;
    taken.push({ ...first, text: first.text.slice(0, left) });
    if (first.text.length > left) rest.unshift({ ...first, text: first.text.slice(left) });
  }
  return taken;
}

/** Append a piece, merging it with the previous one if both come from the same node. */
function join(children: (Piece | Piece[])[], piece: Piece): void {
  const last = children.at(-1);
  if (last && !Array.isArray(last) && last.source === piece.source) last.text += piece.text;
  else children.push({ ...piece });
}

function elementOf({ text, source }: Piece): Child {
  return source.type === 'element'
    ? { ...source, children: [{ type: 'text', value: text }] }
    : { type: 'text', value: text };
}

function textOf(child: Child): string {
  return child.type === 'text'
    ? child.value
    : child.type === 'element'
      ? child.children.map((inner) => (inner.type === 'text' ? inner.value : '')).join('')
      : '';
}
