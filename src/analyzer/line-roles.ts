import type { Report, Role } from '../engine/index.ts';

const ROLES = ['harmless', 'consequence', 'cause'] as const satisfies readonly Role[];

/** Marks of lines by the role of their finding; the worse one where a line has two. One byte a line: a long log has marks by the hundred thousand. */
export class LineRoles {
  readonly #codes: Uint8Array;

  /** `last` is the last line that may be asked for. */
  constructor({ findings }: Report, last: number) {
    this.#codes = new Uint8Array(last + 1);
    for (const { role, lines } of findings) {
      const code = ROLES.indexOf(role as (typeof ROLES)[number]) + 1;
      if (code > 0) for (const line of lines) if ((this.#codes[line] ?? code) < code) this.#codes[line] = code;
    }
  }

  /** The role of a line; undefined where no finding is in it that matters. */
  of(line: number): (typeof ROLES)[number] | undefined {
    return ROLES[(this.#codes[line] ?? 0) - 1];
  }
}
