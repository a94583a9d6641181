/** The arguments of a command for authors, after its name. */
export interface Arguments {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}
