import type { ShikiTransformer } from 'shiki';
import { isWhole } from '../display/index.ts';

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
    const children: (Piece | Piece[])[] = [];
    for (const word of wordsOf(node.children.flatMap(piecesOf))) {
      if (isWhole(word.map(({ text }) => text).join(''))) children.push(word);
      else for (const piece of word) join(children, piece);
    }
    node.children = children.map((child) => (Array.isArray(child) ? { type: 'element', tagName: 'span', properties: { class: 'whole' }, children: child.map(elementOf) } : elementOf(child)));
  },
};

/** The words and the spaces of an element or a text. */
function piecesOf(source: Child): Piece[] {
  return textOf(source).split(/(\s+)/).filter((text) => text !== '').map((text) => ({ text, source }));
}

/** Pieces up to a space are one word. */
function wordsOf(pieces: Piece[]): Piece[][] {
  const words: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    const isSpace = piece.text.trim() === '';
    if (open && !isSpace) words.at(-1)?.push(piece);
    else words.push([piece]);
    open = !isSpace;
  }
  return words;
}

/** Add a piece; what comes from the same element as the one before stays one with it. */
function join(children: (Piece | Piece[])[], piece: Piece): void {
  const last = children.at(-1);
  if (last && !Array.isArray(last) && last.source === piece.source) last.text += piece.text;
  else children.push({ ...piece });
}

function elementOf({ text, source }: Piece): Child {
  return source.type === 'element' ? { ...source, children: [{ type: 'text', value: text }] } : { type: 'text', value: text };
}

function textOf(child: Child): string {
  return child.type === 'text' ? child.value : child.type === 'element' ? child.children.map((inner) => (inner.type === 'text' ? inner.value : '')).join('') : '';
}
