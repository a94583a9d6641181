/** Decoded views of a text, which reveal values that are escaped in it. */

/** A decoded text with the source offset of each of its characters, plus one for its end. */
export interface View {
  text: string;
  offsets: Uint32Array;
}

/** Decode percent escapes of printable ASCII, such as `%40`; null if there are none. */
export function decodePercent(text: string): View | null {
  return viewOf(text, /%[2-7][0-9a-f]/gi, (escape) =>
    String.fromCharCode(parseInt(escape.slice(1), 16)),
  );
}

/** Remove Markdown backslash escapes, such as `\_`; null if there are none. */
export function withoutMarkdownEscapes(text: string): View | null {
  return viewOf(text, /\\[!-/:-@[-`{-~]/g, (escape) => escape.slice(1));
}

/** Decode each escape to one character. */
function viewOf(text: string, escapes: RegExp, decode: (escape: string) => string): View | null {
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  const copyUpTo = (to: number): void => {
    pieces.push(text.slice(at, to));
    for (; at < to; at++) places.push(at);
  };
  for (const { index, 0: escape } of text.matchAll(escapes)) {
    copyUpTo(index);
    pieces.push(decode(escape));
    places.push(index);
    at = index + escape.length;
  }
  if (at === 0) return null;
  copyUpTo(text.length);
  return { text: pieces.join(''), offsets: Uint32Array.from([...places, text.length]) };
}
