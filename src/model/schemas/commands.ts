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
  /**
   * The type is only for commands whose programs are all listed under `reading`, so it also accepts
   * values that another program wrote into the log.
   */
  reading: z.literal(true).exactOptional(),
  /** The tests of the patterns: values to accept, and values to refuse. */
  takes: z.array(z.string()).min(1),
  refuses: z.array(z.string()).min(1),
});

/** commands.yaml: the values that commands may take from a log. */
export const commandsSchema = z.strictObject({
  /**
   * Programs that change nothing, whatever their arguments are. One with options, such as
   * `ls -l`, is meant with these options only. Any other program, and any PowerShell command, may
   * change something.
   */
  reading: z.array(z.string().min(1)),
  /** Programs that accept `--`, which must then precede the values of a log. */
  'end-of-options': z.array(z.string().min(1)),
  /** Values that only types with `reading` accept. */
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
