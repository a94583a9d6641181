/** A piece of highlighted code: a tag, or text between tags. */
const PIECE = /<[^>]*>|[^<]+/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Mark what in highlighted code has to be replaced, also across the spans of its colours.
 *
 * @example markExamples('<code>kill <span class="c-number">1234</span></code>', ['1234'], 'Replace it') // '<code>kill <span class="c-number"><mark class="example" title="Replace it">1234</mark></span></code>'
 */
export function markExamples(html: string, examples: string[], title: string): string {
  const pieces = html.match(PIECE) ?? [];
  const text = pieces
    .filter((piece) => !isTag(piece))
    .flatMap(charactersOf)
    .map(decode)
    .join('');
  const marked = placesOf(text, examples);
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

/** Every place of a text that is within one of its parts. */
function placesOf(text: string, parts: string[]): Set<number> {
  const places = new Set<number>();
  for (const part of parts)
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
      for (let index = 0; index < part.length; index++) places.add(at + index);
  return places;
}

function isTag(piece: string): boolean {
  return piece.startsWith('<');
}

/** The characters of a text, each reference as one. */
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
