import type { ProbeCase } from '../intake/index.ts';

/** Text about Mackerel's response to curl. */
export interface ProbeText {
  title: string;
  meaning: Record<ProbeCase, (status: number | null) => string>;
  /** The verdict if the API path does not exist, which no guide covers. */
  noPath: string;
  /** Label of curl's own message. */
  said: string;
}
