import type { AnswerChange, ComparedAnswer, Comparison } from '../intake/comparison.ts';

/** Text about a log that was taken after a fix. Times are formatted for readers. */
export interface ComparisonText {
  offer: string;
  offerText: string;
  begin: string;
  outcome: Record<Comparison['outcome'], string>;
  refusal: Record<Exclude<NonNullable<Comparison['refusal']>, 'other-host'>, string>;
  otherHost(before: string, after: string): string;
  first: string;
  second: string;
  span(from: string, to: string): string;
  noTimes: string;
  order: Record<Comparison['order'], (before: string, after: string) => string>;
  change: Record<AnswerChange, string>;
  last(time: string): string;
  differs: string;
  because: Record<NonNullable<ComparedAnswer['because']>, (end: string, until: string) => string>;
  unknown(kinds: number): string;
  started(time: string): string;
  noStart: string;
  silent: string;
  hostId(before: string, after: string): string;
  hostName(before: string, after: string): string;
  version(before: string, after: string): string;
  report: string;
}
