import { maskSecrets } from '../redaction/mask-secrets.ts';

/** An option and its value, also in a configuration's list: `-p 80`, `--p=80`, `"-p", "80"`. */
const FLAG =
  /(?<![\w-])--?([a-z][\w-]{0,63})(?:=|["']?,?[ \t]+)(["']?)(?!-)([^\s"',\]]{1,512})\2/gi;

/**
 * Read the values that command lines in a text give to their options, by name with one dash. An
 * option with several values is left out, because each may be of another command, and so are
 * secrets.
 */
export function flagsIn(text: string): Record<string, string> {
  const values = new Map<string, Set<string>>();
  for (const line of text.split('\n'))
    for (const [, name = '', , value = ''] of maskSecrets(line).matchAll(FLAG))
      values.set(`-${name}`, (values.get(`-${name}`) ?? new Set()).add(value));
  return Object.fromEntries(
    [...values].flatMap(([name, [value = '', ...others]]) =>
      others.length > 0 || value.includes('**') ? [] : [[name, value]],
    ),
  );
}
