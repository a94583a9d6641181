import { z } from 'zod';
import { slug } from './fields.ts';

/** A regular expression, or a list of alternatives. */
const pattern = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((written) => [written].flat().join('|'))
  .refine(isPattern, 'a regular expression, such as "/proc/[a-z]+"');

const valueType = z.strictObject({
  /**
   * `word` and `path` stay one argument, quoted if needed; a path is absolute and normalized.
   * `command` is a program and its arguments, with nothing that a shell interprets.
   */
  kind: z.enum(['word', 'path', 'command']),
  /** The pattern of the whole value in each shell; a shell without a pattern takes no value. */
  sh: pattern.exactOptional(),
  powershell: pattern.exactOptional(),
  /** Only for commands whose programs are all listed under `reading`; takes foreign text too. */
  reading: z.literal(true).exactOptional(),
  /** The tests of the patterns: values to accept, and values to refuse. */
  takes: z.array(z.string()).min(1),
  refuses: z.array(z.string()).min(1),
});

/** commands.yaml: the values that commands may take from a log. */
export const commandsSchema = z.strictObject({
  /**
   * Programs that change nothing, whatever their arguments are; some only with an option (`ls -l`).
   * Any other program may change something, and so may all of PowerShell.
   */
  reading: z.array(z.string().min(1)),
  /** Programs that accept `--`, which must then precede the values of a log. */
  'end-of-options': z.array(z.string().min(1)),
  /** Values that no type may take, unless it is `reading`. */
  never: z.array(z.string().min(1)).min(1),
  /** By the name used in `fits`. */
  types: z.record(slug, valueType),
});

export type CommandsYaml = z.infer<typeof commandsSchema>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(`^(?:${text})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
