import type { Refusal, Report } from '../engine/index.ts';

/** What the page asks of the worker. Every request of an analysis carries its id; answers to an older id are dropped. */
export type Request =
  | { kind: 'text'; id: number; catalogUrl: string; text: string }
  | { kind: 'files'; id: number; catalogUrl: string; files: File[] }
  | { kind: 'rows'; id: number; rows: number[] }
  | { kind: 'cancel'; id: number };

/** A line of the log, by its physical number. */
export interface Row {
  line: number;
  text: string;
}

/** What the worker answers. */
export type Response =
  | { kind: 'progress'; id: number; bytes: number; lines: number }
  | { kind: 'report'; id: number; report: Report; kept: number }
  | { kind: 'rows'; id: number; rows: Row[] }
  | { kind: 'refused'; id: number; refusal: Refusal | 'gzip' }
  | { kind: 'failed'; id: number; message: string };
