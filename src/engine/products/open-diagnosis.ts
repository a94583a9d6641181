/**
 * Reads a log as that of the product of the site that wrote it.
 *
 * The first bytes show which products that may be: mostly one, which then reads the log alone. The
 * others read along only while it is open which of them wrote it.
 */
import {
  EMPTY_REPORT,
  openProductDiagnosis,
  type Diagnosis,
  type ProductDiagnosis,
} from '../diagnose.ts';
import { PROBE_BYTES } from '../normalize/reverse-order.ts';
import type { Reading, Report } from '../../model/report.ts';
import { chooseProducts, isPossible, readStart, type Piece } from './choose-products.ts';
import type { Matcher, SiteProduct } from './matcher.ts';
import { byStanding } from './standing.ts';

/**
 * Begin to read a log. The report does not depend on how its bytes are split into chunks.
 *
 * @param isFast whether to use the caches (cache/), which do not change the report
 */
export function openDiagnosis(matcher: Matcher, reading: Reading = {}, isFast = true): Diagnosis {
  const [only, ...others] = matcher.products;
  return only && others.length === 0
    ? openProductDiagnosis(only.matcher, reading, isFast)
    : new ChosenDiagnosis(matcher, reading, isFast);
}

/** The products are compared after the first bytes, and each time the log is so much longer. */
const FIRST_CHECK = PROBE_BYTES;
const CHECK_FACTOR = 4;

/** Reads a log with each product that may have written it, and reports as the best of them. */
class ChosenDiagnosis implements Diagnosis {
  readonly #matcher: Matcher;
  readonly #reading: Reading;
  readonly #isFast: boolean;
  /** The start of the log, until it shows which products may have written it. */
  #start: Piece[] | null = [];
  /** The products that read the log, the best one first. */
  #candidates: ProductDiagnosis[] = [];
  #size = 0;
  #nextCheck = FIRST_CHECK;

  constructor(matcher: Matcher, reading: Reading, isFast: boolean) {
    this.#matcher = matcher;
    this.#reading = reading;
    this.#isFast = isFast;
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
    const start = this.#start;
    this.#start = null;
    const reports = new Map<ProductDiagnosis, Report>();
    const closeLog = (candidate: ProductDiagnosis): void =>
      void reports.set(candidate, candidate.close());
    this.#candidates.forEach(closeLog);
    if (start)
      chooseProducts(this.#matcher, start, (product) => {
        const candidate = this.#open(product, start);
        this.#candidates.push(candidate);
        closeLog(candidate);
        return candidate.standing();
      });
    this.#sort();
    const [best] = this.#candidates;
    return (best && reports.get(best)) ?? EMPTY_REPORT;
  }

  sources(): string[] {
    return this.#candidates[0]?.sources() ?? [];
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
      this.#candidates = chooseProducts(this.#matcher, start, ({ matcher }) =>
        readStart(matcher, start),
      ).map((product) => this.#open(product, start));
    } else if (this.#candidates.length > 1) {
      this.#sort();
      const best = this.#candidates[0]?.standing();
      this.#candidates = this.#candidates.filter(
        (candidate) => best && isPossible(candidate.standing(), best),
      );
    }
  }

  #open({ matcher }: SiteProduct, start: readonly Piece[]): ProductDiagnosis {
    const diagnosis = openProductDiagnosis(matcher, this.#reading, this.#isFast);
    for (const piece of start) addPiece(diagnosis, piece);
    return diagnosis;
  }

  /** Sort the candidates, the best one first; of equal ones, the one that was opened first. */
  #sort(): void {
    this.#candidates.sort((a, b) => byStanding(a.standing(), b.standing()));
  }
}

function addPiece(diagnosis: Diagnosis, piece: Piece): void {
  if (typeof piece === 'number') diagnosis.skip(piece);
  else diagnosis.push(piece);
}
