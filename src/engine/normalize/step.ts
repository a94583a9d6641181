import type { ProductRecognition } from '../findings/recognition.ts';
import type { CompiledProduct } from '../headers/header.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import type { RecordBuilder } from '../records/record-builder.ts';
import type { Matcher } from '../templates/matcher.ts';
import type { HeldLine } from './held-line.ts';
import type { LogLine } from './log-line.ts';

/** One way to read a line, or one kind of damage to repair; steps.ts has them in order. */
export interface RepairStep {
  /** What it reads or repairs, for messages and tests. */
  readonly name: string;
  /**
   * Return whether the line may be of this kind. Every line without a plain header is asked, so
   * look at bytes only; `apply` may decode the line.
   */
  mayApply(line: LogLine): boolean;
  /** Read the line, or tell what to read in its place. */
  apply(line: LogLine): Outcome;
}

/**
 * What a step did: nothing, so that the next step is asked; all that there is to do; or it found
 * the lines to read in place of this one, beginning with the first step.
 */
export type Outcome = 'not mine' | 'handled' | ReadInstead;

export interface ReadInstead {
  /** Groups of lines. */
  groups: readonly (readonly ByteRange[])[];
  /** Whether no record continues from one group into the next, nor beyond them. */
  isSeparate: boolean;
}

/** Read these lines instead, as if the log contained them. */
export function readInstead(lines: readonly ByteRange[]): ReadInstead {
  return { groups: [lines], isSeparate: false };
}

/** Read these groups of lines instead, each as a text of its own. */
export function readSeparately(groups: readonly (readonly ByteRange[])[]): ReadInstead {
  return { groups, isSeparate: true };
}

/** What the steps of one log work with. */
export interface RepairContext {
  matcher: Matcher;
  product: CompiledProduct;
  /** The open record, and how to begin or continue one. */
  record: RecordBuilder<unknown>;
  recognition: ProductRecognition;
  /** The line that is held until the next one. */
  heldLine: HeldLine;
  /** Whether the log is a short paste, whose messages may lack their header or their end. */
  isShort: boolean;
}

/** Makes a step for one log. A step that remembers earlier lines does so in its closure. */
export type StepFactory = (context: RepairContext) => RepairStep;
