import { z } from 'zod';
import { bothLanguages } from './fields.ts';

/**
 * Information that a report asks for, and the command that prints it, on each platform that has
 * one.
 */
export const ask = z.strictObject({
  what: bothLanguages,
  /** For Linux, as the packages install the agent. */
  command: z.string(),
  /** For PowerShell. */
  windows: z.string().optional(),
  macos: z.string().optional(),
  docker: z.string().optional(),
  kubernetes: z.string().optional(),
  /** What to look for in the output; required if the analyzer does not read it. */
  reads: bothLanguages.optional(),
  /**
   * Holes of the guide's evidence, the types of commands.yaml that their values must have, the
   * sample values in their place in the commands (same order, separated by `, `), and placeholders
   * that the reader must replace.
   */
  of: z.string().optional(),
  fits: z.string().optional(),
  sample: z.string().optional(),
  example: z.string().optional(),
});

export type FollowUpYaml = z.infer<typeof ask>;
