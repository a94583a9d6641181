import { pageText } from '../../../i18n/pages.ts';
import type { Language } from '../../../model/languages.ts';

/** Matches a tag, or the text between two tags. */
const PIECE = /<[^>]*>|[^<]+/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Wrap examples in `<mark>`, including those that span several tokens of highlighted code.
 *
 * @example markExamples('kill <i>1234</i>', ['1234'], 'Replace it')
 * // 'kill <i><mark class="example" title="Replace it">1234</mark></i>'
 */
export function markExamples(html: string, examples: string[], title: string): string {
  const pieces = html.match(PIECE) ?? [];
  const text = pieces
    .filter((piece) => !isTag(piece))
    .flatMap(charactersOf)
    .map(decode)
    .join('');
  const marked = indicesOf(text, examples);
  const [open, close] = [
    `<mark class="example" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`,
    '</mark>',
  ];
  let at = 0;
  return pieces
    .map((piece) => {
      if (isTag(piece)) return piece;
      let isOpen = false;
      const inner = charactersOf(piece).map((character) => {
        const edge = marked.has(at) === isOpen ? '' : isOpen ? close : open;
        isOpen = marked.has(at);
        at += decode(character).length;
        return edge + character;
      });
      return inner.join('') + (isOpen ? close : '');
    })
    .join('');
}

/** Return the sentence that says that examples have to be replaced. */
export function noteOnExamples(language: Language, examples: string[]): string {
  return pageText[language].example(
    language === 'ja' ? examples.join('、') : new Intl.ListFormat('en').format(examples),
  );
}

/** Return the index of every character that belongs to an occurrence of one of the parts. */
function indicesOf(text: string, parts: string[]): Set<number> {
  const indices = new Set<number>();
  for (const part of parts)
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
      for (let index = 0; index < part.length; index++) indices.add(at + index);
  return indices;
}

function isTag(piece: string): boolean {
  return piece.startsWith('<');
}

/** Split a text into characters; a character reference counts as one. */
function charactersOf(text: string): string[] {
  return text.match(/&#?\w+;|[\s\S]/g) ?? [];
}

function decode(character: string): string {
  const name = character.length > 1 && character.startsWith('&') ? character.slice(1, -1) : null;
  if (name === null) return character;
  return name.startsWith('#')
    ? String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')))
    : (ENTITIES[name] ?? character);
}
