import type { Replacement } from '../engine/index.ts';

/** Kinds whose values nobody may see, whatever the sender thinks of them. */
const SECRET: ReadonlySet<Replacement['kind']> = new Set(['key', 'password', 'token', 'card']);

/** Whether a replacement can be undone. */
export function mayStay({ kind }: Pick<Replacement, 'kind'>): boolean {
  return !SECRET.has(kind);
}
