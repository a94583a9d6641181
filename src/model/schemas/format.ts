import { z } from 'zod';

/**
 * content/formats/*.yaml: what collectors, containers and terminals add to the lines of any
 * program. All products share it.
 */
export const formatSchema = z.strictObject({
  /**
   * Prefixes of a line, with holes program, container, stamp, month, day, clock and others; a hole
   * host, pod, task or container names the source of the line. `name` only says what adds it.
   */
  envelopes: z
    .array(
      z
        .strictObject({
          name: z.string(),
          text: z.string(),
          /** Whether the rest of the line is one quoted CSV field. */
          csv: z.boolean().exactOptional(),
        })
        .transform(({ name: _name, ...envelope }) => envelope),
    )
    .default([]),
  /** Fields of a JSON line that contain the log line, in order of preference. */
  'json-fields': z.array(z.string()).default([]),
  /** Fields of a JSON line that contain the name of the program. */
  'json-programs': z.array(z.string()).default([]),
  /**
   * Fields of a JSON line, or columns of a CSV file, that contain the name of the host, the pod or
   * the container, in order of preference.
   */
  'json-sources': z.array(z.string()).default([]),
  /** Labels before a colon in event lists that name the source of the following event. */
  writers: z.array(z.string()).default([]),
  /** System accounts of common software, which are no private names. */
  accounts: z.array(z.string()).default([]),
  /**
   * Names of common software, in lower case. Four numbers after such a name are a version, not an
   * IP address.
   */
  software: z.array(z.string().regex(/^[a-z0-9]+$/, 'lower-case letters and digits')).default([]),
});

export type FormatYaml = z.infer<typeof formatSchema>;
