import type { Block } from '../catalog/prose.ts';
import type { Answer, Finding } from '../engine/report.ts';
import type { InspectedReport } from '../inspect/report.ts';
import { findingsOf } from './findings-of.ts';
import { isPlain } from './visible.ts';

/** Finds what the reader's own log, or configuration, says for holes that a guide names; null where it says nothing. */
export type Values = (holes: string) => string | null;

/** A piece of a command, and where it comes from: an example is nobody's value, and has to be replaced before the command is run. */
export interface Piece {
  text: string;
  from: 'guide' | 'log' | 'example';
}

/** A command with what of it is a reader's. */
export type Command = Pick<Extract<Block, { kind: 'command' }>, 'language' | 'text' | 'of' | 'sample' | 'example'>;

/** A longer value is none to put into a command. */
const MAX_VALUE = 512;

/** What an answer's evidence says, and the configuration that it was found in; nothing of a report that was opened again, for what it holds only stands for values. */
export function valuesFor({ guide, evidence, consequences }: Pick<Answer, 'guide' | 'evidence' | 'consequences'>, report: InspectedReport): Values {
  if (report.reopened !== null) return valuesOf([]);
  const written = report.inspections.flatMap((inspection) => (inspection.kind === 'config' ? inspection.problems : [])).find((problem) => problem.guide === guide);
  return valuesOf(findingsOf(report, [...evidence, ...consequences]), report.findings, written && { line: String(written.line) });
}

/**
 * What findings say for `hole`, or for `catalog/entry:hole`: the first value that was captured and has nothing to hide. The second form takes
 * it from that entry's part of a message and what is nested in it, also where another program wrote that, and in any finding of the log.
 * Holes between ` | ` are tried in turn.
 */
export function valuesOf(findings: readonly Finding[], all: readonly Finding[] = findings, given: Record<string, string> = {}): Values {
  const read = (name: string): string | null => {
    const [hole = '', entry] = name.split(':').reverse();
    for (const { chain } of entry === undefined ? findings : [...findings, ...all]) {
      const from = entry === undefined ? 0 : chain.findIndex((link) => link.entry === entry);
      for (const link of from < 0 ? [] : chain.slice(from)) {
        const value = link.foreign && entry === undefined ? undefined : link.captures[hole]?.[0];
        if (value !== undefined && value.length <= MAX_VALUE && isPlain(value)) return value;
      }
    }
    return given[hole] ?? null;
  };
  return (holes) => holes.split(' | ').reduce<string | null>((found, name) => found ?? read(name), null);
}

/** Put the reader's values into a command in the place of its samples, quoted for its shell; without a value a sample stays. */
export function fillCommand(command: Command, values: Values): Piece[] {
  const { language, text } = command;
  const holes = listOf(command.of);
  const own = new Map(listOf(command.sample).map((sample, index) => [sample, holes[index] ?? '']));
  const examples = new Set(listOf(command.example));
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (last?.from === piece.from && piece.from === 'guide') last.text += piece.text;
    else if (piece.text !== '') pieces.push(piece);
  };
  let at = 0;
  for (const { index, 0: sample } of text.matchAll(anyOf([...own.keys(), ...examples]))) {
    add({ text: text.slice(at, index), from: 'guide' });
    const hole = own.get(sample);
    const value = hole === undefined ? null : values(hole);
    const written = value === null ? null : write(value, hole ?? '', text.slice(0, index), language === 'powershell');
    // What the guide has anyway needs no mark, nor has it to be replaced.
    add(written === null ? { text: sample, from: examples.has(sample) ? 'example' : 'guide' } : { text: written, from: value === sample ? 'guide' : 'log' });
    at = index + sample.length;
  }
  add({ text: text.slice(at), from: 'guide' });
  return pieces;
}

/** The whole command. */
export function commandText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** What in a command has to be replaced, each once. */
export function examplesIn(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap(({ text, from }) => (from === 'example' ? text : [])))];
}

/** The items of an attribute that lists several. */
export function listOf(attribute: string | undefined): string[] {
  return attribute === undefined ? [] : attribute.split(', ');
}

/** The longest first, so that none is taken for the beginning of another. */
function anyOf(samples: string[]): RegExp {
  const longest = samples.sort((a, b) => b.length - a.length).map((sample) => sample.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(longest.length === 0 ? '$^' : longest.join('|'), 'g');
}

/** A value as it stands in a command behind what comes before it; null where it has no place there. */
function write(value: string, hole: string, before: string, isPowershell: boolean): string | null {
  // A path of one platform has no place in the command of another.
  if (isPowershell ? value.startsWith('/') : /^[A-Za-z]:\\/.test(value)) return null;
  // Typographic quotes end a text of PowerShell too.
  if (isPowershell) return /^[\w./:\\][\w./:\\-]*$/.test(value) ? value : `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  const isInQuotes = before.split("'").length % 2 === 0;
  if (isInQuotes) return isSimple(value) ? value : null;
  return /(?:^|[ :])command$/.test(hole) ? writeCommand(value, before.endsWith(' sh -c ')) : quote(value);
}

/** A command of the log as one that can be run: the log shows no quotes, and one for the shell begins with `sh -c`. */
function writeCommand(command: string, isForShell: boolean): string {
  const script = /^sh -c (.+)$/.exec(command)?.[1] ?? (isForShell || !isSimple(command) ? command : null);
  return script === null ? command : `${isForShell ? '' : 'sh -c '}${quote(script)}`;
}

function quote(value: string): string {
  return isSimple(value) && !value.includes(' ') ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Words that mean to a shell what they say. */
function isSimple(value: string): boolean {
  return /^[\w./:@%+=,][\w./:@%+=, -]*$/.test(value);
}
