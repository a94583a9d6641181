import type { ShikiTransformer } from 'shiki';
import { commandWords } from '../display/index.ts';

type Child = Parameters<NonNullable<ShikiTransformer['line']>>[0]['children'][number];

/** A piece of a line: what stands in it, and the element or the text that it comes from. */
interface Piece {
  text: string;
  source: Child;
}

/** Keeps words with a hyphen together in commands, for on a phone `-` at the end of a line and `FilterHashtable` below it are no option that anybody knows. */
export const wholeWords: ShikiTransformer = {
  name: 'whole-words',
  line(node) {
    if (this.options.lang !== 'sh' && this.options.lang !== 'powershell') return;
    const rest = node.children.map((source) => ({ text: textOf(source), source }));
    const children: (Piece | Piece[])[] = [];
    for (const { text, isWhole } of commandWords(rest.map((piece) => piece.text).join(''))) {
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

/** Take the pieces of so many characters off the front. */
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

/** Add a piece; what comes from the same element as the one before stays one with it. */
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
