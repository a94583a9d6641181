import type { Report, Role } from '../engine/index.ts';
import type { KeptLines } from './kept-lines.ts';

/** What a mark tells, the worst last; a code counts from 1. */
export const ROLES = ['harmless', 'consequence', 'cause'] as const satisfies readonly Role[];

/** Marks of the kept lines by the role of their finding; the worse one where a line has two. One byte a line: a long log has marks by the hundred thousand. */
export class LineRoles {
  readonly #codes: Uint8Array;
  readonly #kept: KeptLines;

  constructor({ findings }: Report, kept: KeptLines) {
    this.#kept = kept;
    this.#codes = new Uint8Array(kept.count);
    for (const { role, lines } of findings) {
      const code = ROLES.indexOf(role as (typeof ROLES)[number]) + 1;
      if (code === 0) continue;
      for (const line of lines) {
        const place = kept.placeOf(line);
        if ((this.#codes[place] ?? code) < code) this.#codes[place] = code;
      }
    }
  }

  /** The role of a line by its number; undefined where no finding is in it that matters. */
  of(line: number): (typeof ROLES)[number] | undefined {
    return this.at(this.#kept.placeOf(line));
  }

  /** The role of the line at a place. */
  at(place: number): (typeof ROLES)[number] | undefined {
    return ROLES[this.codeAt(place) - 1];
  }

  /** The code of the line at a place, 0 for none. */
  codeAt(place: number): number {
    return this.#codes[place] ?? 0;
  }
}
