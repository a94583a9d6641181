import type { Reading, Report } from '../model/report.ts';
import type { CatalogProduct } from '../model/catalog.ts';
import { isShortPaste } from '../model/short-paste.ts';
import { Clusters } from './findings/unknown-clusters.ts';
import type { ProductMatcher } from './templates/matcher.ts';
import {
  FileStarts,
  findOtherWriters,
  orderByFile,
  mayBeSeveralFiles,
} from './normalize/file-order.ts';
import {
  HeldRecords,
  PROBE_BYTES,
  runsBackwards,
  type HeldRecord,
} from './normalize/reverse-order.ts';
import { openReader, readForwards, readLines, type ReadLog } from './records/read-log.ts';
import type { ReaderOptions } from './records/record-reader.ts';
import { standingOf, type Standing } from './products/standing.ts';
import { Session } from './session.ts';
import type { SourceNames } from './sources/source-names.ts';
import { concatBytes, decode } from './lines/bytes.ts';
import { latestDateOf } from './headers/calendar-time.ts';
import { makeReport } from './make-report.ts';

/** Reads one log. Push its bytes in chunks of any size, then close. */
export interface Diagnosis {
  push(bytes: Uint8Array): void;
  /** Skip lines that are missing from the log but count in the numbers of later lines. */
  skip(lines: number): void;
  /** Return the number of lines read so far. */
  lines(): number;
  /**
   * Report on what was read so far, without line numbers and without affecting the final report.
   * Nothing is read until enough bytes have arrived to decide the order of the log.
   */
  peek(): Report;
  close(): Report;
  /** Return the hosts, pods and containers that wrote messages of the products. */
  sources(): string[];
  /** Return the products that wrote the log, the best one first. */
  products(): string[];
}

/** Reads one log as the log of one product. */
export interface ProductDiagnosis extends Omit<Diagnosis, 'products'> {
  readonly product: CatalogProduct;
  /** Return the sources that the log has named so far; null before it is read. */
  origin(): SourceNames | null;
  /** Return the evidence so far that the product wrote the log. */
  standing(): Standing;
}

const NEWLINE = Uint8Array.of(10);

/**
 * Begin to read a log as that of one product. The report does not depend on how its bytes are split
 * into chunks.
 *
 * @param isFast whether to use the caches (cache/), which do not change the report
 */
export function openProductDiagnosis(
  compiled: ProductMatcher,
  reading: Reading = {},
  isFast = true,
): ProductDiagnosis {
  const product = {
    ...compiled.product,
    latestDate: latestDateOf(reading.now),
    ...(reading.everyLevel && { problemLevel: 0 }),
  };
  const matcher = { ...compiled, product };
  const clusters = new Clusters();
  const session = new Session(matcher, reading.since ?? null, clusters);
  let first: (Uint8Array | number)[] | null = [];
  let size = 0;
  let log: ReadLog | null = null;
  let paste: string | null = null;
  const begin = (pieces: readonly (Uint8Array | number)[], isWhole: boolean): ReadLog => {
    first = null;
    const probe = concatBytes(
      pieces.map((piece) => (typeof piece === 'number' ? NEWLINE : piece)),
    ).subarray(0, PROBE_BYTES);
    // Without the NUL bytes of UTF-16, its times can be found too.
    const text = decode(probe, 0, probe.length).replaceAll('\0', '');
    const hasGaps = pieces.some((piece) => typeof piece === 'number');
    const isShort = isWhole && !hasGaps && isShortPaste(text);
    const writers = isWhole && !hasGaps ? findOtherWriters(text, product.latestDate) : [];
    if (isShort) {
      session.expectShortPaste();
      paste = text;
    }
    if (runsBackwards(matcher, probe, text, isFast)) log = readBackwards(matcher, session, isFast);
    else
      log =
        writers.length > 0 || mayBeSeveralFiles(text, hasGaps)
          ? readFiles(matcher, session, { isFast, isShort }, writers)
          : readForwards(matcher, session, { isFast, isShort });
    for (const piece of pieces) {
      if (typeof piece === 'number') log.skip(piece);
      else log.push(piece);
    }
    return log;
  };
  const report = (lines: number, withLines: boolean): Report => {
    session.settle({ withLines });
    const others = [...(log?.sources.others ?? [])];
    return makeReport(matcher, session, { clusters, withLines, others, paste }, lines, reading);
  };
  return {
    push: (given) => {
      const bytes = toUint8Array(given);
      if (first === null) return log?.push(bytes);
      first.push(bytes.slice());
      size += bytes.length;
      if (size >= PROBE_BYTES) begin(first, false);
    },
    skip: (lines) => (first === null ? log?.skip(lines) : void first.push(lines)),
    lines: () => log?.lines() ?? 0,
    peek: () => report(log?.lines() ?? 0, false),
    close: () => {
      const read = log ?? begin(first ?? [], true);
      read.close();
      return report(read.lines(), true);
    },
    product,
    sources: () => log?.sources.names ?? [],
    origin: () => log?.sources ?? null,
    standing: () => standingOf(session),
  };
}

/**
 * Wrap the bytes of a Node Buffer in a Uint8Array: `slice` of a Buffer does not copy, and a mix of
 * both classes is slower to read.
 */
function toUint8Array(bytes: Uint8Array): Uint8Array {
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readBackwards(matcher: ProductMatcher, session: Session, isFast: boolean): ReadLog {
  const held = new HeldRecords(session);
  const records = openReader(matcher, held, session.recognition, {
    bytesStayValid: true,
    isForwards: false,
    isFast,
  });
  return readHeld(readLines(records), held, (list) => list.reverse());
}

function readFiles(
  matcher: ProductMatcher,
  session: Session,
  { isFast = true, isShort = false }: ReaderOptions,
  writers: readonly number[],
): ReadLog {
  const held = new HeldRecords(session);
  const records = openReader(matcher, held, session.recognition, {
    bytesStayValid: true,
    isFast: isFast && !isShort,
    isShort,
  });
  const beginnings = new FileStarts(records, writers);
  return readHeld(readLines(records, beginnings), held, (list) =>
    orderByFile(list, beginnings.lines),
  );
}

/** Hold the records of a log, and pass them on in another order at its end. */
function readHeld(
  { push, close, ...log }: ReadLog,
  held: HeldRecords,
  inOrder: (records: HeldRecord[]) => HeldRecord[],
): ReadLog {
  return {
    ...log,
    push: (bytes) => push(bytes.slice()),
    close: () => {
      close();
      held.passOn(inOrder);
    },
  };
}
