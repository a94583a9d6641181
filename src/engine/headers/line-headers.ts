import type { CatalogFormats, CatalogProduct } from '../../model/catalog.ts';
import { HeaderReader } from '../cache/header-reader.ts';
import { Fitter } from '../templates/fit.ts';
import { latestDateOf } from './calendar-time.ts';
import { compileLogFormat } from './compile-log-format.ts';
import { readHeaders } from './header.ts';
import type { OwnHeaders } from './compiled-product.ts';
import { Tags } from './tags.ts';
import { minuteOf } from './timestamps.ts';

/** Reads the level and the time of lines that begin with a product's own header. */
export class LineHeaders {
  /** 1 + the index of the level in LEVELS, 0 for none. */
  level = 0;
  /** Minutes since 1970 in the log's own time, 0 for none. */
  minute = 0;
  readonly #product: OwnHeaders;
  readonly #reader: HeaderReader;

  /** @param now the reader's clock, which decides the year of a date without one */
  constructor(product: CatalogProduct, formats: CatalogFormats, now: number) {
    const format = compileLogFormat(product, formats, new Fitter());
    this.#product = {
      ...product,
      ...format,
      knownTags: new Tags([]),
      latestDate: latestDateOf(now),
    };
    this.#reader = new HeaderReader(this.#product);
  }

  /**
   * Read a line.
   *
   * @returns whether it has a header
   */
  readLine(bytes: Uint8Array, from: number, to: number): boolean {
    const header = this.#reader.readHeader(bytes, from, to)
      ? this.#reader
      : readHeaders(this.#product, { bytes, from, to })[0];
    if (!header) return false;
    this.level = header.level;
    this.minute = minuteOf(header.time);
    return true;
  }
}
