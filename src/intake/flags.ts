import { maskSecrets } from '../redaction/mask-secrets.ts';

/** An option and its value, also in a configuration's list: `-p 80`, `--p=80`, `"-p", "80"`. */
const FLAG =
  /(?<![\w-])--?([a-z][\w-]{0,63})(?:=|["']?,?[ \t]+)(["']?)(?!-)([^\s"',\]]{1,512})\2/gi;

/**
 * Read the values that command lines in a text give to their options, by name with one dash, and
 * those of the named groups of `patterns`. Names with several values are left out, because these
 * may belong to different commands, and so are secrets.
 */
export function flagsIn(text: string, patterns: readonly string[] = []): Record<string, string> {
  const values = new Map<string, Set<string>>();
  const add = (name: string, value = ''): void => {
    values.set(`-${name}`, (values.get(`-${name}`) ?? new Set()).add(value));
  };
  const groups = patterns.map((pattern) => new RegExp(pattern, 'g'));
  for (const line of text.split('\n').map(maskSecrets)) {
    for (const [, name = '', , value] of line.matchAll(FLAG)) add(name, value);
    for (const found of groups.flatMap((group) => [...line.matchAll(group)]))
      for (const [name, value] of Object.entries(found.groups ?? {})) add(name, value);
  }
  return Object.fromEntries(
    [...values].flatMap(([name, [value = '', ...others]]) =>
      others.length > 0 || value.includes('**') ? [] : [[name, value]],
    ),
  );
}
