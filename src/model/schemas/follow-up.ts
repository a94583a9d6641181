import { z } from 'zod';
import { texts } from './fields.ts';

/** The fields that a report shows. */
export const followUpInWords = {
  what: texts,
  /** What to look for in the output; required if the analyzer cannot read that output. */
  reads: texts.exactOptional(),
  /** Holes of the guide's evidence whose values fill the commands, separated by `, `. */
  of: z.string().exactOptional(),
  /** The types of those values (commands.yaml), in the same order. */
  fits: z.string().exactOptional(),
  /** The sample values that they replace in the commands, in the same order. */
  sample: z.string().exactOptional(),
  /** Placeholders in the commands that the reader must replace. */
  example: z.string().exactOptional(),
};

/** The commands for PowerShell and for platforms other than Linux. */
export const otherPlatforms = {
  windows: z.string().exactOptional(),
  macos: z.string().exactOptional(),
  docker: z.string().exactOptional(),
  kubernetes: z.string().exactOptional(),
  ecs: z.string().exactOptional(),
};

/**
 * Information that a report asks for, and the command that prints it, on each platform that has
 * one.
 */
export const ask = z.strictObject({
  ...followUpInWords,
  /** For Linux, as the packages install the program. */
  command: z.string(),
  ...otherPlatforms,
});

export type FollowUpYaml = z.infer<typeof ask>;
