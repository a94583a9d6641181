/**
 * Reads lines without a plain header: asks the steps (steps.ts) one after another, until one of
 * them handles the line.
 */
import { cleanedSlice } from '../lines/clean-line.ts';
import type { ProductRecognition } from '../findings/recognition.ts';
import { EnvelopeReader } from '../headers/envelope-reader.ts';
import type { CompiledProduct } from '../headers/header.ts';
import type { Matcher } from '../templates/matcher.ts';
import type { MessageScan } from '../lines/scan.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { PlainLineCache } from '../cache/plain-line-cache.ts';
import { IgnoredLineCache } from '../cache/ignored-line-cache.ts';
import type { RecordBuilder } from '../records/record-builder.ts';
import { HeldLine } from './held-line.ts';
import { LogLine } from './log-line.ts';
import type { ReadInstead, RepairContext, RepairStep } from './step.ts';
import { HEADER_STEPS, MESSAGE_STEPS } from './steps.ts';

/** Reads lines without a plain header into the open record or the next one. */
export class HeaderlessLines {
  /** The envelopes of the last header. */
  readonly envelopes = new EnvelopeReader();
  readonly #context: RepairContext;
  readonly #headerSteps: readonly RepairStep[];
  readonly #messageSteps: readonly RepairStep[];
  readonly #plainLines: PlainLineCache;
  readonly #ignoredLines: IgnoredLineCache;

  constructor(
    matcher: Matcher,
    product: CompiledProduct,
    record: RecordBuilder<unknown>,
    recognition: ProductRecognition,
  ) {
    const heldLine = new HeldLine(matcher, product, record);
    const context = { matcher, product, record, recognition, envelopes: this.envelopes, heldLine };
    this.#context = context;
    this.#headerSteps = HEADER_STEPS.map((makeStep) => makeStep(context));
    this.#messageSteps = MESSAGE_STEPS.map((makeStep) => makeStep(context));
    this.#plainLines = new PlainLineCache(record.messages);
    this.#ignoredLines = new IgnoredLineCache(matcher.literalWords, record.messages);
  }

  /** Whether the line before is held. */
  get hasHeldLine(): boolean {
    return this.#context.heldLine.isHeld;
  }

  /** Return whether a line is known to have no effect, before parsing it. */
  isIgnorable(bytes: Uint8Array, from: number, to: number, scan: MessageScan): boolean {
    const mayBe = this.#context.record.open === null && scan.isAscii && !scan.hasAmpersand;
    return this.#ignoredLines.isIgnorable(bytes, from, to, mayBe);
  }

  /** Read a line. */
  pushLine(bytes: Uint8Array, from: number, to: number, { low, high }: MessageScan): void {
    const hash = { low, high };
    const known = this.#plainLines.findLine(hash);
    if (known) {
      this.#context.recognition.seeText(known.text);
      this.#run(this.#messageSteps, known);
    } else this.#readLine(cleanedSlice(bytes, from, to), { width: to - from, hash });
  }

  /** Read the held line without a next one. */
  closeHeldLine(): void {
    const line = this.#context.heldLine.release();
    if (line) this.#run(this.#messageSteps, line);
  }

  /**
   * Read a header, or the start of a message, that continues from the held line onto this one.
   *
   * @returns whether this line was used up; if not, the held line was read like any other
   */
  continueHeldLine(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    if (this.#context.heldLine.joinLine(bytes, from, to))
      return this.#context.record.extendTo(line);
    this.closeHeldLine();
    return false;
  }

  #readLine(text: ByteRange, facts: ConstructorParameters<typeof LogLine>[3] = {}): void {
    const { matcher, product, record } = this.#context;
    const line = new LogLine(product, matcher.tags, text, facts);
    if (this.#run(this.#headerSteps, line)) return;
    const isBetweenRecords = record.open === null;
    this.#plainLines.cacheRepeatedLine(line);
    this.#run(this.#messageSteps, line);
    if (isBetweenRecords && record.open === null) this.#ignoredLines.cacheLastLine(line);
  }

  /** Run the steps until one handles the line. */
  #run(steps: readonly RepairStep[], line: LogLine): boolean {
    for (const step of steps) {
      if (!step.mayApply(line)) continue;
      const outcome = step.apply(line);
      if (outcome === 'not mine') continue;
      if (outcome !== 'handled') this.#readGroups(outcome);
      return true;
    }
    return false;
  }

  #readGroups({ groups, isSeparate }: ReadInstead): void {
    const { record } = this.#context;
    for (const lines of groups) {
      if (isSeparate) record.closeRecord();
      for (const line of lines) {
        this.closeHeldLine();
        this.#readLine(line);
      }
    }
    if (isSeparate) record.closeRecord();
  }
}
