import { z } from 'zod';
import { slug, version } from './fields.ts';

const setting = z
  .strictObject({
    /** Where it stands, such as `plugin.checks.*.memo`; `*` is a name that the writer of the file chooses. */
    paths: z
      .array(
        z
          .string()
          .regex(
            /^[a-z_]+(\.([a-z_]+|\*))*$/,
            'names joined by dots, such as plugin.checks.*.memo',
          ),
      )
      .min(1),
    /** strings: a list of text. command: text, or a list of text. minutes: a number, or text such as 10m. pattern: a regular expression of Go. */
    type: z.enum(['string', 'boolean', 'integer', 'strings', 'command', 'minutes', 'pattern']),
    /** What else its text must be: `Service:role`, or a value of the environment, whose name has no `=`. */
    format: z.enum(['role', 'environment']).optional(),
    /** Without it the program does not start; below a `*`, without it the table makes no sense. */
    required: z.boolean().default(false),
    /** Its value is never shown. */
    secret: z.boolean().default(false),
    /** The only values that are taken. */
    values: z.array(z.string()).optional(),
    /** Minutes; what lies outside is moved to the nearest one. */
    min: z.number().optional(),
    max: z.number().optional(),
    /** Characters; what is longer is cut. */
    characters: z.number().int().positive().optional(),
    /** The first version that knows it. */
    since: version.optional(),
    /** The guide for a value that is not taken, where it is another than that of `problems`. */
    guide: slug.optional(),
    /** What it is for, in one sentence. */
    about: z.strictObject({ en: z.string(), ja: z.string() }),
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, 'a min that is not above max');

/** What can be wrong in a configuration file. */
const PROBLEM_CODES = [
  'encoding',
  'characters',
  'backslash',
  'escape-changed',
  'syntax',
  'duplicate',
  'type',
  'pattern',
  'value',
  'unknown-key',
  'wrong-table',
  'other-plugins',
  'section-name',
  'dotted-name',
  'command-missing',
  'command-type',
  'environment-name',
  'missing',
  'missing-here',
  'role',
  'duration',
  'range',
  'characters-cut',
  'attempts',
  'too-new',
  'verbose-and-silent',
  'unchecked',
] as const;

/** config.yaml: what may stand in a product's configuration file, and what each fault in it costs. */
export const settingsSchema = z.strictObject({
  /** The file's name as people say it. */
  file: z.string(),
  /** Lines that only the program's own check of its configuration prints: how they begin, and behind `…` what stands in them. */
  configtest: z.array(z.string()).min(1),
  /** The guide for what df could not read: any such line drops all filesystem metrics. */
  'df-errors': slug,
  /** The guides for what a request to the API by curl shows, where it shows a fault. */
  probe: z.strictObject({
    forbidden: slug,
    outage: slug,
    other: slug,
    dns: slug,
    proxy: slug,
    refused: slug,
    timeout: slug,
    cut: slug,
    certificate: slug,
    failed: slug,
  }),
  /** The guide for a service that ended, where its log does not say why. */
  ended: z.strictObject({ systemd: slug, windows: slug }),
  settings: z.array(setting).min(1),
  problems: z.record(
    z.enum(PROBLEM_CODES),
    z.strictObject({
      /** stops: no start. refused: a start, but no reload. changed: another value is used. note: nothing is lost. */
      effect: z.enum(['stops', 'refused', 'changed', 'note']),
      guide: slug.optional(),
    }),
  ),
});

export type SettingsYaml = z.infer<typeof settingsSchema>;
