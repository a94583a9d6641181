/** What is outside a text and a comment, and looks like a character of TOML. */
interface Strange {
  /** From 0. */
  at: number;
  character: string;
  plain: string;
  /** The line with all of them as they would be right. */
  write: string;
}

const PLAIN: Record<string, string> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '、': ',',
  '\u3000': ' ',
  '\u00a0': ' ',
};

/** What marks a quote that is none of TOML's. */
const STRANGE = '~';

/** Find the first character of a line that looks like one of TOML and is another; null where there is none. Texts and comments stay as they are. */
export function findStrange(line: string): Strange | null {
  let first: Omit<Strange, 'write'> | null = null;
  let written = '';
  let quote: string | null = null;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    const plain = plainOf(character);
    const meant = plain ?? character;
    // A text that a strange quote begins is ended by a strange one or a plain one.
    const isEnd: boolean = quote !== null && (quote === character || quote === STRANGE + meant);
    if (quote !== null && !isEnd) {
      written += character;
      continue;
    }
    if (plain !== undefined) first ??= { at, character, plain };
    if (meant === '#') return first && { ...first, write: written + meant + line.slice(at + 1) };
    written += meant;
    quote =
      isEnd || (meant !== '"' && meant !== "'")
        ? null
        : plain === undefined
          ? meant
          : STRANGE + meant;
  }
  return first && { ...first, write: written };
}

/** The wide forms of ASCII are at a fixed distance from it. */
function plainOf(character: string): string | undefined {
  return (
    PLAIN[character] ??
    (character >= '！' && character <= '～'
      ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
      : undefined)
  );
}
