import type { ValueType, Shell } from '../../model/words.ts';
import { hasNoHiddenCharacters } from './escape-hidden.ts';

/** A captured value; `foreign` if another program wrote it. */
export interface Captured {
  text: string;
  foreign: boolean;
}

const PATH_START: Record<Shell, RegExp> = { sh: /^\//, powershell: /^[a-z]:\\/i };
/** Single separators, and no character that a program or a shell expands. */
const PATH_REST: Record<Shell, RegExp> = {
  sh: /^(?:\/[\p{L}\p{M}\p{N} ._+@=,:()-]+)+$/u,
  powershell: /^[A-Za-z]:(?:\\[\p{L}\p{M}\p{N} ._+@=,()-]+)+$/u,
};
const WORD = /^[\w./:@%+=,[\]-]+$/;
/** Arguments that every shell reads literally, without quotes. */
const COMMAND = /^[\w./:@%+,-][\w./:@%+=,-]*(?: [\w./:@%+,-][\w./:@%+=,-]*)*$/;
/** In characters. Readers cannot check a longer value before they run the command. */
const MAX_VALUE = 512;

/** Return whether a value can be shown as it is: short enough, with no hidden characters. */
export function isShowable(text: string): boolean {
  return text.length <= MAX_VALUE && hasNoHiddenCharacters(text);
}

/** Strip the `sh -c` that the log puts before a command given as one string. */
export function commandLineOf(text: string): string {
  return text.replace(/^(?:\/bin\/)?sh -c /, '');
}

/** Return whether a value may enter a command for `shell` at a place of `type`. */
export function fitsType({ text, foreign }: Captured, type: ValueType, shell: Shell): boolean {
  const pattern = type[shell];
  if (pattern === undefined || (foreign && !type.reading)) return false;
  const written = type.kind === 'command' ? commandLineOf(text) : text;
  return isSound(written, type.kind, shell) && new RegExp(`^(?:${pattern})$`, 'u').test(written);
}

/** Return whether a value is a path of a different operating system than `shell` runs on. */
export function isOfOtherSystem(text: string, shell: Shell): boolean {
  return PATH_START[shell === 'sh' ? 'powershell' : 'sh'].test(text);
}

/** Check what every type requires, so that patterns need not: no options, no `..`. */
export function isSound(text: string, kind: ValueType['kind'], shell: Shell): boolean {
  if (!isShowable(text) || /^[\p{Pd}\u2212]/u.test(text)) return false;
  // A dash after a space begins an option, so the value is a command line, not a name.
  if (kind !== 'command' && / [\p{Pd}\u2212]/u.test(text)) return false;
  if (text.split(/[\s/\\=,:]/).some((part) => part === '.' || part === '..')) return false;
  switch (kind) {
    case 'word':
      return WORD.test(text);
    case 'path':
      // Windows ignores dots and spaces at the end of a part, so the path may name another file.
      return PATH_REST[shell].test(text) && !/[ .](?:[/\\]|$)|[/\\] /.test(text);
    case 'command':
      return shell === 'sh' && COMMAND.test(text);
  }
}
