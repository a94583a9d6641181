import { compile as compileCatalog, openDiagnosis, type Catalog } from '../engine/index.ts';
import type { Reading, Report } from '../model/report.ts';

export type * from '../model/report.ts';

/** The contents of a site's `catalog.json`; that of this site is `shindan/data/catalog.json`. */
export interface CompiledCatalog {
  schema: number;
  version: string;
}

declare const internals: unique symbol;

/** A catalog prepared for reading logs; create it once and use it for any number of logs. */
export interface Matcher {
  readonly [internals]: never;
}

/** Reads one log. */
export interface Diagnosis {
  /** Read the next bytes of the log: UTF-8 or UTF-16, in chunks of any size. */
  push(bytes: Uint8Array): void;
  /** Report on what was read so far, without line numbers. */
  peek(): Report;
  /** Read the end of the log, and report on all of it. */
  close(): Report;
}

/**
 * Prepare a catalog for reading logs.
 *
 * @throws TypeError if it is not a catalog of this version's schema
 */
export function compile(catalog: CompiledCatalog): Matcher {
  if (catalog.schema !== 1)
    throw new TypeError(
      `The catalog has schema ${catalog.schema}; this version of shindan reads schema 1.`,
    );
  return compileCatalog(catalog as Catalog) as unknown as Matcher;
}

/**
 * Begin to read a log.
 *
 * @param reading when and where it is read, because the engine has no clock of its own
 */
export function open(matcher: Matcher, reading: Reading = {}): Diagnosis {
  return openDiagnosis(matcher as unknown as ReturnType<typeof compileCatalog>, reading);
}
