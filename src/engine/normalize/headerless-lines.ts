/**
 * Reads lines without a plain header: tries the steps of steps.ts in order until one handles the
 * line.
 */
import { cleanedSlice } from '../lines/clean-line.ts';
import type { ProductRecognition } from '../findings/recognition.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import type { RecordBuilder } from '../records/record-builder.ts';
import { HeldLine } from './held-line.ts';
import { LogLine } from './log-line.ts';
import type { ReadInstead, RepairContext, RepairStep } from './step.ts';
import { HEADER_STEPS, MESSAGE_STEPS } from './steps.ts';

/** Reads lines without a plain header into the open record or the next one. */
export class HeaderlessLines {
  readonly #context: RepairContext;
  readonly #headerSteps: readonly RepairStep[];
  readonly #messageSteps: readonly RepairStep[];

  constructor(
    matcher: ProductMatcher,
    record: RecordBuilder<unknown>,
    recognition: ProductRecognition,
    isShort: boolean,
  ) {
    const { product } = matcher;
    const heldLine = new HeldLine(matcher, record, isShort);
    const context = { matcher, product, record, recognition, heldLine, isShort };
    this.#context = context;
    this.#headerSteps = HEADER_STEPS.map((makeStep) => makeStep(context));
    this.#messageSteps = MESSAGE_STEPS.map((makeStep) => makeStep(context));
  }

  /** Whether the previous line is held. */
  get hasHeldLine(): boolean {
    return this.#context.heldLine.isHeld;
  }

  /**
   * Read a line.
   *
   * @returns whether it had no effect, and will have none while no record is open
   */
  pushLine(bytes: Uint8Array, from: number, to: number): boolean {
    const { product, record } = this.#context;
    const line = new LogLine(product, cleanedSlice(bytes, from, to), to - from);
    record.sources.beginLine(line);
    return this.#readLine(line);
  }

  /** Read the held line without a next one. */
  closeHeldLine(): void {
    const line = this.#context.heldLine.release();
    if (line) this.#run(this.#messageSteps, line);
  }

  /**
   * Read a header, or the start of a message, that begins on the held line and ends on this one.
   *
   * @returns whether this line is read; if not, the held line was read by itself
   */
  continueHeldLine(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    const { heldLine, record } = this.#context;
    if (!heldLine.joinLine(bytes, from, to)) {
      this.closeHeldLine();
      return false;
    }
    if (!heldLine.isHeld) record.extendTo(line);
    return true;
  }

  #readLine(line: LogLine): boolean {
    const { record } = this.#context;
    const hadRecord = record.open !== null;
    if (this.#run(this.#headerSteps, line)) return line.isOfRival && !hadRecord;
    const isBetweenRecords = record.open === null;
    this.#run(this.#messageSteps, line);
    return isBetweenRecords && record.open === null && this.#isIgnorable(line);
  }

  /**
   * Return whether a line can be skipped when it recurs. It cannot while its source is unknown,
   * because a later line may reveal the source.
   */
  #isIgnorable({ isNoted, variants: [variant] }: LogLine): boolean {
    return !isNoted && !!variant && !this.#context.record.messages.isFromUnknownSource(variant);
  }

  /** Run the steps until one handles the line. */
  #run(steps: readonly RepairStep[], line: LogLine): boolean {
    for (const step of steps) {
      const outcome = step(line);
      if (outcome === 'not mine') continue;
      if (outcome !== 'handled') this.#readGroups(outcome);
      return true;
    }
    return false;
  }

  #readGroups({ groups, isSeparate }: ReadInstead): void {
    const { product, record } = this.#context;
    for (const lines of groups) {
      if (isSeparate) record.closeRecord();
      for (const line of lines) {
        this.closeHeldLine();
        this.#readLine(new LogLine(product, line));
      }
    }
    if (isSeparate) record.closeRecord();
  }
}
