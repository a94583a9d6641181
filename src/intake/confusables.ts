/** A look-alike of a TOML character, outside strings and comments. */
interface Confusable {
  /** From 0. */
  at: number;
  character: string;
  plain: string;
  /** The line with all look-alikes replaced. */
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

/** Prefix of `quote` if a look-alike of that quote opened the string. */
const LOOK_ALIKE = '~';

/** Find the first look-alike of a TOML character, outside strings and comments; null if none. */
export function findConfusable(line: string): Confusable | null {
  let first: Omit<Confusable, 'write'> | null = null;
  let written = '';
  let quote: string | null = null;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    const plain = plainOf(character);
    const meant = plain ?? character;
    // A string opened by a look-alike quote is closed by a look-alike or an ASCII quote.
    const isEnd: boolean = quote !== null && (quote === character || quote === LOOK_ALIKE + meant);
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
          : LOOK_ALIKE + meant;
  }
  return first && { ...first, write: written };
}

/** Return the ASCII form of a look-alike; fullwidth forms are at a fixed offset from ASCII. */
function plainOf(character: string): string | undefined {
  return (
    PLAIN[character] ??
    (character >= '！' && character <= '～'
      ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
      : undefined)
  );
}
