import type { ProbeCase } from '../inspect/index.ts';

/** What is said of Mackerel's answer to curl, in both languages. */
export interface ProbeText {
  title: string;
  meaning: Record<ProbeCase, (status: number | null) => string>;
  said: string;
}
