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
});

export type AskYaml = z.infer<typeof ask>;
