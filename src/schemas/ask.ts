import { z } from 'zod';
import { bothLanguages } from './fields.ts';

/** What a report asks for, and the command that gets it, on each platform that has one. */
export const ask = z.strictObject({
  what: bothLanguages,
  /** For Linux, as the packages install the agent. */
  command: z.string(),
  /** For PowerShell. */
  windows: z.string().optional(),
  macos: z.string().optional(),
  docker: z.string().optional(),
  kubernetes: z.string().optional(),
  /** What in the output decides; needed where the analyzer does not read it. */
  reads: bothLanguages.optional(),
  /** Holes of the guide's evidence, the types of commands.yaml for their values, and what stands in the commands in their place, in the same order (`, ` between them); what of it is nobody's value. */
  of: z.string().optional(),
  fits: z.string().optional(),
  sample: z.string().optional(),
  example: z.string().optional(),
});

export type AskYaml = z.infer<typeof ask>;
