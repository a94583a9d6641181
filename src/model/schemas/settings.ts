import { z } from 'zod';
import { EFFECTS, PROBLEM_CODES } from '../inspection.ts';
import { guideSlug, texts, version } from './fields.ts';

const settingPath = z
  .string()
  .regex(/^[a-z_]+(\.([a-z_]+|\*))*$/i, 'names joined by dots, such as plugin.checks.*.memo');

const setting = z
  .strictObject({
    /**
     * Its paths in the file, such as `plugin.checks.*.memo`; `*` is a name that the user chooses.
     */
    paths: z.array(settingPath).min(1),
    /**
     * strings: a list of strings. command: a string, or a list of strings. minutes: a number, or a
     * string such as 10m. pattern: a Go regular expression. tables: a list, whose items are not
     * checked.
     */
    type: z.enum([
      'string',
      'boolean',
      'integer',
      'strings',
      'command',
      'minutes',
      'pattern',
      'tables',
    ]),
    /**
     * Format of its text. role: `Service:role`. files: a glob of further configuration files.
     */
    format: z.enum(['role', 'files']).exactOptional(),
    /** Whether configurations of other programs often have it too, so that it proves nothing. */
    common: z.boolean().exactOptional(),
    /** Another setting of the same table. If that is true, this one has no effect beyond `max`. */
    overridden: z.strictObject({ by: z.string(), max: z.number() }).exactOptional(),
    /**
     * Whether the program does not start without it; below a `*`, whether the table is useless
     * without it.
     */
    required: z.boolean().exactOptional(),
    /** Whether its value must never be shown. */
    secret: z.boolean().exactOptional(),
    /** For a command: the options of programs that are named in it, without their dashes. */
    options: z.record(z.string(), z.array(z.string()).min(1)).exactOptional(),
    /** The only values that are accepted. */
    values: z.array(z.string()).exactOptional(),
    /**
     * For an environment variable: the only field of a pod that Kubernetes may take its value from.
     */
    field: z.string().exactOptional(),
    /** Minutes outside are clamped; an integer below `min` is refused. */
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    /** The first version that supports it. */
    since: version.exactOptional(),
    /** The guide for a value that is not accepted, if different from that in `problems`. */
    guide: guideSlug.exactOptional(),
    /** The cause of that guide that such a value proves. */
    cause: z.string().exactOptional(),
    /** The effect of such a value, if different from that in `problems`. */
    effect: z.enum(EFFECTS).exactOptional(),
    /** Its purpose, in one sentence. */
    about: texts,
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, 'a min that does not exceed max');

const environment = z.strictObject({
  /** How the names of all variables begin; other variables are not looked at. */
  prefix: z.string().min(3),
  /** Each like a setting, whose path is the name of the variable. */
  variables: z.array(setting).min(1),
});

/** The fields of config.yaml that recognize the file. */
export const configurationInHints = {
  /** What people call the file. */
  file: z.string(),
  format: z.enum(['toml', 'yaml']),
  /** Its tables that configurations of other programs often have too. */
  'common-tables': z.array(z.string()).default([]),
  /**
   * Beginnings of the names of programs that only this file runs: a setting whose value is such a
   * program shows that a text is from this file.
   */
  runs: z.array(z.string().min(6)).default([]),
  /** The program's own command that checks the file, and how to recognize its output. */
  check: z
    .strictObject({
      command: z.string(),
      /**
       * Its lines for a valid file: their beginning and, after `…`, further text in them. A line
       * without a beginning alone does not show that it is the output of this command.
       */
      passed: z.array(z.string()).min(1),
      /** Its lines for a faulty file. */
      refused: z.array(z.string()).min(1),
      /** Text in the program's log before such lines, which the log then quotes. */
      quoted: z.string().exactOptional(),
    })
    .exactOptional(),
};

/**
 * config.yaml: the settings of a product's configuration file, and the effects of problems in it.
 */
export const settingsSchema = z.strictObject({
  ...configurationInHints,
  settings: z.array(setting).min(1),
  /** Tables that the program no longer reads, which still show whose file it is. */
  'former-tables': z.array(settingPath).default([]),
  /** The variables of the environment that configure the program too. */
  environment: environment.exactOptional(),
  /** Groups of settings or tables. A table with such a group must have exactly one of them. */
  alternatives: z.array(z.array(settingPath).min(2)).default([]),
  /** The faults to look for. */
  problems: z.partialRecord(
    z.enum(PROBLEM_CODES),
    z.strictObject({
      /**
       * stops: the program does not start. refused: it starts, but refuses to reload. changed: it
       * uses another value. note: no effect.
       */
      effect: z.enum(EFFECTS),
      guide: guideSlug.exactOptional(),
      /**
       * The causes of the guide, each with the texts that the fault must have (`*` is any text).
       * The first cause whose texts all match is proven.
       */
      causes: z
        .record(
          z.string(),
          z.strictObject({
            found: z.array(z.string()).exactOptional(),
            expected: z.array(z.string()).exactOptional(),
            detail: z.array(z.string()).exactOptional(),
          }),
        )
        .exactOptional(),
    }),
  ),
});

export type SettingsYaml = z.infer<typeof settingsSchema>;
