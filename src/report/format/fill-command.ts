import type { Block } from '../../model/prose.ts';
import { commandLineOf, fitsType, isOfOtherSystem, isSound } from './value-types.ts';
import type { Shell, ValueType } from '../../model/words.ts';
import type { LogValues } from './values.ts';

/** A piece of a command and its origin; an example has to be replaced before the command runs. */
export interface CommandPiece {
  text: string;
  from: 'guide' | 'log' | 'example';
  /** For an example: the value of the log, which only a person can judge. */
  refused?: string;
}

/** A command and the places in it that a log value may fill. */
export type Command = Pick<
  Extract<Block, { kind: 'command' }>,
  'language' | 'text' | 'of' | 'fits' | 'sample' | 'example'
>;

/** Words that a shell reads literally, without quotes. */
const PLAIN_WORD: Record<Shell, RegExp> = {
  sh: /^[\w./:][\w./:@%+=,-]*$/,
  powershell: /^[\w./:\\][\w./:\\-]*$/,
};

/** A place in a command, and the command's text around it. */
interface Place {
  holes: string;
  /** The name of the type that a value must have. */
  type: string;
  sample: string;
  shell: Shell;
  before: string;
  after: string;
}

/**
 * Replace the samples in a command with the reader's values, quoted for its shell. A log can be
 * forged, so a value is used only if it fits the type declared for its place. Otherwise the sample
 * stays and is marked as an example.
 */
export function fillCommand(command: Command, values: LogValues): CommandPiece[] {
  const { language, text } = command;
  const shell = language === 'powershell' ? 'powershell' : 'sh';
  const [holes, types] = [listOf(command.of), listOf(command.fits)];
  const places = new Map(
    listOf(command.sample).map((sample, index) => [
      sample,
      { holes: holes[index] ?? '', type: types[index] ?? '' },
    ]),
  );
  const examples = new Set(listOf(command.example));
  const pieces: CommandPiece[] = [];
  const add = (piece: CommandPiece): void => {
    const last = pieces.at(-1);
    if (last?.from === piece.from && piece.from === 'guide') last.text += piece.text;
    else if (piece.text !== '') pieces.push(piece);
  };
  let at = 0;
  for (const { index, 0: sample } of text.matchAll(anyOf([...places.keys(), ...examples]))) {
    add({ text: text.slice(at, index), from: 'guide' });
    at = index + sample.length;
    const place = places.get(sample);
    const around = { before: text.slice(0, index), after: text.slice(at) };
    const filled = place && fillPlace({ ...place, sample, shell, ...around }, values);
    add(filled ?? { text: sample, from: examples.has(sample) ? 'example' : 'guide' });
  }
  add({ text: text.slice(at), from: 'guide' });
  return pieces;
}

/** Join the pieces into the whole command. */
export function commandText(pieces: readonly CommandPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** List the distinct examples that the reader has to replace in a command. */
export function examplesIn(pieces: readonly CommandPiece[]): string[] {
  return [...new Set(pieces.flatMap(({ text, from }) => (from === 'example' ? text : [])))];
}

/** List the distinct values of the log that must not enter a command unseen. */
export function refusedIn(pieces: readonly CommandPiece[]): string[] {
  return [...new Set(pieces.flatMap(({ refused }) => refused ?? []))];
}

/** Split an attribute's comma-separated list. */
export function listOf(attribute: string | undefined): string[] {
  return attribute === undefined ? [] : attribute.split(', ');
}

/** Match any of the samples, longest first, so that none matches as a prefix of another. */
function anyOf(samples: string[]): RegExp {
  const longest = samples
    .sort((a, b) => b.length - a.length)
    .map((sample) => sample.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(longest.length === 0 ? '$^' : longest.join('|'), 'g');
}

/** Fill a place with a value from the log, or return null if the log has none for it. */
function fillPlace(place: Place, values: LogValues): CommandPiece | null {
  const { holes, sample, shell } = place;
  const type = values.types[place.type];
  const value = type && values.find(holes, (captured) => fitsType(captured, type, shell));
  const written = type && value != null ? writeValue(value, type, place) : null;
  // A value that equals the sample needs no mark.
  if (written !== null) return { text: written, from: value === sample ? 'guide' : 'log' };
  // The log has a value that must not run, so the sample is probably wrong for this reader.
  const found = values.find(holes, ({ text }) => !isOfOtherSystem(text, shell));
  if (found === null) return null;
  if (found === sample) return { text: sample, from: 'guide' };
  const refused = type?.kind === 'command' ? commandLineOf(found) : found;
  const isPlain = type !== undefined && isSound(refused, type.kind, shell);
  return { text: sample, from: 'example', ...(isPlain && { refused }) };
}

/** Write a value for its place, quoted if needed, or return null if it cannot be used there. */
function writeValue(value: string, { kind }: ValueType, place: Place): string | null {
  const { shell, before, after } = place;
  if (kind === 'command') {
    const isApart = /[\s']$/.test(before) && /^(?:[\s;']|$)/.test(after);
    return isApart ? commandLineOf(value) : null;
  }
  if (PLAIN_WORD[shell].test(value)) return value;
  // A closing quote ends an argument in PowerShell, but not in a POSIX shell.
  const isApart = /(?:^|\s)$/.test(before) && /^(?:[\s;]|$)/.test(after);
  if (isInQuotes(before) || (shell === 'powershell' && !isApart)) return null;
  return `'${value}'`;
}

/** Return whether a quote is still open at the end of a text. */
function isInQuotes(text: string): boolean {
  return text.match(/'[^']*'|"[^"]*"|['"]/g)?.some(({ length }) => length === 1) ?? false;
}
