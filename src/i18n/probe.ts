import type { ProbeCase } from '../inspect/index.ts';

/** What is said of Mackerel's answer to curl, in both languages. */
export interface ProbeText {
  title: string;
  meaning: Record<ProbeCase, (status: number | null) => string>;
  /** The verdict where Mackerel knows no such path, for which there is no guide. */
  noPath: string;
  /** The label of curl's own sentence. */
  said: string;
}
