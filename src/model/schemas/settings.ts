import { z } from 'zod';
import { EFFECTS, PROBLEM_CODES } from '../inspection.ts';
import { guideSlug, version } from './fields.ts';

const setting = z
  .strictObject({
    /**
     * Its paths in the file, such as `plugin.checks.*.memo`; `*` is a name that the user chooses.
     */
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
    /**
     * strings: a list of strings. command: a string, or a list of strings. minutes: a number, or a
     * string such as 10m. pattern: a Go regular expression.
     */
    type: z.enum(['string', 'boolean', 'integer', 'strings', 'command', 'minutes', 'pattern']),
    /** Format of its text: `Service:role`, or an environment variable, whose name has no `=`. */
    format: z.enum(['role', 'environment']).exactOptional(),
    /**
     * Whether the program does not start without it; below a `*`, whether the table is useless
     * without it.
     */
    required: z.boolean().exactOptional(),
    /** Whether its value must never be shown. */
    secret: z.boolean().exactOptional(),
    /** The only values that are accepted. */
    values: z.array(z.string()).exactOptional(),
    /** In minutes; values outside are clamped. */
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    /** Maximum length in characters; longer text is truncated. */
    characters: z.number().int().positive().exactOptional(),
    /** The first version that supports it. */
    since: version.exactOptional(),
    /** The guide for a value that is not accepted, if different from that in `problems`. */
    guide: guideSlug.exactOptional(),
    /** Its purpose, in one sentence. */
    about: z.strictObject({ en: z.string(), ja: z.string() }),
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, 'a min that does not exceed max');

/** The fields that help to recognize and explain pastes that are not a log. */
export const settingsInHints = {
  /**
   * Lines that only the program's own configuration check prints: their beginning and, after `…`,
   * further text in them.
   */
  configtest: z.array(z.string()).min(1),
  /** The guide for errors of df, any of which drops all filesystem metrics. */
  'df-errors': guideSlug,
  /** The guides for faults shown by a curl request to the API. */
  probe: z.strictObject({
    forbidden: guideSlug,
    outage: guideSlug,
    other: guideSlug,
    dns: guideSlug,
    proxy: guideSlug,
    refused: guideSlug,
    timeout: guideSlug,
    cut: guideSlug,
    certificate: guideSlug,
    failed: guideSlug,
  }),
  /** The guide for a service that stopped without its log saying why. */
  ended: z.strictObject({ systemd: guideSlug, windows: guideSlug }),
};

/**
 * config.yaml: the settings of a product's configuration file, and the effects of problems in it.
 */
export const settingsSchema = z.strictObject({
  /** The name by which people call the file. */
  file: z.string(),
  ...settingsInHints,
  settings: z.array(setting).min(1),
  problems: z.record(
    z.enum(PROBLEM_CODES),
    z.strictObject({
      /**
       * stops: it does not start. refused: it starts, but does not reload. changed: another value
       * is used. note: nothing is lost.
       */
      effect: z.enum(EFFECTS),
      guide: guideSlug.exactOptional(),
    }),
  ),
});

export type SettingsYaml = z.infer<typeof settingsSchema>;
