import type { Report, Role } from '../engine/index.ts';
import type { KeptLines } from './kept-lines.ts';

/** What a mark tells, the worst last; a code counts from 1. */
export const ROLES = ['harmless', 'unknown', 'consequence', 'cause'] as const satisfies readonly (
  Role | 'unknown'
)[];

export type LineRole = (typeof ROLES)[number];

/** Marks of the kept lines by the role of their finding, and of those that tell of trouble in unknown words; the worse one where a line has two. One byte a line: a long log has marks by the hundred thousand. */
export class LineRoles {
  readonly #codes: Uint8Array;
  readonly #kept: KeptLines;

  constructor({ findings, unknown }: Report, kept: KeptLines) {
    this.#kept = kept;
    this.#codes = new Uint8Array(kept.count);
    for (const { role, lines } of [
      ...findings,
      ...unknown.map(({ lines }) => ({ role: 'unknown' as const, lines })),
    ]) {
      const code = ROLES.indexOf(role as LineRole) + 1;
      if (code === 0) continue;
      for (const line of lines) {
        const place = kept.placeOf(line);
        if ((this.#codes[place] ?? code) < code) this.#codes[place] = code;
      }
    }
  }

  /** The role of a line by its number; undefined where nothing is in it that matters. */
  of(line: number): LineRole | undefined {
    return this.at(this.#kept.placeOf(line));
  }

  /** The role of the line at a place. */
  at(place: number): LineRole | undefined {
    return ROLES[this.codeAt(place) - 1];
  }

  /** The code of the line at a place, 0 for none. */
  codeAt(place: number): number {
    return this.#codes[place] ?? 0;
  }
}
