import { ROLES, type LineRole } from './protocol.ts';
import type { Report } from '../../engine/index.ts';
import type { LineBuffer } from './line-buffer.ts';

/**
 * The role of each stored line: that of its finding, or `unknown` for problem lines that match no
 * entry; the worse one if a line has two. One byte per line, because a long log has hundreds of
 * thousands of marks.
 */
export class LineRoles {
  readonly #codes: Uint8Array;
  readonly #buffer: LineBuffer;

  constructor({ findings, unknown }: Report, buffer: LineBuffer) {
    this.#buffer = buffer;
    this.#codes = new Uint8Array(buffer.count);
    for (const { role, lines } of [
      ...findings,
      ...unknown.map(({ lines }) => ({ role: 'unknown' as const, lines })),
    ]) {
      const code = ROLES.indexOf(role as LineRole) + 1;
      if (code === 0) continue;
      for (const line of lines) {
        const place = buffer.indexOfLine(line);
        if ((this.#codes[place] ?? code) < code) this.#codes[place] = code;
      }
    }
  }

  /** Return a line's role by its number; undefined if it has none. */
  roleOf(line: number): LineRole | undefined {
    return this.roleAt(this.#buffer.indexOfLine(line));
  }

  /** Return the role of the line at an index. */
  roleAt(place: number): LineRole | undefined {
    return ROLES[this.codeAt(place) - 1];
  }

  /** Return the code of the role of the line at an index, 0 for none. */
  codeAt(place: number): number {
    return this.#codes[place] ?? 0;
  }
}
