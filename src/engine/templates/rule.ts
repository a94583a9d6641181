import type { CatalogEntry } from '../../model/catalog.ts';
import type { Program } from './fit.ts';

/** A compiled template. */
export interface Rule {
  entry: CatalogEntry;
  /** Bit of its catalog. */
  catalog: number;
  program: Program;
  /** The role of each hole in a chain, in the program's order. */
  holes: readonly RuleHole[];
  level: number;
  tag: number;
  /**
   * Copied from its entry: whether it occurs only in cause holes, and whether the program or a
   * command exits with it.
   */
  nested: boolean;
  ends: boolean;
  message: string | null;
  /** Whether it is a single literal, and whether it is a single cause hole. */
  isLiteral: boolean;
  isCauseOnly: boolean;
  /** The literal after its last hole. Checking it first rules out most candidates. */
  tail: Uint8Array | null;
  /** Bytes of its first literal, 0 if it begins with a hole. */
  firstLiteralLength: number;
  /** Bytes of all its literals. */
  literal: number;
  /**
   * Number shared by the rules of an entry with the same message ID, whose records make one
   * finding.
   */
  group: number;
}

export interface RuleHole {
  name: string;
  kind: 'capture' | 'cause' | 'foreign';
  quoted: boolean;
  /** Whether its value is part of a finding's identity. */
  key: boolean;
  /** Bits of the catalogs that may nest in it. */
  catalogs: number;
}

/**
 * Templates with the same first literal. `all` lists all of them. Those that do not end with a
 * literal are in `withoutTail`; the others are in `byLastByte`, by the last byte of that literal.
 */
export interface RuleGroup {
  all: readonly Rule[];
  withoutTail: readonly Rule[];
  byLastByte: readonly (readonly Rule[] | undefined)[];
  /**
   * For templates that may be in a cause hole: bits of their catalogs, and whether one occurs
   * nowhere else.
   */
  nests: { catalogs: number; any: boolean };
}
