import type { TableFault } from './check-tables.ts';
import type { ConfigDocument } from './config-document.ts';
import type { Settings } from '../model/settings.ts';

/** How configuration files of one format are read. */
export interface ConfigReader {
  /** Read lines, and continue after every fault that can be repaired. */
  read: (lines: readonly string[], settings: Settings) => Reading;
  /**
   * Correct a line whose fault was found after reading it; null if it is unclear what is meant. The
   * result may contain secrets.
   */
  correct?: (line: string, fault: TableFault) => string | null;
}

/** The result of reading a text with faults. */
export interface Reading {
  /** null if a fault prevents reading the rest. */
  document: ConfigDocument | null;
  /** Their quotes and suggestions may contain secrets. */
  faults: TableFault[];
}
