/** Other readings of a text, in which a value shows that is escaped in it. */

/** A text as it reads, with the place of each of its characters in the text that was written, and one more for its end. */
export interface View {
  text: string;
  places: Uint32Array;
}

/** Read `%40` as `@`; null where there is nothing like it. Of UTF-8 only what is ASCII. */
export function decodePercent(text: string): View | null {
  return viewOf(text, /%[2-7][0-9a-f]/gi, (escape) =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
}

/** Read `\_` as `_`, as Markdown does; null where there is nothing like it. */
export function withoutMarkdownEscapes(text: string): View | null {
  return viewOf(text, /\\[!-/:-@[-`{-~]/g, (escape) => escape.slice(1));
}

/** Each escape becomes one character. */
function viewOf(text: string, escapes: RegExp, read: (escape: string) => string): View | null {
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  const keep = (to: number): void => {
    pieces.push(text.slice(at, to));
    for (; at < to; at++) places.push(at);
  };
  for (const { index, 0: escape } of text.matchAll(escapes)) {
    keep(index);
    pieces.push(read(escape));
    places.push(index);
    at = index + escape.length;
  }
  if (at === 0) return null;
  keep(text.length);
  return { text: pieces.join(''), places: Uint32Array.from([...places, text.length]) };
}
