import { allBlocks, fitsType, listOf, type Command } from '../../report/format/index.ts';
import type { Shell } from '../../model/words.ts';
import { buildFollowUp } from '../build-follow-up.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';
import { simpleCommands } from '../simple-commands.ts';
import { followUpsOf } from './follow-ups.ts';

const FILE = 'content/commands.yaml';
const SHELLS: readonly Shell[] = ['sh', 'powershell'];

type Commands = Content['commands'];
type DeclaredType = Commands['types'][string];

/** A place in a command that a log may fill. */
interface Place {
  text: string;
  shell: Shell;
  sample: string;
  /** The type that `fits` names. */
  name: string;
}

/** Check that each place a log may fill has a type that is safe there, and test the types. */
export function checkCommandValues(content: Content): Problem[] {
  const { commands } = content;
  const places = commandsIn(content).flatMap(({ file, command }) =>
    placesIn(command).flatMap((place) =>
      faultsOf(place, commands).map((fault) => ({
        file,
        anchorText: `fits="${command.fits}"`,
        ...fault,
      })),
    ),
  );
  return [...checkTypes(commands), ...places];
}

/** List every command that may be filled: those of pages, and those of follow-up questions. */
function commandsIn(content: Content): { file: string; command: Command }[] {
  const pages = [...content.entries, ...content.guides].flatMap(({ prose }) => translations(prose));
  const shown = pages.flatMap(({ file, parts }) =>
    allBlocks(parts).flatMap((block) =>
      block.kind === 'command' ? [{ file, command: block as Command }] : [],
    ),
  );
  const asked = followUpsOf(content).flatMap(({ file, ask }) => {
    const { commands, ...words } = buildFollowUp(ask, content.site.languages[0]);
    return Object.entries(commands).map(([os, text]) => ({
      file,
      command: { ...words, text, language: os === 'windows' ? 'powershell' : 'sh' },
    }));
  });
  return [...shown, ...asked];
}

/** List the places of a command. Samples without a type are reported when it is parsed. */
function placesIn({ text, language, sample, fits }: Command): Place[] {
  const names = listOf(fits);
  const shell = language === 'powershell' ? 'powershell' : 'sh';
  return listOf(sample).flatMap((value, index) => {
    const name = names[index];
    return name === undefined || !text.includes(value)
      ? []
      : [{ text, shell, sample: value, name }];
  });
}

function checkTypes({ types, never }: Commands): Problem[] {
  return Object.entries(types).flatMap(([name, type]) => {
    const takes = (text: string): boolean => takesValue(type, text);
    const wrong = (verb: string, write: string) => (text: string) => ({
      file: FILE,
      anchorText: `${name}:`,
      found: `${name} ${verb} "${text}"`,
      write,
    });
    const { takes: wanted, refuses: unwanted, reading } = type;
    const missed = wanted.filter((text) => !takes(text));
    const forbidden = reading ? [] : never.filter(takes);
    return [
      ...missed.map(wrong('refuses', 'a pattern that takes it, or the value under refuses')),
      ...unwanted.filter(takes).map(wrong('takes', 'a narrower pattern, or the value under takes')),
      ...forbidden.map(
        wrong(
          'takes',
          'a narrower pattern: never lists it, so only a type for reading may take it',
        ),
      ),
    ];
  });
}

function takesValue(type: DeclaredType, text: string): boolean {
  return SHELLS.some((shell) => fitsType({ text, foreign: false }, type, shell));
}

type Fault = Pick<Problem, 'found' | 'write'>;

function faultsOf({ text, shell, sample, name }: Place, commands: Commands): Fault[] {
  const type = Object.hasOwn(commands.types, name) ? commands.types[name] : undefined;
  if (!type) {
    const known = Object.keys(commands.types).join(', ') || 'there is none yet';
    const found = `fits="${name}", a type that does not exist`;
    return [{ found, write: `a type of ${FILE}: ${known}` }];
  }
  if (type[shell] === undefined) {
    const write = `a pattern of ${name} for ${shell} in ${FILE}, or no of and sample`;
    return [{ found: `fits="${name}" in a command for ${shell}`, write }];
  }
  const faults: Fault[] = [];
  const changing = type.reading ? changingIn(text, shell, commands.reading) : null;
  if (changing !== null) {
    faults.push({
      found: `fits="${name}", which is for reading only, in a command that runs "${changing}"`,
      write: `a type without reading, or only programs that are listed under reading in ${FILE}`,
    });
  }
  const open = shell === 'sh' ? programWithoutEnd(text, sample, commands) : null;
  if (open !== null) {
    faults.push({
      found: `"${open}" without -- before "${sample}"`,
      write: `${open} … -- ${sample}`,
    });
  }
  if (type.kind === 'command' && /-c\s+$/.test(text.slice(0, text.indexOf(sample)))) {
    faults.push({
      found: `"${sample}" after -c without quotes`,
      write: `-c '${sample}': a command of the log has arguments`,
    });
  }
  return faults;
}

/** Return the part of a command that may change something, or null if all of it only reads. */
function changingIn(text: string, shell: Shell, reading: string[]): string | null {
  if (shell === 'powershell' || /[`$]/.test(text)) return text;
  const changing = simpleCommands(text).find(
    ({ words, redirects }) =>
      redirects || !reading.some((program) => `${words.join(' ')} `.startsWith(`${program} `)),
  );
  return changing ? `${changing.words.join(' ')}${changing.redirects ? ' > …' : ''}` : null;
}

/**
 * Return the program that takes `sample` as an argument without a `--` before it, or null. A
 * subcommand of a program that only reads (`aws logs tail`) does not count.
 */
function programWithoutEnd(
  text: string,
  sample: string,
  { reading, 'end-of-options': programs }: Commands,
): string | null {
  for (const { words } of simpleCommands(text)) {
    const at = words.findIndex((word) => word.startsWith(sample));
    const before = words.slice(0, Math.max(at, 0));
    const names = reading
      .map((program) => program.split(' '))
      .find((parts) => parts.every((part, index) => part === words[index]));
    const program = before.findLastIndex(
      (word, index) => programs.includes(word) && (index === 0 || index >= (names?.length ?? 0)),
    );
    if (program >= 0 && !before.slice(program).includes('--')) return before[program] ?? null;
  }
  return null;
}
