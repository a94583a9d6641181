import { z } from 'zod';
import { bothLanguages } from './fields.ts';

/** What a report says about it. */
export const followUpInWords = {
  what: bothLanguages,
  /** What to look for in the output; required if the analyzer does not read it. */
  reads: bothLanguages.exactOptional(),
  /**
   * Holes of the guide's evidence, the types of commands.yaml that their values must have, the
   * sample values in their place in the commands (same order, separated by `, `), and placeholders
   * that the reader must replace.
   */
  of: z.string().exactOptional(),
  fits: z.string().exactOptional(),
  sample: z.string().exactOptional(),
  example: z.string().exactOptional(),
};

/** The commands for PowerShell and for other platforms than Linux. */
export const otherPlatforms = {
  windows: z.string().exactOptional(),
  macos: z.string().exactOptional(),
  docker: z.string().exactOptional(),
  kubernetes: z.string().exactOptional(),
};

/**
 * Information that a report asks for, and the command that prints it, on each platform that has
 * one.
 */
export const ask = z.strictObject({
  ...followUpInWords,
  /** For Linux, as the packages install the agent. */
  command: z.string(),
  ...otherPlatforms,
});

export type FollowUpYaml = z.infer<typeof ask>;
