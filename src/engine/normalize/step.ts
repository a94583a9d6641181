import type { ProductRecognition } from '../findings/recognition.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import type { RecordBuilder } from '../records/record-builder.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { HeldLine } from './held-line.ts';
import type { LogLine } from './log-line.ts';

/**
 * One way to read a line, or one kind of damage to repair; steps.ts has them in order. It runs for
 * every line without a plain header, so it looks at bytes before it decodes the line.
 */
export type RepairStep = (line: LogLine) => Outcome;

/**
 * The result of a step. `not mine`: it did nothing, so the next step is tried. `handled`: the line
 * is read. Otherwise, lines to read in place of this one, from the first step on.
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

/** What the steps share while they read one log. */
export interface RepairContext {
  matcher: ProductMatcher;
  product: CompiledProduct;
  /** The open record, and how to begin or continue one. */
  record: RecordBuilder<unknown>;
  recognition: ProductRecognition;
  /** The line that is held until the next one. */
  heldLine: HeldLine;
  /** Whether the log is a short paste, whose messages may lack their header or their end. */
  isShort: boolean;
}

/** Creates a step for one log. A step keeps what it remembers of earlier lines in its closure. */
export type StepFactory = (context: RepairContext) => RepairStep;
