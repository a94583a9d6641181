import { closestWord } from './closest-word.ts';
import type { ConfigValue, TextPosition } from './config-document.ts';

/** A word of a command line, in quotes or not. */
const WORD = /"[^"]*"|'[^']*'|[^\s"']+/g;
/** Characters that a shell does not pass on to the program unchanged. */
const OF_SHELL = /[|;&<>$`()]/;
/** An option; its value may follow without a blank. */
const OPTION = /^(?:--(?<name>[\w-]+)|-(?<letter>[a-z]))/i;
/**
 * An option with more words in the same argument: they are taken as a part of its name or, as a
 * number with blanks in it, of its value.
 */
const SEVERAL_WORDS = /^--[\w-]+[ \t]|^-{1,2}[a-z]+(?:-[a-z]+)*[= \t]*\d[\d.,%]*[ \t]+-/i;
/** Where such an argument would be divided: after the name of an option, and before an option. */
const BETWEEN_WORDS = /(?<=(?:^|\s)-[\w-]+)\s+|\s+(?=-)/;
/** Options that the option parser adds to every program. */
const OF_LIBRARY = ['h', 'help'];

interface Word {
  text: string;
  place: TextPosition;
}

/** An option as it is written, and what was probably meant. */
export interface UnknownOption {
  place: TextPosition;
  found: string;
  expected?: string;
}

/**
 * Find the first option of a command that its program does not have, or that is one argument with
 * other words; null if there is none, or if the options of the program are not known.
 */
export function findUnknownOption(
  command: ConfigValue,
  options: Readonly<Record<string, readonly string[]>>,
): UnknownOption | null {
  const [program, ...words] = wordsOf(command);
  const name = program?.text.replace(/^.*[/\\]/, '').replace(/\.exe$/i, '') ?? '';
  const known = Object.hasOwn(options, name) ? [...(options[name] ?? []), ...OF_LIBRARY] : null;
  if (!known) return null;
  for (const { text, place } of words) {
    if (text === '--') return null;
    const { name: long, letter } = OPTION.exec(text)?.groups ?? {};
    const option = long ?? letter;
    if (option === undefined) continue;
    if (known.includes(option)) {
      if (command.kind !== 'array' || !SEVERAL_WORDS.test(text)) continue;
      const expected = text.split(BETWEEN_WORDS).map((word) => `"${word}"`);
      const item = { ...place, column: place.column - 1, length: place.length + 2 };
      return { place: item, found: `"${text}"`, expected: expected.join(', ') };
    }
    const found = long === undefined ? `-${option}` : `--${option}`;
    const meant = long === undefined ? null : closestWord(long, known);
    return {
      place: { ...place, length: Math.min(place.length, found.length) },
      found,
      ...(meant !== null && { expected: `--${meant}` }),
    };
  }
  return null;
}

/** Return the words of a command, up to the first that a shell would change. */
function wordsOf({ kind, text, place, items }: ConfigValue): Word[] {
  if (kind === 'array')
    return items.map((item) => ({ text: item.text, place: insideQuotes(item.text, item.place) }));
  const inside = insideQuotes(text, place);
  const words = [...text.matchAll(WORD)].map(([word], at, all) => ({
    text: word.replace(/^(["'])(.*)\1$/, '$2'),
    place: { ...inside, column: inside.column + (all[at]?.index ?? 0) },
  }));
  const end = words.findIndex((word) => OF_SHELL.test(word.text));
  return end < 0 ? words : words.slice(0, end);
}

/** Return the place of a text without the quotes around it, unless it is written with escapes. */
function insideQuotes(text: string, place: TextPosition): TextPosition {
  return place.length === text.length + 2
    ? { ...place, column: place.column + 1, length: text.length }
    : place;
}
