/**
 * Reads a log with the products of the site that may have written it.
 *
 * The first bytes show which products those are. Mostly it is one, which then reads the log alone;
 * several read it side by side until it is clear which of them wrote it.
 */
import { openProductDiagnosis, type Diagnosis, type ProductDiagnosis } from '../diagnose.ts';
import { EMPTY_REPORT } from '../make-report.ts';
import { PROBE_BYTES } from '../normalize/reverse-order.ts';
import type { Reading, Report } from '../../model/report.ts';
import {
  chooseProducts,
  possibleProducts,
  readStart,
  sortByStanding,
  writersOf,
  type Piece,
} from './choose-products.ts';
import type { Matcher, SiteProduct } from './matcher.ts';

/**
 * Begin to read a log. The report does not depend on how its bytes are split into chunks.
 *
 * @param isFast whether to use the caches (cache/), which do not change the report
 */
export function openDiagnosis(matcher: Matcher, reading: Reading = {}, isFast = true): Diagnosis {
  return openDiagnoses(matcher, reading, { isFast });
}

/** Reads a log that several products may have written. */
export interface Diagnoses extends Diagnosis {
  /** Return a report for each product that wrote the log, the best one first. */
  closeAll(): Report[];
}

interface Options {
  isFast?: boolean;
  /** Products that read the whole log, because their programs are known to have written to it. */
  present?: readonly string[];
}

/** Begin to read a log that several products may have written. */
export function openDiagnoses(
  matcher: Matcher,
  reading: Reading,
  { isFast = true, present = [] }: Options,
): Diagnoses {
  const [only, ...others] = matcher.products;
  if (!only || others.length > 0) return new ProductDiagnoses(matcher, reading, isFast, present);
  const diagnosis = openProductDiagnosis(only.matcher, reading, isFast);
  return {
    ...diagnosis,
    products: () => [only.product.id],
    closeAll: () => [diagnosis.close()],
  };
}

/**
 * The products are compared after the first bytes, and again each time the log has grown by this
 * factor.
 */
const FIRST_CHECK = PROBE_BYTES;
const CHECK_FACTOR = 4;

/** Reads a log with each product that may have written it. */
class ProductDiagnoses implements Diagnoses {
  readonly #matcher: Matcher;
  readonly #reading: Reading;
  readonly #isFast: boolean;
  readonly #present: readonly string[];
  /** The start of the log, until it shows which products may have written it. */
  #start: Piece[] | null = [];
  /** The products that read the log, the best one first. */
  #candidates: ProductDiagnosis[] = [];
  #size = 0;
  #nextCheck = FIRST_CHECK;

  constructor(matcher: Matcher, reading: Reading, isFast: boolean, present: readonly string[]) {
    this.#matcher = matcher;
    this.#reading = reading;
    this.#isFast = isFast;
    this.#present = present;
  }

  push(bytes: Uint8Array): void {
    // The products are compared at fixed places, however the log is split into chunks.
    for (let from = 0; from < bytes.length;) {
      const to = Math.min(bytes.length, from + this.#nextCheck - this.#size);
      this.#add(bytes.subarray(from, to));
      this.#size += to - from;
      from = to;
      if (this.#size === this.#nextCheck) this.#compare();
    }
  }

  skip(lines: number): void {
    this.#add(lines);
  }

  lines(): number {
    return this.#candidates[0]?.lines() ?? 0;
  }

  peek(): Report {
    return this.#candidates[0]?.peek() ?? EMPTY_REPORT;
  }

  close(): Report {
    return this.closeAll()[0] ?? EMPTY_REPORT;
  }

  closeAll(): Report[] {
    const reports = new Map<ProductDiagnosis, Report>();
    const close = (candidate: ProductDiagnosis): void =>
      void reports.set(candidate, candidate.close());
    this.#candidates.forEach(close);
    const start = this.#start;
    this.#start = null;
    if (start)
      chooseProducts(this.#matcher, start, this.#present, (product) => {
        const candidate = this.#open(product, start);
        this.#candidates.push(candidate);
        close(candidate);
        return candidate;
      });
    this.#candidates = sortByStanding(this.#candidates);
    const similar = [...reports.values()].find(hasSimilarMessage);
    const written = writersOf(this.#candidates).map(
      (candidate) => reports.get(candidate) as Report,
    );
    const isOfNone = written[0]?.product === null && written[0].findings.length === 0;
    return isOfNone && similar ? [similar] : written;
  }

  sources(): string[] {
    return [...new Set(writersOf(this.#candidates).flatMap((candidate) => candidate.sources()))];
  }

  products(): string[] {
    const writers = writersOf(this.#candidates);
    return [
      ...new Set([
        ...writers.map(({ product }) => product.id),
        ...writers.flatMap((candidate) => [...(candidate.origin()?.rivals ?? [])]),
      ]),
    ];
  }

  #add(piece: Piece): void {
    if (this.#start) this.#start.push(typeof piece === 'number' ? piece : new Uint8Array(piece));
    else for (const candidate of this.#candidates) addPiece(candidate, piece);
  }

  /** Let the products that may have written the log read it, or read on. */
  #compare(): void {
    this.#nextCheck *= CHECK_FACTOR;
    const start = this.#start;
    if (start) {
      this.#start = null;
      this.#candidates = chooseProducts(this.#matcher, start, this.#present, ({ matcher }) =>
        readStart(matcher, start),
      ).map((product) => this.#open(product, start));
    } else if (this.#candidates.length > 1)
      this.#candidates = possibleProducts(this.#candidates, this.#size, this.#present);
  }

  #open({ matcher }: SiteProduct, start: readonly Piece[]): ProductDiagnosis {
    const diagnosis = openProductDiagnosis(matcher, this.#reading, this.#isFast);
    for (const piece of start) addPiece(diagnosis, piece);
    return diagnosis;
  }
}

/** Return whether no product wrote a log, but a line of it is nearly a message of one. */
function hasSimilarMessage({ product, unknown }: Report): boolean {
  return product === null && unknown.some(({ nearest }) => nearest);
}

function addPiece(diagnosis: ProductDiagnosis, piece: Piece): void {
  if (typeof piece === 'number') diagnosis.skip(piece);
  else diagnosis.push(piece);
}
